#include "pipeline/review/server/reviewer_name.hpp"

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/review/html.hpp"

namespace prongsai::review {
namespace {

constexpr std::size_t kMostOfName = 300;  // a hundred Thai letters

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x3000;
}

// Signs that nobody sees: two names that differ by them alone look the same.
bool is_unseen(char32_t c) {
  return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

// The blanks of a name as one each, none around it.
std::string on_one_line(std::string_view name) {
  std::string line;
  for (std::size_t at = 0; at < name.size();) {
    const text::CodePoint point = text::code_point_at(name, at);
    at = point.end();
    if (is_unseen(point.value)) continue;
    if (!is_blank(point.value)) {
      text::append_utf8(line, point.value);
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace

std::string reviewer_name(std::string_view given) {
  const std::string name = on_one_line(without_turns(text::cleaned(given)));
  if (name == "prongsai" || name == "none") return "";
  return on_one_line(text::cut(name, kMostOfName));
}

}  // namespace prongsai::review
