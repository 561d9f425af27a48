#include "extractors/layouts/scores/context.hpp"

#include <algorithm>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "models/identity_place.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::size_t kLongestQuote = 400;

}  // namespace

bool is_a_sentence(std::string_view name, const Labels& labels) {
  std::size_t head = 0;
  for (const auto& word : labels.list("office_words")) {
    if (name.starts_with(word)) head = std::max(head, word.size());
  }
  const std::string_view own = name.substr(head);
  const auto holds = [&](const std::string& word) { return own.find(word) != std::string_view::npos; };
  const bool place = begins_with_any(own, labels.list("address_words")) > 0 ||  // เทศบาลตำบล…
                     std::ranges::any_of(labels.list("issuing_places"), holds);  // สำนักงานพัฒนา…จังหวัด…
  return head > 0 && !place &&
         (begins_with_any(own, labels.list("sentence_words")) > 0 ||
          begins_with_any(own, labels.list("no_own_names")) > 0);
}

std::optional<std::string> office_before(std::string_view text, std::size_t at, const text::Agencies& agencies,
                                         const Labels& labels) {
  std::optional<std::string> name;
  for (const auto& mention : agencies.find(text.substr(0, at))) {
    if (!mention.parent && (mention.known || !is_a_sentence(mention.name, labels))) name = mention.name;
  }
  return name;
}

std::optional<std::string> addressee_of(const Record& record, const Identity& identity) {
  if (record.agency_from != name_of(NamePlace::Kind::letterhead)) return std::nullopt;
  for (const Paragraph& paragraph : identity.reading.document->paragraphs) {
    if (paragraph.at.page_no > 1) break;
    if (begins_with_any(tight(paragraph.text), identity.knowledge.labels.tight_list("addressee_words")) == 0) continue;
    for (const auto& mention : identity.agencies.find(paragraph.text)) {
      if (!mention.parent && mention.name != record.agency) return mention.name;
    }
  }
  return std::nullopt;
}

std::string quote_around(std::string_view text, std::size_t from, std::size_t figure_end, std::size_t to) {
  const std::string_view whole = text.substr(from, to - from);
  if (text::length(whole) <= kLongestQuote) return text::fold_space(whole);
  std::size_t end = figure_end - from;
  std::size_t begin = 0;
  const auto points = text::code_points(whole);
  const auto figure = std::find_if(points.begin(), points.end(), [&](const auto& p) { return p.begin >= end; });
  const auto index = static_cast<std::size_t>(figure - points.begin());
  if (index > kLongestQuote * 3 / 4) begin = points[index - kLongestQuote * 3 / 4].begin;
  const std::size_t last = std::min(points.size() - 1, index + kLongestQuote / 4);
  end = points[last].begin;
  return text::fold_space(whole.substr(begin, end - begin));
}

}  // namespace prongsai::layouts
