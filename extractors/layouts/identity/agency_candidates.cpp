#include "extractors/layouts/identity/agency_candidates.hpp"

#include <algorithm>

#include "extractors/layouts/identity/name_extent.hpp"

namespace prongsai::layouts {
namespace {

// What lowers a vote: a name that no list vouches for, one read by OCR, one of a part of an office.
constexpr double kUnvouched = 0.75;
constexpr double kScanned = 0.9;
constexpr double kUnit = 0.5;

// "สถานีตำรวจ" and "สถานีตำรวจภูธรบ้านสวน": of two names the one that goes on without a blank.
bool is_longer(std::string_view name, std::string_view other) {
  return name.size() > other.size() && name.starts_with(other) && name[other.size()] != ' ';
}

bool adds_words(std::string_view name, std::string_view other) {
  return name.size() > other.size() && name.starts_with(other) && !is_longer(name, other);
}

// A name that no text shows the end of, where its line was its end.
void complete_name(AgencyCandidate& one, const Document& document) {
  if (one.ends_clean || one.office.vouched || one.office.parent) return;
  if (const auto whole = completed_name(one.office.name, document)) one.office.name = *whole;
}

}  // namespace

void AgencyCandidates::vote(const OfficeName& name, double weight, IdentityPlace place, const Evidence& at,
                            bool clean) {
  if (!name.vouched) weight *= kUnvouched;
  if (name.unit) weight *= kUnit;
  if (at.source == TextSource::ocr) weight *= kScanned;
  auto same = std::ranges::find_if(candidates_, [&](const AgencyCandidate& one) {
    return is_same_office(one.office.name, name.name, one.office.vouched && name.vouched);
  });
  if (same == candidates_.end()) {
    candidates_.push_back({name, 0, 0, 0, clean, place, at});
    same = candidates_.end() - 1;
  }
  same->weight += weight;
  ++same->texts;
  const bool longer = weight == same->strongest && is_longer(name.name, same->office.name);
  // Of two extents the one that is seen to end; not one that goes on with further words.
  const bool whole = clean && !same->ends_clean && !same->office.vouched && !adds_words(name.name, same->office.name);
  const bool cut = !clean && same->ends_clean && !name.vouched;
  if (weight <= same->strongest && !longer && !whole) return;
  if (weight > same->strongest || longer) {
    same->strongest = weight;
    same->place = place;
    same->at = at;
  }
  if (cut) return;
  same->office = name;
  same->ends_clean = clean;
}

std::vector<AgencyCandidate> AgencyCandidates::ordered(const Document& document) const {
  std::vector<AgencyCandidate> all = candidates_;
  for (AgencyCandidate& one : all) complete_name(one, document);
  // Of two that weigh alike the one that the report says first.
  std::ranges::stable_sort(all, [](const AgencyCandidate& a, const AgencyCandidate& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.at.page_no < b.at.page_no;
  });
  return all;
}

}  // namespace prongsai::layouts
