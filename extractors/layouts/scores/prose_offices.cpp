#include "extractors/layouts/scores/prose_offices.hpp"

#include <algorithm>

#include "extractors/layouts/scores/context.hpp"
#include "extractors/layouts/scores/handed_down.hpp"
#include "extractors/layouts/scores/means.hpp"
#include "extractors/layouts/scores/untold_totals.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

// Where the name of a part ends that goes on behind its first word: right before a verb; 0 where none is near.
std::size_t end_of_part(std::string_view before, std::size_t from, const std::vector<std::string>& verbs) {
  constexpr std::size_t kLongest = 20;  // code points
  std::size_t nearest = std::string_view::npos;
  for (const std::string& verb : verbs) nearest = std::min(nearest, before.find(verb, from));
  const bool near = nearest != std::string_view::npos && text::length(before.substr(from, nearest - from)) <= kLongest;
  return near ? nearest : 0;
}

}  // namespace

ProseOffices::ProseOffices(const Record& record, const Identity& identity)
    : record_(&record), identity_(&identity), offices_(record, identity), addressee_(addressee_of(record, identity)) {}

std::vector<TextSpan> ProseOffices::named_in(std::string_view text) const {
  std::vector<TextSpan> offices = offices_.own_in(text);
  for (const auto& mention : identity_->agencies.find(text)) {
    if (!mention.parent) offices.push_back({mention.begin, mention.end});
  }
  for (const OfficeName& name : offices_.whole_in(text)) offices.push_back({name.begin, name.end});
  for (const OfficeName& name : offices_.siblings_in(text)) offices.push_back({name.begin, name.end});
  return offices;
}

bool ProseOffices::is_anothers_name(std::string_view text) const {
  const auto name = offices_.alone_in(text);
  return name && !offices_.is_own(*name);
}

ProseOffices::Owner ProseOffices::owner_named_at(std::string_view text, std::size_t begin) const {
  for (const OfficeName& name : offices_.all_in(text)) {
    if (name.begin == begin) return {offices_.is_own(name) ? record_->agency : name.name, StatedIn::sentence};
  }
  return {.several = true};
}

ProseOffices::Owner ProseOffices::owner_of(std::string_view passage, std::size_t at,
                                           const OfficeCourse::Told& told) const {
  const std::string text = without_bystanders(passage);
  if (is_of_a_crowd(text, at)) return {.of_many = true};
  if (named_beside_others(text, at) || is_of_a_part(text, at)) return {.several = true};
  auto named = office_that_got(text, at);
  if (!named) named = subject_of_clause(text, at);
  if (!named) named = last_named_before(text, at);
  if (named && identity_->agencies.names_only_a_kind(*named)) {
    const bool own = record_->agency && record_->agency->starts_with(*named);
    if (!own) return {.several = true};
    named.reset();
  }
  if (named) return {named, StatedIn::sentence};
  if (is_theirs(text, at)) return {.several = true};
  if (!offices_.own_in(text.substr(0, at)).empty()) return {record_->agency, StatedIn::sentence};
  if (told.several) return {.several = true};
  if (speaks_to_addressee(text, at)) return addressee_ ? Owner{addressee_, StatedIn::title} : Owner{.several = true};
  if (told.office) return {told.office, StatedIn::caption};
  if (is_told_its_scores(addressee_)) return {addressee_, StatedIn::title};
  if (!record_->agency) return {};
  return {record_->agency, handed_down_from(record_->agency_from)};
}

// "โรงเรียน… สังกัดสพป.… ได้", "… (เทศบาลนคร…) ได้", "ตามที่สพป.… แจ้งผล": who stands above the one that is spoken of, gave it
// something or tells of it has not got the figures. The names are blanked out, so that all else keeps its place.
std::string ProseOffices::without_bystanders(std::string_view text) const {
  std::string rest(text);
  std::vector<OfficeName> names = offices_.all_in(text);
  for (const auto& mention : identity_->agencies.find(text)) {
    if (mention.parent) names.push_back({mention.name, mention.known, true, false, mention.begin, mention.end});
  }
  std::vector<TextSpan> spans = offices_.own_in(text);
  for (const OfficeName& name : names) spans.push_back({name.begin, name.end});
  for (const OfficeName& name : names) {
    std::size_t before = 0;  // where the last name before it ends
    for (const TextSpan& other : spans) {
      if (other.end <= name.begin) before = std::max(before, other.end);
    }
    const bool told = !offices_.is_own(name) && tells(text, name);
    if (told || (before > 0 && (stands_aside(text, name) || is_complement(text, before, name))))
      std::fill(rest.begin() + static_cast<std::ptrdiff_t>(name.begin),
                rest.begin() + static_cast<std::ptrdiff_t>(name.end), ' ');
  }
  return rest;
}

bool ProseOffices::stands_aside(std::string_view text, const OfficeName& name) const {
  const std::string before = tight(text.substr(0, name.begin));
  if (before.ends_with('(') && tight(text.substr(name.end)).starts_with(')')) return true;
  return ends_with_any(before, identity_->knowledge.labels.tight_list("above_leads")) > 0 ||
         ends_with_any(before, identity_->knowledge.scores.givers) > 0;
}

// "เทศบาล… ได้คะแนนสูงกว่าเทศบาล… โดยได้", "… ซึ่งมีพื้นที่ติดกับ… ได้": a name behind a preposition, between the subject and what
// it got. Where a figure stands before it, or more is said of it, the clause may be its own.
bool ProseOffices::is_complement(std::string_view text, std::size_t from, const OfficeName& name) const {
  const ScoreWords& words = identity_->knowledge.scores;
  const std::string between = tight(text.substr(from, name.begin - from));
  const std::size_t preposition = ends_with_any(between, words.prepositions);
  const bool joins = preposition == between.size();  // "เทศบาล…กับเทศบาล…"
  return preposition > 0 && !joins && between.find_first_of("0123456789") == std::string::npos &&
         begins_with_any(tight(text.substr(name.end)), words.relatives) == 0;
}

bool ProseOffices::tells(std::string_view text, const OfficeName& name) const {
  return begins_with_any(tight(text.substr(name.end)), identity_->knowledge.scores.tellers) > 0;
}

// … or one of the own name's that only its number tells.
std::optional<std::string> ProseOffices::last_named_before(std::string_view text, std::size_t at) const {
  const std::string_view before = text.substr(0, at);
  const auto siblings = offices_.siblings_in(before);
  const auto last_in = [&](std::string_view part) {
    return office_before(part, part.size(), identity_->agencies, identity_->knowledge.labels);
  };
  if (!siblings.empty() && !last_in(before.substr(siblings.back().end))) return siblings.back().name;
  // "มหาวิทยาลัย…มีผล … โดยคณะ…ได้": the own name stands behind the others.
  const std::vector<TextSpan> own = offices_.own_in(before);
  if (own.empty() || last_in(before.substr(own.back().end))) return last_in(before);
  const auto other = last_in(before.substr(0, own.back().begin));
  return other && !calls_by_kind(tight(before.substr(own.back().end)), *other) ? record_->agency : last_in(before);
}

// "… มหาวิทยาลัยมีผล": another office than the own one, by its kind.
bool ProseOffices::calls_by_kind(std::string_view tight_text, const std::string& office) const {
  return std::ranges::any_of(identity_->knowledge.scores.self_words, [&](const std::string& kind) {
    return office.starts_with(kind) && !record_->agency->starts_with(kind) && tight_text.find(kind) != tight_text.npos;
  });
}

// The last name before the figure is one of several that stand side by side.
bool ProseOffices::named_beside_others(std::string_view text, std::size_t at) const {
  const std::vector<OfficeName> names = offices_.all_in(text.substr(0, at));
  return names.size() > 1 && offices_.stand_beside(names[names.size() - 2], names.back(), text);
}

// "สำนักงานผู้ไต่สวนอิสระได้คะแนน": an office of any kind, right before what it got.
std::optional<std::string> ProseOffices::office_that_got(std::string_view text, std::size_t at) const {
  const TightText compact(text);
  const std::string_view before = std::string_view(compact.text()).substr(0, compact.tight(at));
  std::optional<std::string> got;
  for (const OfficeName& name : offices_.that_may_have_got_in(text)) {
    if (name.end <= at && got_it(before, compact.tight(name.end), identity_->knowledge.scores)) got = name.name;
  }
  return got;
}

// "ตามที่กรม…ได้รับผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567 คะแนน 94.66 คะแนน โดยมี EIT 85.30": up to where another office, the
// own one by its name or by its kind ("ศูนย์ฯ จึง…") is spoken of.
std::optional<std::string> ProseOffices::subject_of_clause(std::string_view text, std::size_t at) const {
  const auto subject = offices_.said_to_get_before(text, at);
  if (!subject || offices_.is_own(*subject)) return std::nullopt;
  const auto stands_between = [&](const auto& name) { return name.begin >= subject->end && name.end <= at; };
  if (std::ranges::any_of(offices_.all_in(text), stands_between)) return std::nullopt;
  if (std::ranges::any_of(offices_.own_in(text), stands_between)) return std::nullopt;
  const std::string between = tight(text.substr(subject->end, at - subject->end));
  if (speaks_of_itself(between) || offices_.goes_on_with_others(between)) return std::nullopt;
  return subject->name;
}

// "สำนักช่างได้คะแนน": a part of an office, right before what it got.
bool ProseOffices::is_of_a_part(std::string_view text, std::size_t at) const {
  const TightText compact(text);
  const std::string_view before = std::string_view(compact.text()).substr(0, compact.tight(at));
  const Labels& labels = identity_->knowledge.labels;
  const auto stands_in_a_name = [&](std::size_t place) {
    return std::ranges::any_of(named_in(text), [&](const TextSpan& name) {
      return compact.tight(name.begin) <= place && place < compact.tight(name.end);
    });
  };
  return std::ranges::any_of(labels.tight_list("unit_words"), [&](const std::string& word) {
    const std::size_t part = before.rfind(word);
    if (part == std::string_view::npos || (record_->agency && tight(*record_->agency).starts_with(word))) return false;
    const std::size_t end = end_of_part(before, part + word.size(), labels.tight_list("figure_verbs"));
    return end > 0 && !stands_in_a_name(part) && got_it(before, end, identity_->knowledge.scores);
  });
}

// No office is named behind the words for a set of them, nor the own one by its kind.
bool ProseOffices::is_of_a_crowd(std::string_view text, std::size_t at) const {
  const ScoreWords& words = identity_->knowledge.scores;
  const TightText compact(text);
  const std::string_view before = std::string_view(compact.text()).substr(0, compact.tight(at));
  const std::size_t crowd = last_crowd(before, words);
  if (crowd == std::string_view::npos) return false;
  const auto stands_behind = [&](const auto& name) { return name.end <= at && compact.tight(name.begin) > crowd; };
  const std::vector<OfficeName> offices = offices_.all_in(text);
  if (std::ranges::any_of(offices, stands_behind)) return false;
  // "สำนักงาน…ซึ่งเป็นหน่วยงานในกลุ่มเดียวกันได้": the set is said of the office.
  const bool said_of_one = std::ranges::any_of(offices, [&](const OfficeName& name) {
    const std::size_t end = compact.tight(name.end);
    return end < crowd && begins_with_any(before.substr(end), words.relatives) > 0;
  });
  if (said_of_one) return false;
  if (std::ranges::any_of(offices_.own_in(text), stands_behind)) return false;
  return !speaks_of_itself(before.substr(crowd));
}

// "ที่นั่นได้ 97.95 คะแนน", and no office is named: another one's, up to where the own office is spoken of.
bool ProseOffices::is_theirs(std::string_view text, std::size_t at) const {
  const auto& verbs = identity_->knowledge.labels.tight_list("figure_verbs");
  const std::string before = tight(text.substr(0, at));
  const auto& models = identity_->knowledge.scores.models;
  if (const std::size_t model = last_of(before, models); model != std::string::npos && offices_.own_in(before).empty())
    return !speaks_of_itself(before.substr(model + begins_with_any(before.substr(model), models)));
  return std::ranges::any_of(identity_->knowledge.scores.theirs, [&](const std::string& word) {
    const std::size_t place = before.rfind(word);
    if (place == std::string::npos) return false;
    const std::string_view behind = std::string_view(before).substr(place + word.size());
    return begins_with_any(behind, verbs) > 0 && !speaks_of_itself(behind) &&
           (!record_->agency || behind.find(tight(*record_->agency)) == behind.npos);
  });
}

// "องค์กรได้": the reporting office by its kind, and a verb of getting.
bool ProseOffices::speaks_of_itself(std::string_view tight_text) const {
  const auto& verbs = identity_->knowledge.labels.tight_list("figure_verbs");
  return std::ranges::any_of(identity_->knowledge.scores.self_words, [&](const std::string& self) {
    const std::size_t own = tight_text.rfind(self);
    return own != std::string_view::npos && own > 0 && begins_with_any(tight_text.substr(own + self.size()), verbs) > 0;
  });
}

// "หน่วยงานของท่านได้ …": whoever is written to.
bool ProseOffices::speaks_to_addressee(std::string_view text, std::size_t at) const {
  return contains_any(tight(text.substr(0, at)), identity_->knowledge.scores.yours);
}

// A letter that tells the office which it is written to what it scored goes on to speak of that office.
bool ProseOffices::is_told_its_scores(const std::optional<std::string>& office) const {
  return office && std::ranges::any_of(record_->scores, [&](const ScoreRecord& score) {
           return score.agency == office && score.agency_from == StatedIn::sentence;
         });
}

}  // namespace prongsai::layouts::scores
