#include "extractors/layouts/scores/passage_offices.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>

#include "extractors/layouts/scores/context.hpp"
#include "extractors/layouts/scores/list_number.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr std::size_t kLongestLead = 160;  // code points of the words that lead to a list

// "… เขต 2": the word and the number that a name ends with.
struct NumberedEnd {
  std::string word;
  double number = 0;
  std::size_t begin = 0;  // of the word
};

std::optional<NumberedEnd> numbered_end(std::string_view name, const std::vector<std::string>& words) {
  const auto numbers = text::find_numbers(name);
  if (numbers.empty() || numbers.back().end != name.size() || numbers.back().decimals > 0) return std::nullopt;
  std::string_view before = name.substr(0, numbers.back().begin);
  while (before.ends_with(' ')) before.remove_suffix(1);
  const std::size_t word = ends_with_any(before, words);
  if (word == 0) return std::nullopt;
  const std::size_t begin = before.size() - word;
  return NumberedEnd{std::string(before.substr(begin)), numbers.back().value, begin};
}

bool names_overlap(const OfficeName& a, const OfficeName& b) {
  return a.begin < b.end && b.begin < a.end;
}

}  // namespace

PassageOffices::PassageOffices(const Record& record, const Identity& identity)
    : record_(&record), identity_(&identity), names_(identity.knowledge.labels, identity.agencies) {}

// The names from a byte on, as if the text began there; their places are those in the whole text.
std::vector<OfficeName> PassageOffices::in_part(std::string_view text, std::size_t from) const {
  std::vector<OfficeName> names = names_.in_passage(text.substr(from));
  for (OfficeName& name : names) {
    name.begin += from;
    name.end += from;
  }
  return names;
}

// "สำนักงาน…จังหวัด…ใช้ผลการประเมินของกรม…": behind the reporting office's name a sentence may go on without a blank, to the
// name of another.
std::vector<OfficeName> PassageOffices::of_any_kind_in(std::string_view text) const {
  std::vector<OfficeName> offices = names_.in_passage(text);
  for (const TextSpan& own : own_in(text)) {
    const auto run_on = std::ranges::find_if(
        offices, [&](const OfficeName& name) { return name.begin == own.begin && name.end > own.end; });
    if (run_on == offices.end()) continue;
    const std::vector<OfficeName> others = in_part(text.substr(0, run_on->end), own.end);
    if (others.empty()) continue;
    *run_on = {*record_->agency, run_on->vouched, false, false, own.begin, own.end};
    offices.insert(offices.end(), others.begin(), others.end());
  }
  return offices;
}

std::vector<OfficeName> PassageOffices::whole_in(std::string_view text) const {
  std::vector<OfficeName> offices = of_any_kind_in(text);
  std::erase_if(offices, [&](const OfficeName& name) {
    const bool sentence = !name.vouched && is_a_sentence(name.name, identity_->knowledge.labels);
    return name.unit || name.parent || sentence;
  });
  std::ranges::sort(offices, {}, &OfficeName::begin);
  return offices;
}

std::vector<OfficeName> PassageOffices::all_in(std::string_view text) const {
  std::vector<OfficeName> offices = whole_in(text);
  const auto taken = [&](const OfficeName& name) {
    return std::ranges::any_of(offices, [&](const OfficeName& other) { return names_overlap(name, other); });
  };
  for (const auto& mention : identity_->agencies.find(text)) {
    const OfficeName name{mention.name, mention.known, mention.parent, false, mention.begin, mention.end};
    if (mention.parent) std::erase_if(offices, [&](const OfficeName& other) { return names_overlap(name, other); });
    if (!mention.parent && !taken(name)) offices.push_back(name);
  }
  std::ranges::sort(offices, {}, &OfficeName::begin);
  return offices;
}

std::vector<OfficeName> PassageOffices::that_may_have_got_in(std::string_view text) const {
  std::vector<OfficeName> offices = whole_in(text);
  const auto& verbs = identity_->knowledge.labels.list("figure_verbs");
  for (const auto& mention : identity_->agencies.find(text)) {
    // A ministry is named behind each of its offices: what is got is its own only where it says so.
    if (mention.parent && begins_with_any(tight(text.substr(mention.end)), verbs) > 0)
      offices.push_back({mention.name, mention.known, true, false, mention.begin, mention.end});
  }
  std::ranges::sort(offices, {}, &OfficeName::begin);
  return offices;
}

std::optional<OfficeName> PassageOffices::said_to_get_before(std::string_view text, std::size_t at) const {
  std::vector<OfficeName> names = of_any_kind_in(text);
  for (const auto& mention : identity_->agencies.find(text))
    names.push_back({mention.name, mention.known, mention.parent, false, mention.begin, mention.end});
  // "ตามที่กรม…ได้รับ": behind what else leads to a rule's issuer a sentence may begin.
  const std::size_t lead = begins_with_any(text, identity_->knowledge.labels.list("sentence_leads"));
  if (lead > 0) std::ranges::copy(in_part(text, lead), std::back_inserter(names));
  std::optional<OfficeName> subject;
  for (const OfficeName& name : names) {
    const bool later = !subject || name.end > subject->end;
    if (name.end <= at && later && gets_a_result(text.substr(name.end, at - name.end))) subject = name;
  }
  return subject;
}

// "(สพร.) ซึ่งมีผลการประเมิน …": what a sentence says of the office whose name stands before it.
bool PassageOffices::gets_a_result(std::string_view behind) const {
  const std::string words = tight(behind);
  std::string_view rest = words;
  if (const std::size_t close = rest.find(')'); rest.starts_with('(') && close != std::string_view::npos)
    rest.remove_prefix(close + 1);
  const std::size_t relative = begins_with_any(rest, identity_->knowledge.scores.relatives);
  if (begins_with_result(rest.substr(relative))) return true;
  const auto& nouns = identity_->knowledge.labels.list("figure_nouns");
  return relative > 0 && begins_with_any(rest.substr(relative), nouns) > 0;
}

// "ได้รับคะแนน", "มีผลการประเมิน": a verb of getting, and what was got.
bool PassageOffices::begins_with_result(std::string_view tight_text) const {
  const Labels& labels = identity_->knowledge.labels;
  const std::size_t verb = begins_with_any(tight_text, labels.list("figure_verbs"));
  return verb > 0 && begins_with_any(tight_text.substr(verb), labels.list("figure_nouns")) > 0;
}

bool PassageOffices::goes_on_with_others(std::string_view tight_text) const {
  const ScoreWords& words = identity_->knowledge.scores;
  const auto joined = [&](std::string_view before) {
    return before.empty() || before.back() == ')' || before.ends_with(words.points) ||
           std::isdigit(static_cast<unsigned char>(before.back())) != 0 ||
           ends_with_any(before, words.list_joints) > 0 || ends_with_any(before, words.relatives) > 0 ||
           ends_with_any(before, words.year_leads) > 0;
  };
  bool first = true;
  for (std::size_t at = 0; at < tight_text.size(); at = text::code_point_at(tight_text, at).end()) {
    if (!begins_with_result(tight_text.substr(at))) continue;
    if (!first && !joined(tight_text.substr(0, at))) return true;
    first = false;
  }
  return false;
}

std::vector<TextSpan> PassageOffices::own_in(std::string_view text) const {
  std::vector<TextSpan> places;
  if (!record_->agency) return places;
  const TightText compact(text);
  const std::string own = tight(*record_->agency);
  for (std::size_t at = compact.text().find(own); at != std::string::npos; at = compact.text().find(own, at + 1))
    places.push_back({compact.original(at), compact.original(at + own.size())});
  return places;
}

bool PassageOffices::is_nothing_but(const std::vector<OfficeName>& names, std::string_view line) const {
  if (names.empty()) return false;
  std::string between;
  std::size_t from = line.size() - without_list_number(line).size();
  for (const OfficeName& name : names) {
    if (name.begin < from) continue;
    between += line.substr(from, name.begin - from);
    from = name.end;
  }
  const std::string behind = tight(line.substr(from));
  const bool address = begins_with_any(behind, identity_->knowledge.labels.list("address_words")) > 0;
  return without_any(tight(between), identity_->knowledge.scores.list_joints).empty() &&
         (separators_only(behind) || address);
}

std::optional<OfficeName> PassageOffices::alone_in(std::string_view line) const {
  const std::vector<OfficeName> names = all_in(line);
  return names.size() == 1 && is_nothing_but(names, line) ? std::optional(names.front()) : std::nullopt;
}

std::optional<std::string> PassageOffices::whose_scores_follow(std::string_view words, bool heading) const {
  const ScoreWords& known = identity_->knowledge.scores;
  const std::vector<OfficeName> names = all_in(words);
  if (names.size() != 1 || is_own(names.front())) return std::nullopt;
  const std::string before = tight(words.substr(0, names.front().begin));
  const bool list = text::length(words) <= kLongestLead && ends_with_any(tight(words), known.list_leads) > 0;
  const bool led = ends_with_any(before, known.belonging) > 0 && contains_any(before, known.scoring);
  return (heading || list) && led ? std::optional(names.front().name) : std::nullopt;
}

std::vector<OfficeName> PassageOffices::siblings_in(std::string_view text) const {
  const auto& words = identity_->knowledge.labels.list("numbered_kinds");
  const auto own = record_->agency ? numbered_end(*record_->agency, words) : std::nullopt;
  if (!own) return {};
  std::vector<OfficeName> siblings;
  const std::vector<OfficeName> names = all_in(text);
  for (const auto& number : text::find_numbers(text)) {
    const auto end = numbered_end(text.substr(0, number.end), words);
    if (!end || end->word != own->word || end->number == own->number) continue;
    const bool of_a_name = std::ranges::any_of(
        names, [&](const OfficeName& name) { return name.begin < number.end && end->begin < name.end; });
    if (of_a_name) continue;
    std::string name = record_->agency->substr(0, own->begin) + own->word + " ";
    name += text::ascii_digits(text.substr(number.begin, number.end - number.begin));
    siblings.push_back({std::move(name), false, false, false, end->begin, number.end});
  }
  return siblings;
}

bool PassageOffices::is_own(const OfficeName& office) const {
  return record_->agency && tight(office.name).starts_with(tight(*record_->agency));
}

bool PassageOffices::stand_beside(const OfficeName& left, const OfficeName& right, std::string_view text) const {
  if (left.end > right.begin || tight(left.name) == tight(right.name)) return false;
  const std::string gap = tight(text.substr(left.end, right.begin - left.end));
  if (!gap.empty()) return without_any(gap, identity_->knowledge.scores.list_joints).empty();
  return identity_->agencies.kind_of(left.name) == identity_->agencies.kind_of(right.name);
}

}  // namespace prongsai::layouts::scores
