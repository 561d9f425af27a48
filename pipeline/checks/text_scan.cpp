#include "pipeline/checks/text_scan.hpp"

#include <algorithm>
#include <cstring>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::checks {
namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// std::string::find looks for a phrase's first byte and compares from there; that byte is the same for nearly all Thai
// letters (E0), so it compares everywhere. memmem does not.
std::size_t find_from(std::string_view text, std::string_view phrase, std::size_t from) {
  if (from > text.size()) return std::string_view::npos;
  const void* found = memmem(text.data() + from, text.size() - from, phrase.data(), phrase.size());
  if (found == nullptr) return std::string_view::npos;
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

bool is_filler(char32_t c) {
  switch (c) {
    case U'.':
    case U'-':
    case U'_':
    case U'/':
    case U'*':
    case U',':
    case U':':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:  // dashes
    case 0x2026:  // …
    case 0x00B7:
    case 0x2022:
    case 0x25CF:
    case 0x25AA:
    case 0x25A0:  // · • ● ▪ ■
      return true;
    default:
      return text::is_blank(c) || text::is_invisible(c);
  }
}

}  // namespace

Squeezed squeeze(std::string_view text) {
  Squeezed out;
  out.text.reserve(text.size());
  out.origin.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::code_point_at(text, at);
    at = c.end();
    if (text::is_blank(c.value) || text::is_invisible(c.value)) continue;
    out.text += text.substr(c.begin, c.size);
    for (std::size_t i = 0; i < c.size; ++i) out.origin.push_back(c.begin + i);
  }
  out.origin.push_back(text.size());
  return out;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::code_point_at(text, at);
    at = c.end();
    if (!text::is_blank(c.value) && !text::is_invisible(c.value)) out += text.substr(c.begin, c.size);
  }
  return out;
}

std::vector<Span> find_phrases(std::string_view squeezed, const std::vector<std::string>& phrases) {
  std::vector<Span> found;
  for (const std::string& phrase : phrases) {
    for (std::size_t at = find_from(squeezed, phrase, 0); at != std::string_view::npos;
         at = find_from(squeezed, phrase, at + 1)) {
      found.push_back({at, at + phrase.size()});
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Span& a, const Span& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  const auto same_begin = [](const Span& a, const Span& b) { return a.begin == b.begin; };
  found.erase(std::unique(found.begin(), found.end(), same_begin), found.end());
  return found;
}

bool contains_any(std::string_view squeezed, const std::vector<std::string>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const std::string& p) { return find_from(squeezed, p, 0) != std::string_view::npos; });
}

bool begins_with_any(std::string_view squeezed, const std::vector<std::string>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& p) { return squeezed.starts_with(p); });
}

bool ends_with_any(std::string_view squeezed, const std::vector<std::string>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& p) { return squeezed.ends_with(p); });
}

bool is_unfilled(std::string_view text) {
  // Asked of every cell and paragraph by many checks: most answer at their first letter.
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::code_point_at(text, at);
    if (!is_filler(c.value)) return false;
    at = c.end();
  }
  return true;
}

std::string_view from_whole_letter(std::string_view text) {
  while (!text.empty()) {
    const text::CodePoint first = text::code_point_at(text, 0);
    if (!text::is_thai_mark(first.value) && !text::is_thai_following_vowel(first.value)) break;
    text.remove_prefix(first.size);
  }
  return text;
}

std::string_view before(std::string_view text, std::size_t at, std::size_t count) {
  std::size_t begin = std::min(at, text.size());
  while (begin > 0 && count > 0) {
    --begin;
    if (!is_continuation(text[begin])) --count;
  }
  return text.substr(begin, std::min(at, text.size()) - begin);
}

std::string_view after(std::string_view text, std::size_t at, std::size_t count) {
  at = std::min(at, text.size());
  std::size_t end = at;
  while (end < text.size()) {
    if (!is_continuation(text[end])) {
      if (count == 0) break;
      --count;
    }
    ++end;
  }
  return text.substr(at, end - at);
}

std::string clip(std::string_view text, std::size_t most) {
  const std::string_view head = after(text, 0, most);
  return head.size() == text.size() ? std::string(text) : std::string(head) + "…";
}

std::string excerpt(std::string_view text, Span place, std::size_t around) {
  place.end = std::min(place.end, text.size());
  place.begin = std::min(place.begin, place.end);
  const std::string_view head = before(text, place.begin, around);
  const std::string_view tail = after(text, place.end, around);
  std::size_t begin = place.begin - head.size();
  std::size_t end = place.end + tail.size();
  if (begin > 0) {  // begin at a blank where one is near, so that no word is cut
    const std::size_t blank = text.find(' ', begin);
    if (blank != std::string_view::npos && blank < place.begin) begin = blank + 1;
  }
  if (end < text.size()) {
    const std::size_t blank = text.rfind(' ', end);
    if (blank != std::string_view::npos && blank >= place.end) end = blank;
  }
  const std::string_view cut = text.substr(begin, end - begin);
  return std::string(begin > 0 ? from_whole_letter(cut) : cut);
}

}  // namespace prongsai::checks
