#include <algorithm>

#include "extractors/layouts/record_builder.hpp"
#include "extractors/text/thai_repair.hpp"

namespace prongsai::layouts {
namespace {

// Words in lines from the top; words of one line overlap by half their height.
std::vector<std::vector<const Word*>> lines_in(const std::vector<const Word*>& words) {
  std::vector<const Word*> sorted = words;
  std::sort(sorted.begin(), sorted.end(),
            [](const Word* a, const Word* b) { return a->box.centre().y < b->box.centre().y; });
  std::vector<std::vector<const Word*>> lines;
  for (const Word* word : sorted) {
    const bool same = !lines.empty() && word->box.centre().y - lines.back().front()->box.centre().y < word->box.height() / 2;
    if (!same) lines.emplace_back();
    lines.back().push_back(word);
  }
  for (auto& line : lines) {
    std::sort(line.begin(), line.end(), [](const Word* a, const Word* b) { return a->box.x0 < b->box.x0; });
  }
  return lines;
}

// The text of one page, put together from the blocks that stand on it.
class PageText {
 public:
  explicit PageText(const Page& page) : page_(&page), used_(page.words.size(), false) {}

  void add_line(const TextLine& line) {
    text_ += line.text + "\n";
    raw_ += line.raw_text + "\n";
    use(line.at.box);
  }

  void add_cell(const TableCell& cell) {
    for (const auto& part : cell.parts) {
      if (part.page_no != page_->page_no) continue;
      if (cell.parts.size() == 1) {
        text_ += cell.text + "\n";
        raw_ += cell.raw_text + "\n";
        use(part.box);
      } else {
        add_words(use(part.box));
      }
    }
  }

  // Page numbers, running heads, headers repeated: what no block holds.
  void add_rest() {
    std::vector<const Word*> rest;
    for (std::size_t i = 0; i < used_.size(); ++i) {
      if (!used_[i]) rest.push_back(&page_->words[i]);
    }
    add_words(rest);
  }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::string& raw() const { return raw_; }

 private:
  std::vector<const Word*> use(const Box& box) {
    std::vector<const Word*> fresh;
    for (std::size_t i = 0; i < used_.size(); ++i) {
      if (used_[i] || !box.contains(page_->words[i].box.centre())) continue;
      used_[i] = true;
      fresh.push_back(&page_->words[i]);
    }
    return fresh;
  }

  void add_words(const std::vector<const Word*>& words) {
    for (const auto& line : lines_in(words)) {
      std::string raw;
      for (const Word* word : line) raw += word->text + (word->space_after ? " " : "");
      raw_ += raw + "\n";
      text_ += text::repair_thai(raw).text + "\n";
    }
  }

  const Page* page_;
  std::vector<bool> used_;
  std::string text_;
  std::string raw_;
};

void add_paragraph(PageText& text, const Paragraph& paragraph, int page_no) {
  for (const auto& line : paragraph.lines) {
    if (line.at.page_no == page_no) text.add_line(line);
  }
}

// A column covered by a vertical span repeats the cell in each row: it is printed once.
void add_table(PageText& text, const Table& table, int page_no) {
  if (page_no < table.first_page || page_no > table.last_page) return;
  std::vector<Box> printed;
  for (const auto& row : table.rows) {
    for (const auto& cell : row.cells) {
      const auto on_page = std::find_if(cell.parts.begin(), cell.parts.end(),
                                        [&](const Evidence& part) { return part.page_no == page_no; });
      if (on_page == cell.parts.end()) continue;
      if (std::find(printed.begin(), printed.end(), on_page->box) != printed.end()) continue;
      printed.push_back(on_page->box);
      text.add_cell(cell);
    }
  }
}

}  // namespace

void add_pages(Record& record, const Document& document) {
  for (const Page& page : document.pages) {
    PageText text(page);
    for (const Block& block : document.order) {
      if (block.kind == Block::Kind::table) add_table(text, document.tables[block.index], page.page_no);
      else add_paragraph(text, document.paragraphs[block.index], page.page_no);
    }
    text.add_rest();
    PageRecord out;
    out.page_no = page.page_no;
    out.source = page.source;
    out.reason = page.reason;
    out.width = page.width;
    out.height = page.height;
    out.rotation = page.rotation;
    out.text = text.text();
    out.raw_text = text.raw();
    out.confidence = page.confidence;
    out.broken_text_layer = page.broken_text_layer;
    out.unreadable = page.unreadable;
    record.pages.push_back(std::move(out));
  }
}

}  // namespace prongsai::layouts
