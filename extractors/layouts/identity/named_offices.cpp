#include "extractors/layouts/identity/named_offices.hpp"

#include <algorithm>
#include <optional>

#include "extractors/layouts/identity/head_lines.hpp"
#include "extractors/layouts/identity/name_extent.hpp"
#include "extractors/layouts/scores/list_number.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/thai/words.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr double kSpeaker = 0.4;  // the first name of a sentence: who speaks
// Edits by which a scan may misread the name of a listed office.
constexpr int kMisreadOfficeEdits = 2;
// Names in one line from which on it is a list.
constexpr std::ptrdiff_t kManyNames = 3;
// Code points that a signature's line may hold beside the name.
constexpr std::size_t kSignatureSpare = 30;

bool is_head_place(const NamePlace& place) {
  return place.kind == NamePlace::Kind::cover || place.kind == NamePlace::Kind::title;
}

// "กองนโยบายและแผน สำนักงานอธิการบดี มหาวิทยาลัย…": whoever writes, the whole reports.
void drop_parts_of_a_whole(std::vector<OfficeName>& names) {
  const bool whole = std::ranges::any_of(names, [](const OfficeName& name) { return !name.unit && !name.parent; });
  if (whole) std::erase_if(names, [](const OfficeName& name) { return name.unit; });
}

// "อันดับที่ 12 ของสำนักงาน…": a place among those of the office that follows. A year may stand before it.
bool ranks_among(std::string_view before, const Labels& labels) {
  std::string words = tight(before);
  const std::size_t belonging = ends_with_any(words, labels.tight_list("belonging_words"));
  if (belonging == 0) return false;
  words.resize(words.size() - belonging);
  const std::size_t letter = words.find_last_not_of("0123456789");
  const std::size_t digits = words.size() - (letter == std::string::npos ? 0 : letter + 1);
  return digits > 0 && digits <= 3;
}

// Links of a website; "โรงเรียน… 95.29 คะแนน และโรงเรียน… 92.44 คะแนน": a figure behind each name.
bool is_list(std::string_view line, const std::vector<OfficeName>& names) {
  std::ptrdiff_t all = 0, with_figures = 0;
  for (const OfficeName& name : names) {
    if (name.parent) continue;
    ++all;
    const std::size_t end = std::min(name.end, line.size());
    const auto next = std::ranges::find_if(names, [&](const OfficeName& other) { return other.begin >= end; });
    const std::string_view behind = line.substr(end, next == names.end() ? line.npos : next->begin - end);
    with_figures +=
        std::ranges::any_of(text::find_numbers(behind), [](const text::Number& number) { return number.decimals > 0; })
            ? 1
            : 0;
  }
  return all >= kManyNames || (all > 1 && with_figures == all);
}

}  // namespace

NamedOffices::NamedOffices(const Identity& identity, const OfficeNames& names)
    : identity_(&identity),
      names_(&names),
      counted_(*identity.reading.document, identity.knowledge.labels),
      lists_(*identity.reading.document, names, identity.agencies) {
  helped_ = std::ranges::any_of(identity.places,
                                [&](const NamePlace& place) { return is_head_place(place) && names_owner(place); });
}

bool NamedOffices::lists_others(const NamePlace& place) const {
  if (identity_->reading.scores.is_name(place.text) && !heads_the_report(place)) return true;  // of a list of others
  if (place.kind == NamePlace::Kind::cell) return stands_among_others(place);
  return lists_.holds(place);
}

bool NamedOffices::lists_its_kind(const OfficeName& office) const {
  return lists_.lists_kind(identity_->agencies.kind_of(office.name));
}

// `titled`: the one name is that of the office that an officer's title stands for.
std::vector<OfficeName> NamedOffices::reporting_in(const NamePlace& place, bool& titled) const {
  auto names = names_->in_place(place.text, place.kind == NamePlace::Kind::issuer);
  if (names.empty() && place.kind == NamePlace::Kind::memo_head && place.at.source == TextSource::ocr)
    names = behind_a_speck(place.text);
  const bool may_sign = place.kind == NamePlace::Kind::cover || place.kind == NamePlace::Kind::signature;
  const auto officer = names.empty() && may_sign ? names_->behind_title(place.text) : std::nullopt;
  titled = officer.has_value();
  if (officer) names.push_back(*officer);
  take_reporting_part(place.text, names);
  if (place.kind == NamePlace::Kind::memo_head) drop_parts_of_a_whole(names);
  return names;
}

std::vector<NamedOffice> NamedOffices::in(const NamePlace& place) const {
  bool titled = false;
  auto names = reporting_in(place, titled);
  const bool lists = is_head_place(place) && is_list(place.text, names);
  std::vector<NamedOffice> named;
  for (OfficeName& name : names) {
    if (!names_itself(place, name) || names_->is_bare_unit(name) || counted_.counts(name.name)) continue;
    mend(name, place.at);
    const bool clean =
        titled || (ends_clean(place.text, name.end) && !(place.goes_on && name.end >= place.text.size()));
    named.push_back({name, lists ? 0 : share_of(place, name), clean});
  }
  return named;
}

// Of the place's weight: all where it is headed by the name, a part where a sentence begins with it, 0 where one only
// mentions it.
double NamedOffices::share_of(const NamePlace& place, const OfficeName& name) const {
  const std::string_view line = place.text;
  if (place.kind == NamePlace::Kind::signature && is_said_of(line, name)) return 0;
  if (!is_head_place(place)) return 1;
  if (begins_an_item(line) && !has_label(line.substr(0, name.begin))) return 0;  // "1. เทศบาลเมือง… (97.33)": of a list
  if (says_something(line.substr(0, name.begin)) || is_helper(line.substr(0, name.begin))) return 0;
  if (ranks_among(line.substr(0, name.begin), identity_->knowledge.labels)) return 0;
  if (name.begin > 0 && line[name.begin - 1] == '(') return kSpeaker;  // what a bracket adds to other words
  return says_something(line.substr(std::min(name.end, line.size()))) ? kSpeaker : 1;
}

// The last lines say something of an office or cite what it published: "ขอขอบคุณสำนักงาน…", "มหาวิทยาลัย…. (2564)."
bool NamedOffices::is_said_of(std::string_view line, const OfficeName& name) const {
  const std::string_view behind = line.substr(std::min(name.end, line.size()));
  return says_something(line.substr(0, name.begin)) || says_something(behind) ||
         (!text::find_years(behind).empty() && behind.find('(') < behind.find_first_of("0123456789"));
}

// "… ของการท่าเรือ… / โดย ศูนย์บริการวิชาการ มหาวิทยาลัย…": who wrote a report of an office that the head names before.
bool NamedOffices::is_helper(std::string_view before) const {
  const Labels& labels = identity_->knowledge.labels;
  return helped_ && begins_with_any(tight(before), labels.tight_list("author_words")) > 0;
}

// "1. ชื่อหน่วยงาน …": a form's line.
bool NamedOffices::has_label(std::string_view before) const {
  const std::string words = tight(scores::without_list_number(before));
  return begins_with_any(words, identity_->knowledge.labels.tight_list("memo_heads")) > 0;
}

// "ชื่อหน่วยงาน ลสำนักงาน…": what the reader made of a speck or a ruling stands right before the name.
std::vector<OfficeName> NamedOffices::behind_a_speck(const std::string& line) const {
  constexpr std::size_t kSpeck = 2;  // code points
  for (std::size_t blank = line.find(' '); blank != std::string::npos; blank = line.find(' ', blank + 1)) {
    std::size_t at = blank + 1;
    for (std::size_t letters = 0; letters < kSpeck && at < line.size(); ++letters) {
      at = text::code_point_at(line, at).end();
      auto names = names_->in_place(line.substr(at), false);
      if (!names.empty() && names.front().begin == 0) return names;
    }
  }
  return {};
}

// A sentence in the head says something of a name, and is not headed by it: "ขอขอบคุณสำนักงาน…".
bool NamedOffices::says_something(std::string_view words) const {
  std::string text(words);
  for (const auto& instrument : identity_->knowledge.scores.instruments)
    text = without_any(std::move(text), instrument.names);
  const auto& predicates = identity_->knowledge.labels.list("predicate_words");
  return std::ranges::any_of(text::word_spans(text), [&](const text::WordSpan& word) {
    return std::ranges::find(predicates, text.substr(word.begin, word.end - word.begin)) != predicates.end();
  });
}

// A form's cell names one office; in a table of offices another row names another in the same column.
bool NamedOffices::stands_among_others(const NamePlace& place) const {
  for (const Table& table : identity_->reading.document->tables) {
    const TableCell* own = nullptr;
    for (const TableRow& row : table.rows) {
      for (const TableCell& cell : row.cells) {
        if (cell.at.page_no == place.at.page_no && cell.at.box == place.at.box && cell.text == place.text) own = &cell;
      }
    }
    if (own == nullptr) continue;
    return std::ranges::any_of(table.rows, [&](const TableRow& row) {
      return std::ranges::any_of(row.cells, [&](const TableCell& cell) {
        if (cell.col != own->col || tight(cell.text) == tight(own->text)) return false;
        const auto names = names_->in_place(cell.text, false);
        return !names.empty() && names.front().begin == 0 && !names.front().unit;
      });
    });
  }
  return false;
}

// The first line of all: an office that lists the scores of others may stand in the list itself.
bool NamedOffices::heads_the_report(const NamePlace& place) const {
  const auto& paragraphs = identity_->reading.document->paragraphs;
  return place.at.page_no == 1 && std::ranges::none_of(paragraphs, [&](const Paragraph& other) {
           return other.at.page_no == 1 && other.at.box.y0 < place.at.box.y0;
         });
}

// "ผลการประเมินของการท่าเรือ…": the head says whose the report is.
bool NamedOffices::names_owner(const NamePlace& place) const {
  const auto& belonging = identity_->knowledge.labels.tight_list("belonging_words");
  return std::ranges::any_of(names_->in_place(place.text, false), [&](const OfficeName& name) {
    return !name.unit && !name.parent && ends_with_any(tight(place.text.substr(0, name.begin)), belonging) > 0;
  });
}

// "คณะ… มหาวิทยาลัย…", "สถานีตำรวจภูธร… ตำรวจภูธรจังหวัด…": of two offices named in one breath the first reports, the
// other is the one above it. Behind a part of an office that does not report by itself stands the office.
void NamedOffices::take_reporting_part(std::string_view line, std::vector<OfficeName>& names) const {
  const auto& words = identity_->knowledge.labels.tight_list("parts_that_report");
  const auto& above = identity_->knowledge.labels.tight_list("offices_above");
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    const bool reports = names[i].unit ? begins_with_any(tight(names[i].name), words) > 0
                                       : begins_with_any(tight(names[i].name), above) == 0;
    if (!reports || names[i].parent || names[i + 1].unit || names[i + 1].parent) continue;
    if (names[i].end > names[i + 1].begin ||
        !is_blank_text(line.substr(names[i].end, names[i + 1].begin - names[i].end)))
      continue;
    names[i].unit = false;
    const bool turned = identity_->agencies.stands_above(names[i].name, names[i + 1].name);
    names.erase(names.begin() + static_cast<std::ptrdiff_t>(turned ? i : i + 1));
  }
}

// A cell is headed by the name, or by a label with a colon; a signature's line holds little else but the officer's
// title.
bool NamedOffices::names_itself(const NamePlace& place, const OfficeName& name) const {
  const std::string before = tight(std::string_view(place.text).substr(0, std::min(name.begin, place.text.size())));
  if (place.kind == NamePlace::Kind::contact) return before.empty() && !name.unit;
  if (place.kind == NamePlace::Kind::cell) return before.empty() || before.ends_with(':');
  if (place.kind != NamePlace::Kind::signature) return true;
  const Labels& labels = identity_->knowledge.labels;
  const bool others = ends_with_any(before, labels.tight_list("agent_words")) > 0 &&
                      ends_with_any(before, labels.tight_list("own_agent_words")) == 0;
  if (others || ends_with_any(before, labels.tight_list("belonging_words")) > 0) return false;
  return text::length(tight(place.text)) <= text::length(tight(name.name)) + kSignatureSpare;
}

// A misread name ("สำนักงานงานพื้นที่…") is the one listed office that it is nearest to.
void NamedOffices::mend(OfficeName& name, const Evidence& at) const {
  if (name.vouched || at.source != TextSource::ocr) return;
  const auto nearest = identity_->agencies.nearest(name.name, kMisreadOfficeEdits);
  if (nearest) name.name = *nearest;
}

}  // namespace prongsai::layouts
