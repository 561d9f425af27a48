#include "extractors/text/find/titles.hpp"

#include <algorithm>

#include "extractors/text/data/lexicon.hpp"

namespace prongsai::text {
namespace {

bool begins_with_any(std::string_view text, const Words& words) {
  return std::ranges::any_of(words.texts(), [&](const std::string& word) { return text.starts_with(word); });
}

}  // namespace

bool begins_with_title(std::string_view tight) {
  const NameWords& titles = lexicon().names;
  return begins_with_any(tight, titles.plain) || begins_with_any(tight, titles.abbreviated) ||
         begins_with_any(tight, titles.learned) || tight.starts_with(titles.acting.text);
}

bool begins_signature(std::string_view tight) {
  const bool in_brackets = tight.starts_with('(');
  if (in_brackets) tight.remove_prefix(1);
  return begins_with_any(tight, lexicon().names.signed_by) || (in_brackets && begins_with_title(tight));
}

}  // namespace prongsai::text
