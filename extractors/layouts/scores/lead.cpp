#include "extractors/layouts/scores/lead.hpp"

#include <algorithm>
#include <cctype>

#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts {
namespace {

// A level with its word ("ระดับ AA") at the end of a text: its length.
std::size_t trailing_level(std::string_view text, const ScoreWords& words) {
  for (const auto& level : words.levels) {
    if (!text.ends_with(level)) continue;
    const std::size_t word = ends_with_any(text.substr(0, text.size() - level.size()), words.level_words);
    if (word > 0) return level.size() + word;
  }
  return 0;
}

// A year with its words ("ประจำปีงบประมาณ พ.ศ. ๒๕๖๖") at the end of a text: its length.
std::size_t trailing_year(std::string_view text, const ScoreWords& words) {
  constexpr std::size_t kYearDigits = 4;
  if (text.size() < kYearDigits || !text.substr(text.size() - kYearDigits).starts_with("25")) return 0;
  std::string_view rest = text.substr(0, text.size() - kYearDigits);
  while (const std::size_t word = ends_with_any(rest, words.year_words)) rest.remove_suffix(word);
  if (rest.size() + kYearDigits == text.size()) return 0;
  rest.remove_suffix(ends_with_any(rest, words.belonging));  // ผลรวมของปีงบประมาณ …
  return text.size() - rest.size();
}

// The dots that lead from a label to its figure: "IIT ........ ๒๘.๑๒".
std::size_t trailing_dots(std::string_view text) {
  constexpr std::size_t kFewestDots = 3;
  static const std::vector<std::string> kDots{".", "…", "_", "·"};
  std::size_t count = 0;
  std::string_view rest = text;
  while (const std::size_t dot = ends_with_any(rest, kDots)) {
    rest.remove_suffix(dot);
    count += dot == 1 ? 1 : kFewestDots;
  }
  return count >= kFewestDots ? text.size() - rest.size() : 0;
}

// One step back over what may stand between a lead or a subject and its figure: its length.
std::size_t connector(std::string_view text, const ScoreWords& words) {
  return std::max({ends_with_any(text, words.percent), ends_with_any(text, words.connectors),
                   trailing_level(text, words), trailing_year(text, words), trailing_dots(text)});
}

bool ends_with_digit(std::string_view text) {
  return !text.empty() && std::isdigit(static_cast<unsigned char>(text.back())) != 0;
}

}  // namespace

ScoreLead read_lead(std::string_view text, const ScoreWords& words) {
  ScoreLead found;
  if (ends_with_any(text, words.full_marks) > 0) return {.lead = true};
  while (true) {
    if (ends_with_any(text, words.not_after) > 0 || ends_with_any(text, words.hoped_for) > 0) {
      found.bound = true;
      return found;
    }
    if (ends_with_any(text, words.not_leads) > 0) return found;
    const std::size_t lead = ends_with_any(text, words.leads);
    const std::string_view rest = text.substr(0, text.size() - lead);
    // "๙๖.๒๐ คะแนน อยู่ในระดับ AA 3.": the word is the unit of the figure before it.
    if (lead > 0 && ends_with_digit(rest) && trailing_year(rest, words) == 0) return found;
    if (lead > 0) {
      found.bound = ends_with_any(rest, words.not_after) > 0;
      found.lead = true;
      found.needs_unit = !text.ends_with(words.points);
      return found;
    }
    const std::size_t step = connector(text, words);
    if (step == 0) return found;
    found.percent = found.percent || ends_with_any(text, words.percent) > 0;
    text.remove_suffix(step);
  }
}

std::size_t chain_begin(std::string_view text, const ScoreWords& words) {
  while (const std::size_t step = std::max(connector(text, words), ends_with_any(text, words.leads)))
    text.remove_suffix(step);
  return text.size();
}

bool connects(std::string_view text, std::size_t from, const ScoreWords& words) {
  while (text.size() > from) {
    const std::size_t step = std::max(connector(text, words), ends_with_any(text, words.leads));
    if (step == 0 || text.size() - step < from) return false;
    text.remove_suffix(step);
  }
  return true;
}

}  // namespace prongsai::layouts
