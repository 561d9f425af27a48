#include "extractors/layouts/scores/leader_lines.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "extractors/layouts/scores/lead.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/carried_doubts.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr std::size_t kFewestDots = 3;
constexpr std::size_t kFewestLines = 2;
constexpr std::size_t kFewestBareLines = 3;
constexpr std::size_t kLongestBareLabel = 60;  // code points

struct LeaderLine {
  std::string label;
  std::string figure;  // with its unit and level
  bool bare = false;   // nothing but a gap between the two
};

// Takes the dots, colon or equals sign off a label's end; nothing where it has none.
std::optional<std::string> led_label(std::string_view text) {
  std::size_t dots = 0;
  bool mark = false;
  while (!text.empty()) {
    const auto points = text::code_points(text);
    const auto& last = points.back();
    const bool dot = last.value == U'.' || last.value == U'…' || last.value == U'_' || last.value == U'·';
    if (dot) dots += last.value == U'…' ? kFewestDots : 1;
    mark = mark || last.value == U':' || last.value == U'=';
    if (!dot && last.value != U':' && last.value != U'=' && !text::is_blank(last.value)) break;
    text = text.substr(0, last.begin);
  }
  if (text.empty() || (!mark && dots < kFewestDots)) return std::nullopt;
  return text::fold_space(text);
}

std::optional<LeaderLine> leader_line(std::string_view text) {
  const auto figures = find_figures(text);
  if (figures.empty() || !figures.back().readable() || figures.back().decimals == 0) return std::nullopt;
  const bool others = std::ranges::any_of(std::span(figures).first(figures.size() - 1),
                                          [](const FigureText& figure) { return figure.decimals > 0; });
  if (others) return std::nullopt;
  const std::string_view head = text.substr(0, figures.back().begin);
  const std::string figure = text::fold_space(text.substr(figures.back().begin));
  if (const auto label = led_label(head)) return LeaderLine{*label, figure, false};
  const std::string label = text::fold_space(head);
  const bool bare = figures.back().decimals == 2 && figures.back().end == text.size() && head.ends_with(' ') &&
                    text::length(label) <= kLongestBareLabel;
  return bare ? std::optional(LeaderLine{label, figure, true}) : std::nullopt;
}

// "ITA ได้คะแนน ๙๐.๐๐" is a sentence.
bool says_its_figure(std::string_view label, const ScoreWords& words) {
  const std::string compact = tight(label);
  const ScoreLead lead = read_lead(compact, words);
  return lead.lead || lead.percent || lead.bound;
}

class LeaderFinder {
 public:
  LeaderFinder(const Document& document, const Flow& flow, CellSenses& senses)
      : document_(&document), flow_(&flow), senses_(&senses) {}

  std::vector<LabelPairs> find() {
    for (std::size_t i = 0; i < flow_->size(); ++i) {
      const FlowItem& item = (*flow_)[i];
      const auto line = item.is_table() ? std::nullopt : leader_line(item.text);
      if (line && is_score(*line))
        add(*line, item, i);
      else
        close();
    }
    close();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is_score(const LeaderLine& line) const {
    TableCell label;
    label.text = label.raw_text = line.label;
    TableCell figure;
    figure.text = figure.raw_text = line.figure;
    const CellSense sense = senses_->fresh(label);
    if (line.bare && says_its_figure(line.label, senses_->labels().words())) return false;
    const bool told = !line.bare || rows_.size() >= kFewestLines;  // the lines before say what a bare "รวม" sums up
    const bool named = sense.label.subject || (sense.label.total && told);
    return named && !sense.label.no_score && senses_->fresh(figure).figure;
  }

  void add(const LeaderLine& line, const FlowItem& item, std::size_t flow_item) {
    if (rows_.empty()) first_ = flow_item;
    bare_ = bare_ || line.bare;
    TableRow row;
    for (const std::string* text : {&line.label, &line.figure}) {
      TableCell cell;
      cell.col = static_cast<int>(row.cells.size());
      cell.text = cell.raw_text = *text;
      cell.doubts = text::carried(*item.doubts, item.text, cell.text);
      cell.at = *item.at;
      cell.parts = {cell.at};
      row.cells.push_back(std::move(cell));
    }
    rows_.push_back(std::move(row));
    ++lines_[item.index];
  }

  void close() {
    if (rows_.size() >= (bare_ ? kFewestBareLines : kFewestLines)) {
      LabelPairs pairs;
      pairs.table.first_page = rows_.front().cells.front().at.page_no;
      pairs.table.last_page = rows_.back().cells.front().at.page_no;
      pairs.table.cols = 2;
      pairs.table.ruled = false;
      pairs.table.rows = rows_;
      pairs.item = first_;
      for (const auto& [paragraph, count] : lines_) {
        if (count >= document_->paragraphs[paragraph].lines.size()) pairs.paragraphs.push_back(paragraph);
      }
      out_.push_back(std::move(pairs));
    }
    rows_.clear();
    lines_.clear();
    bare_ = false;
  }

  const Document* document_;
  const Flow* flow_;
  CellSenses* senses_;
  std::size_t first_ = 0;
  bool bare_ = false;
  std::vector<TableRow> rows_;
  std::map<std::size_t, std::size_t> lines_;  // paragraph → its lines that were taken
  std::vector<LabelPairs> out_;
};

}  // namespace

std::vector<LabelPairs> find_leader_lines(const Document& document, const Flow& flow, CellSenses& senses) {
  return LeaderFinder(document, flow, senses).find();
}

}  // namespace prongsai::layouts::scores
