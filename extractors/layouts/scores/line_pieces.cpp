#include "extractors/layouts/scores/line_pieces.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extractors/tables/line_doubts.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/carried_doubts.hpp"
#include "models/side_by_side.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr double kGap = 1.0;          // letter heights between two labels of a line
constexpr double kLetterShare = 0.6;  // of a word's box that a letter is high, where the font is unknown

void begin_piece(Pieces& pieces, const TextLine& line, std::size_t paragraph) {
  Piece piece;
  piece.paragraph = paragraph;
  piece.cell.at = line.at;
  piece.cell.at.box = {};
  pieces.push_back(std::move(piece));
}

// Boxes of large print reach into the lines above and below it: what stands at the line's middle is its own.
bool is_of_line(const Box& word, const Box& line) {
  constexpr double kOffMiddle = 0.3;  // of the higher box
  const Point middle = word.centre();
  const double apart = std::abs(middle.y - line.centre().y);
  return middle.x >= line.x0 && middle.x <= line.x1 && at_one_height(word, line) &&
         apart <= kOffMiddle * std::max(word.height(), line.height());
}

std::size_t first_item(const Flow& flow, const std::set<std::size_t>& paragraphs) {
  const auto first = std::ranges::find_if(
      flow, [&](const FlowItem& item) { return !item.is_table() && paragraphs.contains(item.index); });
  return static_cast<std::size_t>(first - flow.begin());
}

}  // namespace

const Page* page_at(const Document& document, int page_no) {
  const auto page = std::ranges::find_if(document.pages, [&](const Page& one) { return one.page_no == page_no; });
  return page == document.pages.end() ? nullptr : &*page;
}

Pieces pieces_of(const TextLine& line, std::size_t paragraph, const Page& page) {
  std::vector<const Word*> words;
  for (const Word& word : page.words) {
    if (is_of_line(word.box, line.at.box)) words.push_back(&word);
  }
  std::ranges::sort(words, [](const Word* a, const Word* b) { return a->box.x0 < b->box.x0; });
  Pieces pieces;
  double end = 0;
  for (const Word* word : words) {
    const double height = word->font_size > 0 ? word->font_size : kLetterShare * word->box.height();
    if (pieces.empty() || word->box.x0 - end > kGap * height) begin_piece(pieces, line, paragraph);
    TableCell& cell = pieces.back().cell;
    const bool blank = !cell.text.empty() && word->box.x0 - end > height / 8;
    if (blank) cell.text += " ";
    if (const Doubt doubt = tables::doubt_of(*word, page.page_no); doubt.certainty != Certainty::certain)
      append_doubts(cell.doubts, {doubt}, cell.text.size());
    cell.text += word->text;
    cell.at.box = unite(cell.at.box, word->box);
    end = word->box.x1;
  }
  for (Piece& piece : pieces) {
    piece.cell.raw_text = text::fold_space(piece.cell.text);
    piece.cell.doubts = text::carried(piece.cell.doubts, piece.cell.text, piece.cell.raw_text);
    piece.cell.text = piece.cell.raw_text;
    piece.cell.parts = {piece.cell.at};
  }
  return pieces;
}

bool overlap(const Piece& label, const Piece& figure) {
  const double half = std::max(label.cell.at.box.width(), figure.cell.at.box.width()) / 2;
  return std::abs(label.centre().x - figure.centre().x) <= half;
}

LabelPairs table_of_pairs(const std::vector<PiecePair>& pairs, const Flow& flow) {
  LabelPairs out;
  out.table.first_page = out.table.last_page = pairs.front().label->cell.at.page_no;
  out.table.cols = static_cast<int>(pairs.size());
  out.table.ruled = false;
  TableRow head{RowKind::header, {}};
  TableRow body{RowKind::body, {}};
  std::set<std::size_t> paragraphs;
  for (const PiecePair& pair : pairs) {
    for (const auto& [piece, row] : {std::pair{pair.label, &head}, std::pair{pair.figure, &body}}) {
      row->cells.push_back(piece->cell);
      row->cells.back().col = static_cast<int>(row->cells.size()) - 1;
      out.table.box = unite(out.table.box, piece->cell.at.box);
      if (piece->paragraph != Piece::kNone) paragraphs.insert(piece->paragraph);
    }
    if (pair.level != nullptr) {
      body.cells.back().text += "\n" + pair.level_word;
      paragraphs.insert(pair.level->paragraph);
    }
    out.table.headers.push_back(pair.label->cell.text);
  }
  out.table.rows = {std::move(head), std::move(body)};
  out.paragraphs.assign(paragraphs.begin(), paragraphs.end());
  out.item = first_item(flow, paragraphs);
  return out;
}

}  // namespace prongsai::layouts::scores
