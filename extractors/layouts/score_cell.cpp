#include "extractors/layouts/score_cell.hpp"

#include <string_view>

#include "extractors/layouts/tight_text.hpp"

namespace prongsai::layouts {
namespace {

constexpr int kPlaces = 2;  // decimals of a score; a third one was made of a speck or a ruling

// " (AA)", "/ผ่านดี": what stands behind a figure and is a level.
std::optional<std::string> level_behind(std::string_view text, const ScoreWords& words) {
  const std::size_t first = text.find_first_not_of(" (/\n");
  if (first == 0 || first == std::string_view::npos) return std::nullopt;
  const std::size_t last = text.find_last_not_of(" )\n");
  return words.level_of(text.substr(first, last + 1 - first));
}

std::optional<CellFigure> figure_of(const std::string& text, const ScoreWords& words) {
  const auto numbers = text::find_numbers(text);
  if (numbers.size() != 1 || numbers.front().value > kHighestScore) return std::nullopt;
  const text::Number& number = numbers.front();
  if (!tight(text.substr(0, number.begin)).empty()) return std::nullopt;
  CellFigure figure{number, text.substr(number.begin, number.end - number.begin), std::nullopt, false};
  const std::string_view behind = std::string_view(text).substr(number.end);
  const std::string tail = tight(behind);
  if (tail.empty() || tail == words.points || begins_with_any(tail, words.percent) == tail.size()) return figure;
  figure.level = level_behind(behind, words);
  return figure.level ? std::optional(figure) : std::nullopt;
}

std::optional<CellFigure> guess_of(const std::string& text, const ScoreWords& words) {
  auto figure = figure_of(text, words);
  if (!figure || figure->number.decimals != kPlaces) return std::nullopt;
  figure->guessed = true;
  return figure;
}

// A narrow column breaks a figure over two lines ("98.3" above "4"), a scan may part one ("23. 02"). To two places it
// can be nothing else.
std::optional<CellFigure> broken_figure_of(std::string raw_text, const ScoreWords& words) {
  return std::erase_if(raw_text, [](char c) { return c == '\n' || c == ' '; }) > 0 ? guess_of(raw_text, words)
                                                                                   : std::nullopt;
}

// A ruling taken for a digit makes a figure that no score can be; the other reader may not have seen it.
std::optional<CellFigure> other_reading_of(const CellRecord& cell, const std::vector<DoubtfulWord>& doubtful,
                                           const ScoreWords& words) {
  for (const DoubtfulWord& word : doubtful) {
    const bool here = word.at.page_no == cell.at.page_no && cell.at.box.contains(word.at.box.centre());
    if (here && !word.alternative.empty() && tight(word.text) == tight(cell.text))
      return guess_of(word.alternative, words);
  }
  return std::nullopt;
}

}  // namespace

std::optional<CellFigure> figure_in(const CellRecord& cell, const std::vector<DoubtfulWord>& doubtful,
                                    const ScoreWords& words) {
  auto figure = figure_of(cell.text, words);
  if (!figure) figure = broken_figure_of(cell.raw_text, words);
  if (figure && figure->number.decimals <= kPlaces) return figure;
  const auto other = other_reading_of(cell, doubtful, words);
  return other ? other : figure;
}

}  // namespace prongsai::layouts
