// Where a report's office, year and item are read.
#pragma once

#include <array>
#include <string_view>

#include "models/words.hpp"

namespace prongsai {

// The first nine are places of a report's own (see extractors/layouts/identity/name_places.hpp); then what its tables
// and titles are headed by, the times of its measures, running text and cells, the year's checklist, and the manifest.
enum class IdentityPlace {
  memo_head,
  letterhead,
  issuer,
  cover,
  title,
  subject,
  signature,
  contact,
  cell,
  heading,
  timeframe,
  mention,
  checklist,
  manifest
};
constexpr auto words_of(IdentityPlace) {
  using enum IdentityPlace;
  return std::to_array<Worded<IdentityPlace>>({{memo_head, "memo_head"},
                                               {letterhead, "letterhead"},
                                               {issuer, "issuer"},
                                               {cover, "cover"},
                                               {title, "title"},
                                               {subject, "subject"},
                                               {signature, "signature"},
                                               {contact, "contact"},
                                               {cell, "cell"},
                                               {heading, "heading"},
                                               {timeframe, "timeframe"},
                                               {mention, "mention"},
                                               {checklist, "checklist"},
                                               {manifest, "manifest"}});
}

// Whether a report says there whose it is.
[[nodiscard]] constexpr bool is_stated(IdentityPlace place) {
  switch (place) {
    using enum IdentityPlace;
    case memo_head:
    case letterhead:
    case issuer:
    case cover:
    case title:
    case subject:
    case signature:
    case contact:
    case cell:
      return true;
    case heading:
    case timeframe:
    case mention:
    case checklist:
    case manifest:
      return false;
  }
  return false;
}

// The same of a place's word (see Record::agency_from); false for "" and for a word that is none.
[[nodiscard]] constexpr bool is_stated_place(std::string_view word) {
  const auto place = value_of<IdentityPlace>(word);
  return place && is_stated(*place);
}

}  // namespace prongsai
