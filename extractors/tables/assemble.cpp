#include "extractors/tables/assemble.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "extractors/tables/drafts.hpp"
#include "extractors/tables/furniture.hpp"
#include "extractors/tables/page_content.hpp"
#include "extractors/tables/page_text.hpp"
#include "extractors/tables/paragraphs.hpp"
#include "extractors/tables/reading_order.hpp"
#include "extractors/tables/right_joins.hpp"
#include "extractors/tables/row_bands.hpp"
#include "extractors/tables/sheet_headings.hpp"
#include "extractors/tables/table_header.hpp"
#include "extractors/tables/table_joins.hpp"
#include "extractors/text/data/lexicon.hpp"

namespace prongsai::tables {
namespace {

// The column of text on the pages of one width, so that the few short lines of a cover do not count as full ones: as
// wide as all but the widest twentieth of its lines; where there is little prose, as its tables, or as margins that are
// alike on both sides.
TextArea text_area(const std::vector<PageContent>& pages, double page_width) {
  constexpr std::size_t kEnoughLines = 20;
  constexpr double kWiderMargin = 1.3;  // the right margin may be so much wider than the left one
  std::vector<double> ends;
  double table_end = 0;
  TextArea area{page_width, 0};
  for (const PageContent& page : pages) {
    if (std::abs(page.width - page_width) > 1) continue;
    for (const Line& line : page.prose) {
      area.left = std::min(area.left, line.box().x0 - page.left);
      ends.push_back(line.box().x1 - page.left);
    }
    for (const GridContent& grid : page.grids) {
      area.left = std::min(area.left, grid.grid.box.x0 - page.left);
      table_end = std::max(table_end, grid.grid.box.x1 - page.left);
    }
  }
  std::sort(ends.begin(), ends.end());
  if (ends.size() >= kEnoughLines)
    area.right = ends[ends.size() * 19 / 20];
  else
    area.right = std::max({table_end, ends.empty() ? 0 : ends.back(), page_width - kWiderMargin * area.left});
  return area;
}

// The y that text reaches down to on the fullest page of this height; page breaks happen near it.
double page_foot(const std::vector<PageContent>& pages, double height) {
  double foot = 0;
  for (const PageContent& page : pages) {
    if (std::abs(page.height - height) > 1) continue;
    for (const Line& line : page.prose) foot = std::max(foot, line.baseline);
    for (const GridContent& grid : page.grids) foot = std::max(foot, grid.grid.box.y1);
    for (const ColumnSet& set : page.columns) {
      for (const TextColumn& column : set.columns) {
        if (!column.lines.empty()) foot = std::max(foot, column.lines.back().baseline);
      }
    }
  }
  return foot;
}

// "ตารางที่ ๒ (ต่อ)": a caption that says that the table goes on.
bool says_continued(const ProseRun& run) {
  if (run.lines.size() != 1) return false;
  std::string_view text = run.lines.front().out.text;
  while (!text.empty() && (text.back() == ')' || text.back() == ' ')) text.remove_suffix(1);
  const auto& words = text::lexicon().divisions.continued.texts();
  return run.lines.front().out.text.size() > text.size() &&
         std::ranges::any_of(words, [&](const std::string& word) { return text.ends_with(word); });
}

// What the pages of one size have in common.
struct PageMeasure {
  TextArea area;
  double foot = 0;
};

bool same_size(const PageContent& a, const PageContent& b) {
  return std::abs(a.width - b.width) <= 1 && std::abs(a.height - b.height) <= 1;
}

PageMeasure measure_pages(const std::vector<PageContent>& pages, const PageContent& like) {
  return {text_area(pages, like.width), page_foot(pages, like.height)};
}

// Puts paragraphs and tables into a document as the pages' flow brings them.
class Builder {
 public:
  explicit Builder(Document& document) : document_(document) {}

  void add(ProseRun run, TextArea area) {
    if (!says_continued(run)) close_table();
    for (Line& line : run.lines) prose_.push_back({std::move(line), run.area.value_or(area)});
  }

  // A box is prose unless it carries the table before it on.
  void add_box(GridContent box, const PageContent& page, const PageMeasure& measure) {
    if (table_ && take_in(*table_, draft_table(page, box), measure.foot)) return;
    for (auto& lines : box.lines) add({std::move(lines), {}}, measure.area);
  }

  void add(TableDraft draft, double foot) {
    if (table_ && (take_in(*table_, draft, foot) || take_in_on_right(*table_, draft))) return;
    close_table();
    close_prose();
    HeaderRows header = printed_header(draft);
    if (header.empty()) header = assumed_header(draft);
    mark_header(draft, header);
    table_ = std::move(draft);
  }

  void add_page(PageContent content, PageMeasure measure) {
    measure.area.left += content.left;
    measure.area.right += content.left;
    PageContent frame = content.frame();
    const std::vector<Line> furniture = std::move(content.furniture);
    std::vector<FlowItem> flow = reading_order(std::move(content));
    write_text(frame, write_page(furniture, flow, frame.height));
    for (FlowItem& item : flow) {
      if (auto* run = std::get_if<ProseRun>(&item)) {
        add(std::move(*run), measure.area);
        continue;
      }
      auto& grid = std::get<GridContent>(item);
      if (grid.kind == Drawn::box)
        add_box(std::move(grid), frame, measure);
      else
        add_grid(draft_table(frame, std::move(grid)), measure);
    }
  }

  void add_grid(TableDraft draft, const PageMeasure& measure) {
    std::vector<Line> titles = drop_sheet_headings(draft);
    if (!titles.empty()) add(ProseRun{std::move(titles), {}}, measure.area);
    add(std::move(draft), measure.foot);
  }

  // One text a sheet, whatever it holds.
  void write_text(const PageContent& page, PageText text) {
    if (document_.page_texts.size() <= page.sheet) {
      document_.page_texts.push_back(std::move(text));
      return;
    }
    PageText& whole = document_.page_texts.back();
    whole.text += (whole.text.empty() ? "" : "\n") + text.text;
    whole.raw_text += (whole.raw_text.empty() ? "" : "\n") + text.raw_text;
  }

  void finish() {
    close_table();
    close_prose();
  }

 private:
  void close_prose() {
    for (Paragraph& paragraph : build_paragraphs(std::exchange(prose_, {}))) {
      document_.order.push_back({Block::Kind::paragraph, document_.paragraphs.size()});
      document_.paragraphs.push_back(std::move(paragraph));
    }
  }
  void close_table() {
    if (!table_) return;
    document_.order.push_back({Block::Kind::table, document_.tables.size()});
    document_.tables.push_back(finish_table(*table_));
    table_.reset();
  }

  Document& document_;
  std::optional<TableDraft> table_;  // the table that the flow has just brought, still open for the next page
  std::vector<ProseLine> prose_;
};

}  // namespace

std::vector<Grid> find_grids(const std::vector<Ruling>& rulings, double page_width, double page_height) {
  std::vector<Grid> grids;
  for (RuledGrid& ruled : ruled_grids(rulings)) {
    if (judge_drawing(ruled, page_width, page_height) == Drawn::table) grids.push_back(std::move(ruled.grid));
  }
  return grids;
}

Document assemble(std::vector<Page> pages) {
  return assemble(read_lines(std::move(pages)));
}

Document assemble(ReportLines lines) {
  Document document;
  std::vector<PageContent>& contents = lines.contents;
  set_furniture_apart(contents);
  for (PageContent& content : contents) std::ranges::for_each(content.grids, split_rows);
  std::vector<PageMeasure> measures;
  measures.reserve(contents.size());
  for (std::size_t p = 0; p < contents.size(); ++p) {
    const bool as_before = p > 0 && same_size(contents[p - 1], contents[p]);
    measures.push_back(as_before ? measures.back() : measure_pages(contents, contents[p]));
  }
  Builder builder(document);
  for (std::size_t p = 0; p < contents.size(); ++p) builder.add_page(std::move(contents[p]), measures[p]);
  builder.finish();
  document.pages = std::move(lines.pages);
  return document;
}

}  // namespace prongsai::tables
