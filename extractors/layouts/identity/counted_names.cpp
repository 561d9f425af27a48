#include "extractors/layouts/identity/counted_names.hpp"

#include <algorithm>
#include <string_view>

#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::size_t kMostDigits = 4;

// A whole number and a word that counts offices: "จำนวน12แห่ง".
bool begins_with_count(std::string_view rest, const Labels& labels) {
  rest.remove_prefix(begins_with_any(rest, labels.tight_list("count_leads")));
  const std::size_t digits = rest.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos || digits > kMostDigits) return false;
  return begins_with_any(rest.substr(digits), labels.tight_list("office_counters")) > 0;
}

}  // namespace

CountedNames::CountedNames(const Document& document, const Labels& labels) : labels_(&labels) {
  for (const Paragraph& paragraph : document.paragraphs) paragraphs_.push_back(tight(paragraph.text));
}

bool CountedNames::counts(const std::string& name) const {
  const std::string words = tight(name);
  return std::ranges::any_of(paragraphs_, [&](const std::string& text) {
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
      if (begins_with_count(std::string_view(text).substr(at + words.size()), *labels_)) return true;
    }
    return false;
  });
}

}  // namespace prongsai::layouts
