#include "pipeline/review/html.hpp"

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::review {
namespace {

// Signs that turn the direction of what follows: a file name with one can turn the whole line, addresses included.
bool turns_text(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string without_turns(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint point = text::code_point_at(text, at);
    text::append_utf8(out, turns_text(point.value) ? text::kReplacement : point.value);
    at = point.end();
  }
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint point = text::code_point_at(text, at);
    at = point.end();
    switch (point.value) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      case U'\'':
        out += "&#39;";
        break;
      default: {
        const bool control = point.value < 0x20 && point.value != U'\n' && point.value != U'\t';
        text::append_utf8(out, control || turns_text(point.value) ? text::kReplacement : point.value);
      }
    }
  }
  return out;
}

}  // namespace prongsai::review
