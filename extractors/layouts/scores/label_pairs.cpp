#include "extractors/layouts/scores/label_pairs.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "extractors/layouts/scores/numbered_indicators.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "models/side_by_side.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr std::size_t kLongestPairLine = 120;  // code points
constexpr double kSameRow = 8;                 // points between the middles of labels of one row …
constexpr double kSameRowShare = 0.65;         // … or this share of the height of their line, side by side
constexpr double kPairLevelBelow = 60;         // points between a figure and its level in one tile
constexpr double kFarthest = 90;               // points between a label and its figure
constexpr std::size_t kFewest = 2;

struct PagePieces {
  std::vector<Pieces> label_lines;  // labels side by side, as printed
  Pieces figures;                   // and levels
};

class PairFinder {
 public:
  PairFinder(const Document& document, const Flow& flow, CellSenses& senses)
      : document_(&document), flow_(&flow), senses_(&senses) {}

  std::vector<LabelPairs> find() {
    int page_no = 0;
    for (std::size_t i = 0; i < document_->paragraphs.size(); ++i) {
      const Paragraph& paragraph = document_->paragraphs[i];
      if (paragraph.at.page_no != page_no) match(page_no);
      page_no = paragraph.at.page_no;
      take(paragraph, i);
    }
    match(page_no);
    return std::move(out_);
  }

 private:
  // A paragraph whose lines are all labels, or all figures.
  void take(const Paragraph& paragraph, std::size_t index) {
    if (text::length(paragraph.text) > kLongestPairLine) return;
    const Page* page = document_page(paragraph.at.page_no);
    if (page == nullptr) return;
    for (const TextLine& line : paragraph.lines) {
      Pieces pieces = pieces_of(line, index, *page);
      if (pieces.empty()) continue;
      if (std::ranges::all_of(pieces, [&](const Piece& piece) { return is_value(piece); }))
        found_.figures.insert(found_.figures.end(), pieces.begin(), pieces.end());
      else if (are_labels(pieces))
        found_.label_lines.push_back(std::move(pieces));
      else
        std::ranges::copy_if(pieces, std::back_inserter(found_.figures),
                             [&](const Piece& piece) { return sense_of(piece).level.has_value(); });
    }
  }

  const Page* document_page(int page_no) {
    if (page_ == nullptr || page_->page_no != page_no) page_ = page_at(*document_, page_no);
    return page_;
  }

  // The pieces move about: nothing of them may be remembered.
  [[nodiscard]] CellSense sense_of(const Piece& piece) const { return senses_->fresh(piece.cell); }

  [[nodiscard]] bool is_label(const Piece& piece) const {
    const CellSense sense = sense_of(piece);
    return sense.words() && (sense.label.subject || sense.label.total || sense.label.level) && !sense.label.no_score;
  }

  // Labels side by side; some of them may be of figures that are no scores: เป้าหมาย.
  [[nodiscard]] bool are_labels(const Pieces& pieces) const {
    std::vector<std::string> texts;
    for (const Piece& piece : pieces) texts.push_back(piece.cell.text);
    if (!numbered_indicators(texts, senses_->labels()).empty()) return true;
    const bool any = std::ranges::any_of(pieces, [&](const Piece& piece) { return is_label(piece); });
    return any && std::ranges::all_of(pieces, [&](const Piece& piece) {
             return is_label(piece) || (sense_of(piece).words() && sense_of(piece).label.no_score);
           });
  }

  [[nodiscard]] bool is_value(const Piece& piece) const {
    const CellSense sense = sense_of(piece);
    return sense.level || (sense.figure && sense.figure->number.decimals > 0);
  }

  static bool in_one_row(const Piece& a, const Piece& b) {
    const double apart = std::abs(a.centre().y - b.centre().y);
    if (apart < kSameRow) return true;
    const Box& left = a.cell.at.box;
    const Box& right = b.cell.at.box;
    return lie_apart(left, right) && apart < kSameRowShare * std::min(left.height(), right.height());
  }

  // Labels side by side; of lines with a label each, those one below the other.
  [[nodiscard]] std::vector<Pieces> label_rows() const {
    std::vector<Pieces> rows;
    for (const Pieces& line : found_.label_lines) {
      const auto row = std::ranges::find_if(rows, [&](const Pieces& one) {
        return std::ranges::all_of(one, [&](const Piece& label) { return in_one_row(label, line.front()); });
      });
      if (row != rows.end())
        row->insert(row->end(), line.begin(), line.end());
      else
        rows.push_back(line);
    }
    std::vector<Pieces> stacked;
    const Piece* last = nullptr;  // the label that stood alone in its row before
    for (Pieces& row : rows) {
      const bool alone = row.size() == 1;
      const bool below = last != nullptr && alone && row.front().centre().y - last->centre().y < kFarthest;
      if (below)
        stacked.back().push_back(std::move(row.front()));
      else
        stacked.push_back(std::move(row));
      last = alone ? &stacked.back().back() : nullptr;
    }
    return stacked;
  }

  // Figures of cards that lie in columns were taken for a table without rulings; their labels stand above it.
  void take_cells(int page_no) {
    for (const Table& table : document_->tables) {
      if (table.ruled || table.first_page != page_no) continue;
      for (const TableRow& row : table.rows) {
        for (const TableCell& cell : row.cells) {
          Piece piece{cell, Piece::kNone};
          if (cell.at.page_no == page_no && is_value(piece)) found_.figures.push_back(std::move(piece));
        }
      }
    }
  }

  void match(int page_no) {
    if (!found_.label_lines.empty()) take_cells(page_no);
    const std::vector<Pieces> rows = label_rows();
    std::vector<std::vector<Pair>> cards;
    std::set<const Piece*> used;
    for (const Pieces& labels : rows) {
      const auto above = figures_for(labels, 1);
      const auto below = figures_for(labels, -1);
      const auto& best = above.size() >= below.size() ? above : below;
      if (best.size() == 1 && is_card(*best.front().first, *best.front().second)) cards.push_back(best);
      if (best.size() < kFewest) continue;
      for (const Pair& pair : best) used.insert(pair.second);
      add_pairs(best);
    }
    for (const auto& card : cards) {
      if (!used.contains(card.front().second)) add_pairs(card);
    }
    found_ = {};
  }

  using Pair = std::pair<const Piece*, const Piece*>;

  // The nearest figure below (1) or above (-1) each label; a figure that two labels claim is neither's.
  [[nodiscard]] std::vector<Pair> figures_for(const Pieces& labels, int direction) const {
    std::vector<Pair> pairs;
    std::set<const Piece*> claimed;
    for (const Piece& label : labels) {
      const Piece* nearest = nullptr;
      for (const Piece& figure : found_.figures) {
        const double distance = direction * (figure.centre().y - label.centre().y);
        if (distance <= 0 || distance > kFarthest || !overlap(label, figure)) continue;
        if (nearest == nullptr || distance < direction * (nearest->centre().y - label.centre().y)) nearest = &figure;
      }
      if (nearest == nullptr) continue;
      if (!claimed.insert(nearest).second) return {};
      pairs.emplace_back(&label, nearest);
    }
    return pairs;
  }

  // One label over one figure: a card, if the figure is set in much larger letters.
  [[nodiscard]] bool is_card(const Piece& label, const Piece& figure) const {
    constexpr double kLarger = 1.6;
    return sense_of(figure).figure && figure.cell.at.box.height() > kLarger * label.cell.at.box.height();
  }

  // "ระดับ ผ่านดี" under a figure, with no other figure between them.
  [[nodiscard]] const Piece* level_below(const Piece& figure) const {
    if (sense_of(figure).level || sense_of(figure).figure->level) return nullptr;
    const Piece* nearest = nullptr;
    for (const Piece& other : found_.figures) {
      const double distance = other.centre().y - figure.centre().y;
      const double farthest = std::max(kPairLevelBelow, figure.cell.at.box.height());
      if (distance <= 0 || distance > farthest || !overlap(figure, other)) continue;
      if (nearest == nullptr || other.centre().y < nearest->centre().y) nearest = &other;
    }
    return nearest != nullptr && sense_of(*nearest).level ? nearest : nullptr;
  }

  void add_pairs(const std::vector<Pair>& pairs) {
    std::vector<PiecePair> whole;
    for (const auto& [label, figure] : pairs) {
      PiecePair& pair = whole.emplace_back(PiecePair{label, figure, level_below(*figure), {}});
      if (pair.level != nullptr) pair.level_word = *sense_of(*pair.level).level;
    }
    out_.push_back(table_of_pairs(whole, *flow_));
  }

  const Document* document_;
  const Flow* flow_;
  CellSenses* senses_;
  const Page* page_ = nullptr;
  PagePieces found_;
  std::vector<LabelPairs> out_;
};

}  // namespace

std::vector<LabelPairs> find_label_pairs(const Document& document, const Flow& flow, CellSenses& senses) {
  return PairFinder(document, flow, senses).find();
}

}  // namespace prongsai::layouts::scores
