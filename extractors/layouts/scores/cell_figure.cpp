#include "extractors/layouts/scores/cell_figure.hpp"

#include <algorithm>
#include <string_view>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

using State = FigureText::State;

// " (AA)", "/ผ่านดี": what stands behind a figure and is a level.
std::optional<std::string> level_in(std::string_view text, const ScoreWords& words) {
  const std::size_t first = text.find_first_not_of(" (/\n");
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t last = text.find_last_not_of(" )\n");
  std::string_view level = text.substr(first, last + 1 - first);
  for (const auto& word : words.level_words) {
    if (!level.starts_with(word)) continue;
    level.remove_prefix(word.size());
    while (level.starts_with(' ')) level.remove_prefix(1);
    break;
  }
  return words.level_of(level);
}

// Only words that lead to a figure stand before it.
bool is_lead(std::string text, const ScoreWords& words) {
  while (!text.empty()) {
    std::size_t size = begins_with_any(text, words.percent);
    if (size == 0) size = begins_with_any(text, words.leads);
    if (size == 0) return false;
    text.erase(0, size);
  }
  return true;
}

// What stands behind a figure and its unit.
std::string_view without_unit(std::string_view text, std::size_t at, const ScoreWords& words) {
  const TightText compact(text);
  const std::string_view rest = std::string_view(compact.text()).substr(compact.tight(at));
  std::size_t unit = begins_with_any(rest, words.percent);
  if (unit == 0 && rest.starts_with(words.points)) unit = words.points.size();
  return unit == 0 ? text.substr(at) : text.substr(compact.original(compact.tight(at) + unit));
}

std::optional<CellFigure> figure_of(const std::string& text, const ScoreWords& words) {
  const auto numbers = find_figures(text);
  if (numbers.size() != 1 || !numbers.front().readable() || numbers.front().value > kHighestScore) return std::nullopt;
  const FigureText& number = numbers.front();
  CellFigure figure{number, text.substr(number.begin, number.end - number.begin), std::nullopt, false, false};
  const std::string before = tight(text.substr(0, number.begin));
  figure.guessed = number.state == State::likely;
  figure.percent = contains_any(tight(text), words.percent);
  if (!is_lead(before, words)) {
    figure.level = level_in(std::string_view(text).substr(0, number.begin), words);
    if (!figure.level) return std::nullopt;
  }
  const std::string_view behind = without_unit(text, number.end, words);
  if (tight(behind).empty()) return figure;
  if (figure.level || std::string_view(" (/\n").find(behind.front()) == std::string_view::npos) return std::nullopt;
  figure.level = level_in(behind, words);
  return figure.level ? std::optional(figure) : std::nullopt;
}

std::optional<CellFigure> guess_of(const std::string& text, const ScoreWords& words) {
  auto figure = figure_of(text, words);
  if (!figure || figure->number.decimals != kScorePlaces) return std::nullopt;
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
std::optional<CellFigure> other_reading_of(const TableCell& cell, const ScoreWords& words) {
  for (const Doubt& doubt : cell.doubts) {
    if (!doubt.alternative.empty() && tight(doubt.text) == tight(cell.text)) return guess_of(doubt.alternative, words);
  }
  return std::nullopt;
}

constexpr std::u32string_view kSigns = U"* ▲△▴▼▽▾↑↓→←↗↘➚➘⬆⬇⇧⇩";

// Of "86.05 ▲ 3.10", "๘๖.๐๕ (+๓.๑๐)", "86.05 (เพิ่มขึ้น 3.10)" the figure: what it changed by is none.
std::string without_change(const std::string& text, const ScoreWords& words) {
  const auto figures = find_figures(text);
  if (figures.size() != 2 || !is_blank_text(text.substr(0, figures[0].begin))) return text;
  std::string sign = tight(text.substr(figures[0].end, figures[1].begin - figures[0].end));
  const std::string behind = tight(text.substr(figures[1].end));
  const bool bracket = sign.starts_with('(') && behind.ends_with(')');
  if (bracket) sign.erase(0, 1);
  const std::u32string codes = text::to_utf32(sign);
  const bool drawn = !codes.empty() && codes.find_first_not_of(kSigns) == codes.npos;
  const bool said = bracket && std::ranges::find(words.changes, sign) != words.changes.end();
  if (!drawn && !said) return text;
  const std::string rest = bracket ? behind.substr(0, behind.size() - 1) : behind;
  const bool unit = rest.empty() || rest == words.points || begins_with_any(rest, words.percent) == rest.size();
  return unit ? text.substr(0, figures[0].end) : text;
}

// "78.35*" points to a note, "93.16 ▲" says that it rose: the figure ends where its digits end.
std::string without_signs(std::string text) {
  std::u32string codes = text::to_utf32(text);
  const std::size_t end = codes.find_last_not_of(kSigns);
  if (end == codes.npos || end + 1 == codes.size()) return text;
  codes.erase(end + 1);
  return text::to_utf8(codes);
}

}  // namespace

std::optional<CellFigure> figure_in(const TableCell& cell, const ScoreWords& words) {
  auto figure = figure_of(without_signs(without_change(cell.text, words)), words);
  if (!figure) figure = broken_figure_of(cell.raw_text, words);
  if (figure && figure->number.decimals <= kScorePlaces) return figure;
  const auto other = other_reading_of(cell, words);
  if (other) return other;
  if (figure) figure->guessed = true;
  return figure;
}

}  // namespace prongsai::layouts::scores
