#include "extractors/tables/line_ends.hpp"

#include <algorithm>

#include "extractors/text/thai/words.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::tables {
namespace {

constexpr double kBlank = 0.6;        // advances: the width of a blank
constexpr double kLongestWord = 40;   // advances
constexpr double kPhraseDoubt = 1.0;  // advances

double width_of(std::string_view text, double advance) {
  double clusters = 0;
  for (const char32_t c : text::to_utf32(text)) clusters += text::is_thai_mark(c) ? 0 : 1;
  return clusters * advance;
}

bool fills(const Line& line, double wanted, double room, double doubt) {
  return room < wanted + (kBlank + doubt) * line.advance;
}

}  // namespace

bool line_is_full(const Line& line, const Line& next, double room, double doubt) {
  const std::string_view text = next.out.text;
  // No word of any language is longer: the dictionary need not be asked.
  if (room > kLongestWord * next.advance) return false;
  const auto spans = text::word_spans(text.substr(0, text.find(' ')));
  return fills(line, width_of(spans.empty() ? text : text.substr(0, spans[0].end), next.advance), room, doubt);
}

bool line_is_full_of_phrases(const Line& line, const Line& next, double room) {
  const std::string_view text = next.out.text;
  return fills(line, width_of(text.substr(0, text.find(' ')), next.advance), room, kPhraseDoubt);
}

}  // namespace prongsai::tables
