// The words of a printed line that stand together: labels and figures of a dashboard lie side by side on it.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "extractors/layouts/flow.hpp"
#include "models/document.hpp"

namespace prongsai::layouts::scores {

struct Piece {
  TableCell cell;
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::size_t paragraph = 0;  // of the document; kNone for a table's cell

  [[nodiscard]] Point centre() const { return cell.at.box.centre(); }
};

using Pieces = std::vector<Piece>;

// The page of a number; null where the document has none.
[[nodiscard]] const Page* page_at(const Document& document, int page_no);

// The words of one printed line of a paragraph, cut where a gap is wider than a letter is high, from left to right.
[[nodiscard]] Pieces pieces_of(const TextLine& line, std::size_t paragraph, const Page& page);

// Whether one stands over the other: their middles are no farther apart than half of the wider one.
[[nodiscard]] bool overlap(const Piece& label, const Piece& figure);

struct PiecePair {
  const Piece* label = nullptr;
  const Piece* figure = nullptr;
  const Piece* level = nullptr;  // below it, or none
  std::string level_word;
};

// One row of labels and one of the figures that belong to them.
struct LabelPairs {
  Table table;
  std::size_t item = 0;                 // flow item of the first line taken
  std::vector<std::size_t> paragraphs;  // of the document, taken whole
};

// Of pairs of one page, one at least.
[[nodiscard]] LabelPairs table_of_pairs(const std::vector<PiecePair>& pairs, const Flow& flow);

}  // namespace prongsai::layouts::scores
