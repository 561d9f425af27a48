#include "extractors/layouts/identity/name_extent.hpp"

#include <algorithm>
#include <set>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/thai/words.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::size_t kLongestRest = 24;  // code points: few names are longer as a whole

// The Thai letters that stand at a byte of a text without a blank before them.
std::string_view run_at(std::string_view text, std::size_t at) {
  if (at > 0 && is_blank_at(text, at - 1)) return {};
  std::size_t end = at;
  while (!ends_clean(text, end)) end = text::code_point_at(text, end).end();
  return text.substr(at, end - at);
}

// What each distinct paragraph goes on with behind the name.
std::set<std::string> rests_of(const std::string& name, const Document& document) {
  std::set<std::string> rests;
  for (const Paragraph& paragraph : document.paragraphs) {
    const TightText text(paragraph.text);
    for (std::size_t at = text.text().find(name); at != std::string::npos; at = text.text().find(name, at + 1))
      rests.emplace(run_at(paragraph.text, text.original(at + name.size())));
  }
  return rests;
}

}  // namespace

NamePassages::NamePassages(const Document& document) : document_(&document) {
  for (const Paragraph& paragraph : document.paragraphs) texts_.emplace_back(paragraph.text);
}

NamePassages::Occurrences NamePassages::occurrences_of(const std::string& tight_name) const {
  Occurrences found;
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    const TightText& text = texts_[i];
    const std::string& printed = document_->paragraphs[i].text;
    for (std::size_t at = text.text().find(tight_name); at != std::string::npos;
         at = text.text().find(tight_name, at + 1)) {
      ++found.all;
      const std::size_t end = text.original(at + tight_name.size());
      if (ends_clean(printed, end) || is_blank_at(printed, end - 1)) ++found.ended;
    }
  }
  return found;
}

std::optional<std::string> NamePassages::shortened(const std::string& name,
                                                   const std::vector<std::string>& place_suffixes) const {
  constexpr std::size_t kShortest = 9;  // code points: a kind's word and a name
  constexpr int kElsewhere = 2;
  if (occurrences_of(tight(name)).all > 1) return std::nullopt;
  const auto words = text::word_spans(name);
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    if (word->begin == 0) break;
    const std::string shorter = text::fold_space(name.substr(0, word->begin));
    if (text::length(shorter) < kShortest) break;
    const std::string rest = tight(name.substr(word->begin));
    if (rest.empty() || !text::is_thai_letter(text::code_point_at(rest, 0).value)) continue;  // "เขต 7"
    if (begins_with_any(rest, place_suffixes) > 0) continue;
    if (occurrences_of(tight(shorter)).ended >= kElsewhere) return shorter;
  }
  return std::nullopt;
}

bool ends_clean(std::string_view text, std::size_t at) {
  return at >= text.size() || !text::is_thai_letter(text::code_point_at(text, at).value);
}

std::optional<std::string> completed_name(const std::string& name, const Document& document) {
  const std::set<std::string> rests = rests_of(tight(name), document);
  if (rests.size() < 2) return std::nullopt;
  const auto shortest = std::ranges::min_element(rests, {}, &std::string::size);
  if (shortest->empty() || text::length(*shortest) > kLongestRest) return std::nullopt;
  const bool all = std::ranges::all_of(rests, [&](const std::string& rest) {
    const bool mark =
        rest.size() > shortest->size() && text::is_thai_mark(text::code_point_at(rest, shortest->size()).value);
    return rest.starts_with(*shortest) && !mark;
  });
  return all ? std::optional(name + *shortest) : std::nullopt;
}

}  // namespace prongsai::layouts
