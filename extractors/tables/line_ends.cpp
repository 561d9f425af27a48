#include "extractors/tables/line_ends.hpp"

#include <algorithm>

#include "extractors/text/utf8.hpp"
#include "extractors/text/words.hpp"

namespace prongsai::tables {
namespace {

constexpr double kBlank = 0.6;  // advances: the width of a blank
constexpr double kSlack = 1.0;  // advances of doubt: words differ in width

// Clusters of the first word, which is all that a renderer would have had to fit.
double first_word_width(const Line& next) {
  const std::string& text = next.out.text;
  const auto spans = text::word_spans(text);
  const std::string_view first = spans.empty() ? std::string_view(text) : std::string_view(text).substr(0, spans[0].end);
  double clusters = 0;
  for (const char32_t c : text::to_utf32(first)) clusters += text::is_thai_mark(c) ? 0 : 1;
  return clusters * next.advance;
}

}  // namespace

bool line_is_full(const Line& line, const Line& next, double room) {
  return room < first_word_width(next) + (kBlank + kSlack) * line.advance;
}

}  // namespace prongsai::tables
