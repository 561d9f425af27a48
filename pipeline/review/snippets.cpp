#include "pipeline/review/snippets.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "extractors/text/thai/words.hpp"

namespace prongsai::review {
namespace {

constexpr std::size_t kAround = 70;  // letters before and after the hit

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// A text as it is compared: a–z for A–Z, 0–9 for ๐–๙; and where each byte of that stands in the text itself.
struct FoldedText {
  std::string text;
  std::vector<std::size_t> from;  // one more than bytes: the last is the text's end
};

FoldedText fold(std::string_view text) {
  FoldedText folded;
  for (std::size_t at = 0; at < text.size();) {
    folded.from.push_back(at);
    const bool thai_digit = text.size() - at >= 3 && text[at] == '\xE0' && text[at + 1] == '\xB9' &&
                            text[at + 2] >= '\x90' && text[at + 2] <= '\x99';  // U+0E50–0E59
    if (thai_digit) {
      folded.text += static_cast<char>('0' + (text[at + 2] - '\x90'));
      at += 3;
    } else {
      const char c = text[at++];
      folded.text += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
  }
  folded.from.push_back(text.size());
  return folded;
}

// A Thai vowel or tone mark above or below a consonant (U+0E31, U+0E34–0E3A, U+0E47–0E4E): it does not begin a line.
bool is_mark(std::string_view text) {
  if (text.size() < 3 || text[0] != '\xE0') return false;
  const auto second = static_cast<unsigned char>(text[1]);
  const auto third = static_cast<unsigned char>(text[2]);
  if (second == 0xB8) return third == 0xB1 || (third >= 0xB4 && third <= 0xBA);
  return second == 0xB9 && third >= 0x87 && third <= 0x8E;
}

std::size_t before(const std::string& text, std::size_t at) {
  std::size_t from = at;
  for (std::size_t n = 0; n < kAround && from > 0; ++n) {
    do --from;
    while (from > 0 && continues(text[from]));
  }
  while (from > 0 && from < at && is_mark(std::string_view(text).substr(from))) from += 3;
  return from;
}

std::size_t behind(const std::string& text, std::size_t at) {
  std::size_t to = at;
  for (std::size_t n = 0; n < kAround && to < text.size(); ++n) {
    do ++to;
    while (to < text.size() && continues(text[to]));
  }
  return to;
}

}  // namespace

Snippet snippet_of(const std::string& text, const std::string& words) {
  const FoldedText folded = fold(text);
  const std::string wanted = fold(words).text;
  const std::size_t first = folded.text.find(wanted);
  if (first == std::string::npos) return {text.substr(0, behind(text, 0)), false};
  const std::vector<text::WordSpan> spans = text::word_spans(text);
  const auto begins_word = [&](std::size_t at) {
    return std::any_of(spans.begin(), spans.end(),
                       [&](const text::WordSpan& span) { return span.begin == folded.from[at]; });
  };
  std::size_t at = first;
  while (at != std::string::npos && !begins_word(at)) at = folded.text.find(wanted, at + 1);
  const bool begins = at != std::string::npos;
  if (!begins) at = first;
  const std::size_t from = before(text, folded.from[at]);
  const std::size_t to = behind(text, folded.from[at + wanted.size()]);
  return {(from == 0 ? "" : "…") + text.substr(from, to - from) + (to == text.size() ? "" : "…"), begins};
}

}  // namespace prongsai::review
