#include "extractors/layouts/scores/prose_offices.hpp"

#include <algorithm>

#include "extractors/layouts/scores/context.hpp"
#include "extractors/layouts/scores/untold_totals.hpp"

namespace prongsai::layouts::scores {

ProseOffices::ProseOffices(const Record& record, const Identity& identity)
    : record_(&record),
      identity_(&identity),
      names_(identity.knowledge.labels, identity.agencies),
      addressee_(addressee_of(record, identity)) {}

// Offices of any kind; no parts of one and none that stands above.
std::vector<OfficeName> ProseOffices::whole_offices_in(std::string_view text) const {
  std::vector<OfficeName> offices = names_.in_passage(text);
  std::erase_if(offices, [&](const OfficeName& name) {
    const bool sentence = !name.vouched && is_a_sentence(name.name, identity_->knowledge.labels);
    return name.unit || name.parent || sentence;
  });
  return offices;
}

std::vector<TextSpan> ProseOffices::named_in(std::string_view text) const {
  std::vector<TextSpan> offices;
  for (const auto& mention : identity_->agencies.find(text)) {
    if (!mention.parent) offices.push_back({mention.begin, mention.end});
  }
  for (const OfficeName& name : whole_offices_in(text)) offices.push_back({name.begin, name.end});
  if (!record_->agency) return offices;
  const TightText compact(text);
  const std::string own = tight(*record_->agency);
  for (std::size_t at = compact.text().find(own); at != std::string::npos; at = compact.text().find(own, at + 1))
    offices.push_back({compact.original(at), compact.original(at + own.size())});
  return offices;
}

ProseOffices::Owner ProseOffices::owner_of(std::string_view text, std::size_t at) const {
  auto named = office_that_got(text, at);
  if (!named) named = office_before(text, at, identity_->agencies, identity_->knowledge.labels);
  if (named) return {named, StatedIn::sentence};
  if (is_told_its_scores(addressee_)) return {addressee_, StatedIn::title};
  if (!record_->agency) return {};
  return {record_->agency, handed_down_from(record_->agency_from)};
}

// "สำนักงานผู้ไต่สวนอิสระได้คะแนน": an office of any kind, right before what it got.
std::optional<std::string> ProseOffices::office_that_got(std::string_view text, std::size_t at) const {
  const TightText compact(text);
  const std::string_view before = std::string_view(compact.text()).substr(0, compact.tight(at));
  std::optional<std::string> got;
  for (const OfficeName& name : whole_offices_in(text)) {
    if (name.end <= at && got_it(before, compact.tight(name.end), identity_->knowledge.scores)) got = name.name;
  }
  return got;
}

// A letter that tells the office which it is written to what it scored goes on to speak of that office.
bool ProseOffices::is_told_its_scores(const std::optional<std::string>& office) const {
  return office && std::ranges::any_of(record_->scores, [&](const ScoreRecord& score) {
           return score.agency == office && score.agency_from == StatedIn::sentence;
         });
}

}  // namespace prongsai::layouts::scores
