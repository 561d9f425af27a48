#include "extractors/layouts/identity/office_heads.hpp"

#include <algorithm>
#include <string>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/thai/words.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

// A name without its short form in brackets behind it: "การคลังสินค้าแห่งชาติ (คสช.)".
std::string without_short_form(std::string name) {
  constexpr std::size_t kLongest = 12;  // code points of a short form
  const std::size_t open = name.rfind('(');
  if (open == std::string::npos || !name.ends_with(".)") || text::length(name.substr(open)) > kLongest) return name;
  name.resize(open);
  while (name.ends_with(' ')) name.pop_back();
  return name;
}

}  // namespace

std::size_t OfficeHeads::at(std::string_view line, std::size_t place, bool issued) const {
  const std::string_view rest = line.substr(place);
  const std::size_t area = issued ? begins_with_any(rest, labels_->list("issuing_places")) : 0;
  if (area > 0 && is_any(tight(line.substr(0, place)), labels_->tight_list("issuing_words"))) return area;
  for (const auto& word : labels_->list("not_office_words")) {
    if (rest.starts_with(word)) return 0;
  }
  std::size_t longest = 0;
  for (const char* list : {"office_words", "unit_words"}) {
    for (const auto& word : labels_->list(list)) {
      if (rest.starts_with(word)) longest = std::max(longest, word.size());
    }
  }
  if (longest > 0) return longest;
  // การ…แห่งประเทศไทย: a kind of name that only its end tells.
  const std::string& state = text::lexicon().offices.enterprise.text;
  if (!rest.starts_with(state)) return 0;
  return std::ranges::any_of(
             labels_->list("office_ends"),
             [&](const std::string& end) { return rest.substr(0, kLongestOfficeName * 3).find(end) != rest.npos; })
             ? state.size()
             : 0;
}

std::size_t OfficeHeads::by_end(std::string_view line) const {
  const std::string whole = without_short_form(text::fold_space(line));
  if (text::length(whole) > kLongestOfficeName) return 0;
  for (const auto& word : labels_->list("not_office_words")) {
    if (line.starts_with(word)) return 0;
  }
  const std::string& state = text::lexicon().offices.enterprise.text;
  if (line.starts_with(state) && ends_with_any(whole, labels_->list("state_line_ends")) > 0) return state.size();
  if (ends_with_any(whole, labels_->list("line_ends")) == 0) return 0;
  const auto words = text::word_spans(line);
  return words.empty() || words.front().begin > 0 ? 0 : words.front().end;
}

}  // namespace prongsai::layouts
