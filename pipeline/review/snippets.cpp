#include "pipeline/review/snippets.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "extractors/text/words.hpp"

namespace prongsai::review {
namespace {

constexpr std::size_t kAround = 70;  // letters before and after the hit

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

char folded(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// A Thai vowel or tone mark above or below a consonant (U+0E31, U+0E34–0E3A, U+0E47–0E4E): it does not begin a line.
bool is_mark(std::string_view text) {
  if (text.size() < 3 || text[0] != '\xE0') return false;
  const auto second = static_cast<unsigned char>(text[1]);
  const auto third = static_cast<unsigned char>(text[2]);
  if (second == 0xB8) return third == 0xB1 || (third >= 0xB4 && third <= 0xBA);
  return second == 0xB9 && third >= 0x87 && third <= 0x8E;
}

std::size_t find_from(const std::string& text, const std::string& words, std::size_t from) {
  const auto hit = std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), words.begin(), words.end(),
                               [](char a, char b) { return folded(a) == folded(b); });
  return hit == text.end() ? std::string::npos : static_cast<std::size_t>(hit - text.begin());
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
  const std::size_t first = find_from(text, words, 0);
  if (first == std::string::npos) return {text.substr(0, behind(text, 0)), false};
  const std::vector<text::WordSpan> spans = text::word_spans(text);
  const auto begins_word = [&spans](std::size_t at) {
    return std::any_of(spans.begin(), spans.end(), [at](const text::WordSpan& span) { return span.begin == at; });
  };
  std::size_t at = first;
  while (at != std::string::npos && !begins_word(at)) at = find_from(text, words, at + 1);
  const bool begins = at != std::string::npos;
  if (!begins) at = first;
  const std::size_t from = before(text, at);
  const std::size_t to = behind(text, std::min(at + words.size(), text.size()));
  return {(from == 0 ? "" : "…") + text.substr(from, to - from) + (to == text.size() ? "" : "…"), begins};
}

}  // namespace prongsai::review
