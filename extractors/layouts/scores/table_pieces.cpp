#include "extractors/layouts/scores/table_pieces.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>

#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr double kSameHeight = 4;  // points by which one row may stand elsewhere on two pages
constexpr int kFewestHeads = 2;

std::string without_digits(std::string_view text) {
  std::string out = tight(text);
  std::erase_if(out, [](unsigned char c) { return std::isdigit(c) != 0; });
  return out;
}

// A line that stands at the same place of another page as well, or a page's number.
bool is_running_line(const Paragraph& paragraph, const Document& document) {
  const std::string words = without_digits(paragraph.text);
  if (words.empty()) return true;
  return std::ranges::any_of(document.paragraphs, [&](const Paragraph& other) {
    return other.at.page_no != paragraph.at.page_no && std::abs(other.at.box.y0 - paragraph.at.box.y0) <= kSameHeight &&
           without_digits(other.text) == words;
  });
}

class Joiner {
 public:
  Joiner(const Document& document, const Flow& flow, CellSenses& senses)
      : document_(&document), flow_(&flow), senses_(&senses) {}

  void add(std::size_t item) {
    const std::size_t index = (*flow_)[item].index;
    Grid grid = grid_of(document_->tables[index]);
    if (grid.rows.empty()) return;
    if (!pieces_.empty() && only_running_lines(pieces_.back().item, item)) {
      TablePieces& last = pieces_.back();
      const bool next_page = document_->tables[index].first_page == document_->tables[last.tables.back()].last_page + 1;
      if (next_page && goes_on_right(last, index, grid)) {
        last.grid = beside(last.grid, grid);
        last.tables.push_back(index);
        return;
      }
      if (next_page && goes_on_below(last, grid)) {
        last.grid = below(last.grid, grid);
        last.tables.push_back(index);
        return;
      }
    }
    pieces_.push_back({item, {index}, std::move(grid)});
  }

  std::vector<TablePieces> take() { return std::move(pieces_); }

 private:
  [[nodiscard]] bool only_running_lines(std::size_t from, std::size_t to) const {
    for (std::size_t i = from + 1; i < to; ++i) {
      const FlowItem& item = (*flow_)[i];
      if (item.is_table()) continue;
      if (!is_running_line(document_->paragraphs[item.index], *document_)) return false;
    }
    return true;
  }

  // Heads over figures, none of which says whose they are, in as many rows at the same heights.
  [[nodiscard]] bool goes_on_right(const TablePieces& left, std::size_t index, const Grid& right) {
    if (left.grid.row_count() != right.row_count() || right.row_count() < 2) return false;
    int heads = 0;
    int figures = 0;
    for (int column = 0; column < right.column_count(); ++column) {
      const CellSense& head = senses_->of(right.at(0, column));
      if (head.words() && head.label.is_header_like()) ++heads;
      for (int row = 1; row < right.row_count(); ++row) {
        const CellSense& cell = senses_->of(right.at(row, column));
        if (cell.office) return false;
        if (cell.figure || cell.level) ++figures;
      }
    }
    const bool table = heads >= std::min(kFewestHeads, right.column_count()) && figures >= right.row_count() - 1;
    return table && heights_agree(document_->tables[left.tables.front()], document_->tables[index]);
  }

  static bool heights_agree(const Table& left, const Table& right) {
    if (left.first_page != left.last_page || right.first_page != right.last_page) return true;
    if (left.rows.size() != right.rows.size()) return false;
    for (std::size_t row = 0; row < left.rows.size(); ++row) {
      if (left.rows[row].cells.empty() || right.rows[row].cells.empty()) continue;
      const Box& a = left.rows[row].cells.front().at.box;
      const Box& b = right.rows[row].cells.front().at.box;
      if (std::abs(a.centre().y - b.centre().y) > 2 * kSameHeight) return false;
    }
    return true;
  }

  // The same columns without a header of their own.
  [[nodiscard]] bool goes_on_below(const TablePieces& top, const Grid& bottom) {
    if (top.grid.column_count() != bottom.column_count() || bottom.rows.front().header) return false;
    int heads = 0;
    for (int column = 0; column < bottom.column_count(); ++column) {
      const CellSense& cell = senses_->of(bottom.at(0, column));
      if (cell.words() && !cell.office && cell.label.is_header_like()) ++heads;
    }
    return heads < kFewestHeads;
  }

  const Document* document_;
  const Flow* flow_;
  CellSenses* senses_;
  std::vector<TablePieces> pieces_;
};

}  // namespace

std::vector<TablePieces> put_together(const Document& document, const Flow& flow, CellSenses& senses) {
  Joiner joiner(document, flow, senses);
  for (std::size_t item = 0; item < flow.size(); ++item) {
    if (flow[item].is_table()) joiner.add(item);
  }
  return joiner.take();
}

}  // namespace prongsai::layouts::scores
