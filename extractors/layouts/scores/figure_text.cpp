#include "extractors/layouts/scores/figure_text.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

using State = FigureText::State;

constexpr double kHighest = 100;

bool is_letter_digit(char32_t c) {
  return c == U'O' || c == U'o' || c == U'l' || c == U'I';
}

bool is_latin(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

bool is_separator(char32_t c) {
  return c == U'.' || c == U',' || c == U'/';
}

// Digits, separators between them, and letters that stand where a digit should.
std::size_t end_of_run(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size();) {
    const auto point = text::code_point_at(text, at);
    if (text::is_digit(point.value)) {
      end = point.end();
    } else if (is_letter_digit(point.value)) {
      // Behind a point, or between digits: "89.O4", "9O.12".
      const auto next = point.end() < text.size() ? text::code_point_at(text, point.end()).value : U' ';
      const bool goes_on = text::is_digit(next) || is_separator(next);
      const bool last = text.substr(begin, at - begin).find('.') != std::string_view::npos && !is_latin(next);
      if (!goes_on && !last) break;
      end = point.end();
    } else if (!is_separator(point.value)) {
      break;
    }
    at = point.end();
  }
  return end;
}

std::string with_digits_for_letters(std::string text) {
  for (char& c : text) {
    if (c == 'O' || c == 'o') c = '0';
    if (c == 'l' || c == 'I') c = '1';
  }
  return text;
}

std::vector<std::string> parts_of(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator)
      parts.emplace_back();
    else
      parts.back().push_back(c);
  }
  return parts;
}

void set_value(FigureText& figure, const std::string& ascii) {
  const std::size_t point = ascii.find('.');
  figure.value = std::strtod(ascii.c_str(), nullptr);
  figure.decimals = point == std::string::npos ? 0 : static_cast<int>(ascii.size() - point - 1);
}

// "28,12": groups have three digits, so this comma is a point. One digit before it may be a list's.
bool is_decimal_comma(const std::string& ascii) {
  const auto halves = parts_of(ascii, ',');
  return halves.size() == 2 && halves[0].size() == 2 && halves[1].size() == kScorePlaces &&
         ascii.find('.') == ascii.npos;
}

bool has_groups(const std::string& ascii) {
  const auto groups = parts_of(ascii.substr(0, ascii.find('.')), ',');
  return groups.front().size() <= 3 &&
         std::all_of(groups.begin() + 1, groups.end(), [](const std::string& group) { return group.size() == 3; });
}

// Two figures run together: both had two places.
bool is_glued(const std::vector<std::string>& by_point) {
  return by_point.size() == 3 && by_point[0].size() >= 2 && by_point[1].size() > kScorePlaces;
}

void judge_points(FigureText& figure, std::string ascii) {
  const auto by_point = parts_of(ascii, '.');
  if (by_point.size() > 2) {
    figure.state = is_glued(by_point) ? State::broken : State::number;
    figure.decimals = is_glued(by_point) ? static_cast<int>(by_point.back().size()) : 0;
    return;
  }
  if (is_decimal_comma(ascii)) {
    ascii[ascii.find(',')] = '.';
    figure.state = State::mended;
  } else if (ascii.find(',') != std::string::npos) {
    if (!has_groups(ascii)) figure.state = State::broken;
    std::erase(ascii, ',');
  }
  set_value(figure, ascii);
}

FigureText judge(std::string_view text, std::size_t begin, std::size_t end) {
  FigureText figure;
  figure.begin = begin;
  figure.end = end;
  const std::string printed = text::ascii_digits(text.substr(begin, end - begin));
  std::string ascii = with_digits_for_letters(printed);
  const auto by_slash = parts_of(ascii, '/');
  if (by_slash.size() > 1) {
    const double full = std::strtod(by_slash[1].c_str(), nullptr);
    const bool of_full_mark = by_slash.size() == 2 && by_slash[0].find('.') != std::string::npos && full <= kHighest;
    judge_points(figure, by_slash[0]);
    if (!of_full_mark || figure.value > full) figure.state = State::number;
    if (figure.state == State::plain) figure.state = State::mended;
  } else {
    judge_points(figure, ascii);
  }
  if (ascii != printed && figure.readable()) figure.state = State::likely;
  return figure;
}

// "97. 10": a point, a blank and two digits more: half of a figure that a reader of pixels parted.
bool goes_on_behind_a_blank(std::string_view text, std::size_t end) {
  constexpr std::size_t kPlaces = 2;
  std::size_t at = end;
  if (at >= text.size() || text[at] != '.' || !is_blank_at(text, at + 1)) return false;
  at = text::code_point_at(text, at + 1).end();
  std::size_t digits = 0;
  for (; at < text.size() && text::is_digit(text::code_point_at(text, at).value); ++digits)
    at = text::code_point_at(text, at).end();
  return digits == kPlaces && (at >= text.size() || text[at] != '.');
}

}  // namespace

std::vector<FigureText> find_figures(std::string_view text) {
  std::vector<FigureText> figures;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = text::code_point_at(text, at);
    if (!text::is_digit(point.value)) {
      at = point.end();
      continue;
    }
    figures.push_back(judge(text, at, end_of_run(text, at)));
    at = figures.back().end;
    if (figures.back().state == State::plain && figures.back().decimals == 0 && goes_on_behind_a_blank(text, at))
      figures.back().state = State::broken;
  }
  return figures;
}

}  // namespace prongsai::layouts::scores
