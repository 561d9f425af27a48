#include "pipeline/review/server/reviewer_name.hpp"

#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/review/html.hpp"

namespace prongsai::review {
namespace {

constexpr std::size_t kMostOfName = 300;  // a hundred Thai letters

// Without signs that nobody sees: two names that differ by them alone look the same.
std::string without_unseen(std::string_view name) {
  std::string seen;
  for (const text::CodePoint& point : text::code_points(name)) {
    if (!text::is_invisible(point.value)) text::append_utf8(seen, point.value);
  }
  return seen;
}

}  // namespace

std::string reviewer_name(std::string_view given) {
  const std::string name = text::fold_space(without_unseen(without_turns(text::cleaned(given))));
  if (name == "prongsai" || name == "none") return "";
  return text::fold_space(text::cut(name, kMostOfName));
}

}  // namespace prongsai::review
