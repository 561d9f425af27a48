// The reporting office: each place where offices name themselves speaks once for each distinct text, by its weight;
// names that are one office in two spellings are one candidate. A name that running text only mentions is taken where
// it comes in several texts and no other does half as often; rather none than a name by the way.
#include <algorithm>
#include <set>

#include "extractors/layouts/identity/counted_names.hpp"
#include "extractors/layouts/identity/head_lines.hpp"
#include "extractors/layouts/identity/identity.hpp"
#include "extractors/layouts/identity/name_extent.hpp"
#include "extractors/layouts/identity/name_places.hpp"
#include "extractors/layouts/identity/office_name.hpp"
#include "extractors/layouts/identity/typed_spelling.hpp"
#include "extractors/layouts/scores/list_number.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/thai/words.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr double kOfficeMention = 0.2;
// What lowers a vote: a name that no list vouches for, one read by OCR, one of a part of an office.
constexpr double kUnvouched = 0.75;
constexpr double kScanned = 0.9;
constexpr double kUnit = 0.5;
constexpr double kSpeaker = 0.4;  // the first name of a sentence: who speaks
// Edits by which a scan may misread the name of a listed office.
constexpr int kMisreadOfficeEdits = 2;
// Distinct texts that must mention an office before it counts without a place: of a listed name, of another.
constexpr int kVouchedMentions = 2;
constexpr int kOtherMentions = 3;

// Names in one line from which on it is a list.
constexpr std::ptrdiff_t kManyNames = 3;
// Lines apart at most in which a report's head names an office and the one above it: an address may stand between.
constexpr std::size_t kNeighbouringLines = 2;
// Code points that a signature's line may hold beside the name.
constexpr std::size_t kSignatureSpare = 30;

struct Candidate {
  OfficeName office;
  double weight = 0;
  double strongest = 0;
  int texts = 0;
  bool ends_clean = false;                       // at a blank, a mark or its text's end, not within a run of letters
  IdentityPlace place = IdentityPlace::mention;  // of its strongest witness
  Evidence at;
};

class AgencyVotes {
 public:
  explicit AgencyVotes(const Identity& identity)
      : identity_(&identity),
        names_(identity.knowledge.labels, identity.agencies),
        counted_(*identity.reading.document, identity.knowledge.labels) {}

  std::vector<Candidate> count() {
    auto places = identity_->places;
    note_lines_of_offices_above(places);
    helped_ = std::ranges::any_of(places, [&](const NamePlace& place) { return is_head(place) && names_owner(place); });
    std::ranges::stable_sort(places, std::ranges::greater{},
                             [](const NamePlace& place) { return weight_of(place.kind); });
    for (const NamePlace& place : places) count(place);
    if (candidates_.empty() && speaks_as_an_area()) count_areas(places);
    count_paragraphs();
    count_cells();
    for (Candidate& one : candidates_) complete(one);
    // Of two that weigh alike the one that the report says first.
    std::ranges::stable_sort(candidates_, [](const Candidate& a, const Candidate& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.at.page_no < b.at.page_no;
    });
    return std::move(candidates_);
  }

 private:
  void count(const NamePlace& place) {
    if (identity_->reading.scores.is_name(place.text) && !heads_the_report(place)) return;  // of a list of others
    if (place.kind == NamePlace::Kind::cell && stands_among_others(place)) return;
    if (above_.contains(tight(place.text)) || !texts_.insert(tight(place.text)).second) return;
    auto names = names_.in_place(place.text, place.kind == NamePlace::Kind::issuer);
    if (names.empty() && place.kind == NamePlace::Kind::memo_head && place.at.source == TextSource::ocr)
      names = behind_a_speck(place.text);
    const bool may_sign = place.kind == NamePlace::Kind::cover || place.kind == NamePlace::Kind::signature;
    const auto titled = names.empty() && may_sign ? names_.behind_title(place.text) : std::nullopt;
    if (titled) names.push_back(*titled);
    take_reporting_part(place.text, names);
    if (place.kind == NamePlace::Kind::memo_head) drop_parts_of_a_whole(names);
    // Links of a website.
    const bool lists = is_head(place) && std::ranges::count(names, false, &OfficeName::parent) >= kManyNames;
    for (OfficeName& name : names) {
      if (!names_itself(place, name) || names_.is_bare_unit(name) || counted_.counts(name.name)) continue;
      mend(name, place.at);
      const bool clean =
          titled || (ends_clean(place.text, name.end) && !(place.goes_on && name.end >= place.text.size()));
      const double share = lists ? 0 : share_of(place, name);
      if (share > 0)
        vote(name, share * weight_of(place.kind), place_of(place.kind), place.at, clean);
      else
        vote(name, kOfficeMention, IdentityPlace::mention, place.at, clean);
    }
  }

  // Of the place's weight: all where it is headed by the name, a part where a sentence begins with it, 0 where one only
  // mentions it.
  [[nodiscard]] double share_of(const NamePlace& place, const OfficeName& name) const {
    const std::string_view line = place.text;
    if (place.kind == NamePlace::Kind::signature && is_said_of(line, name)) return 0;
    if (!is_head(place)) return 1;
    if (begins_an_item(line) && !has_label(line.substr(0, name.begin)))
      return 0;  // "1. เทศบาลเมือง… (97.33)": of a list
    if (says_something(line.substr(0, name.begin)) || is_helper(line.substr(0, name.begin))) return 0;
    if (name.begin > 0 && line[name.begin - 1] == '(') return kSpeaker;  // what a bracket adds to other words
    return says_something(line.substr(std::min(name.end, line.size()))) ? kSpeaker : 1;
  }

  // The last lines say something of an office or cite what it published: "ขอขอบคุณสำนักงาน…", "มหาวิทยาลัย…. (2564)."
  [[nodiscard]] bool is_said_of(std::string_view line, const OfficeName& name) const {
    const std::string_view behind = line.substr(std::min(name.end, line.size()));
    return says_something(line.substr(0, name.begin)) || says_something(behind) ||
           (!text::find_years(behind).empty() && behind.find('(') < behind.find_first_of("0123456789"));
  }

  // "… ของการท่าเรือ… / โดย ศูนย์บริการวิชาการ มหาวิทยาลัย…": who wrote a report of an office that the head names before.
  [[nodiscard]] bool is_helper(std::string_view before) const {
    const Labels& labels = identity_->knowledge.labels;
    return helped_ && begins_with_any(tight(before), labels.tight_list("author_words")) > 0;
  }

  // "1. ชื่อหน่วยงาน …": a form's line.
  [[nodiscard]] bool has_label(std::string_view before) const {
    const std::string words = tight(scores::without_list_number(before));
    return begins_with_any(words, identity_->knowledge.labels.tight_list("memo_heads")) > 0;
  }

  static bool is_head(const NamePlace& place) {
    return place.kind == NamePlace::Kind::cover || place.kind == NamePlace::Kind::title;
  }

  // "ชื่อหน่วยงาน ลสำนักงาน…": what the reader made of a speck or a ruling stands right before the name.
  [[nodiscard]] std::vector<OfficeName> behind_a_speck(const std::string& line) const {
    constexpr std::size_t kSpeck = 2;  // code points
    for (std::size_t blank = line.find(' '); blank != std::string::npos; blank = line.find(' ', blank + 1)) {
      std::size_t at = blank + 1;
      for (std::size_t letters = 0; letters < kSpeck && at < line.size(); ++letters) {
        at = text::code_point_at(line, at).end();
        auto names = names_.in_place(line.substr(at), false);
        if (!names.empty() && names.front().begin == 0) return names;
      }
    }
    return {};
  }

  // A sentence in the head says something of a name, and is not headed by it: "ขอขอบคุณสำนักงาน…".
  [[nodiscard]] bool says_something(std::string_view words) const {
    std::string text(words);
    for (const auto& instrument : identity_->knowledge.scores.instruments)
      text = without_any(std::move(text), instrument.names);
    const auto& predicates = identity_->knowledge.labels.list("predicate_words");
    return std::ranges::any_of(text::word_spans(text), [&](const text::WordSpan& word) {
      return std::ranges::find(predicates, text.substr(word.begin, word.end - word.begin)) != predicates.end();
    });
  }

  // A form's cell names one office; in a table of offices another row names another in the same column.
  [[nodiscard]] bool stands_among_others(const NamePlace& place) const {
    for (const Table& table : identity_->reading.document->tables) {
      const TableCell* own = nullptr;
      for (const TableRow& row : table.rows) {
        for (const TableCell& cell : row.cells) {
          if (cell.at.page_no == place.at.page_no && cell.at.box == place.at.box && cell.text == place.text)
            own = &cell;
        }
      }
      if (own == nullptr) continue;
      return std::ranges::any_of(table.rows, [&](const TableRow& row) {
        return std::ranges::any_of(row.cells, [&](const TableCell& cell) {
          if (cell.col != own->col || tight(cell.text) == tight(own->text)) return false;
          const auto names = names_.in_place(cell.text, false);
          return !names.empty() && names.front().begin == 0 && !names.front().unit;
        });
      });
    }
    return false;
  }

  // The first line of all: an office that lists the scores of others may stand in the list itself.
  [[nodiscard]] bool heads_the_report(const NamePlace& place) const {
    const auto& paragraphs = identity_->reading.document->paragraphs;
    return place.at.page_no == 1 && std::ranges::none_of(paragraphs, [&](const Paragraph& other) {
             return other.at.page_no == 1 && other.at.box.y0 < place.at.box.y0;
           });
  }

  // "ผลการประเมินของการท่าเรือ…": the head says whose the report is.
  [[nodiscard]] bool names_owner(const NamePlace& place) const {
    const auto& belonging = identity_->knowledge.labels.tight_list("belonging_words");
    return std::ranges::any_of(names_.in_place(place.text, false), [&](const OfficeName& name) {
      return !name.unit && !name.parent && ends_with_any(tight(place.text.substr(0, name.begin)), belonging) > 0;
    });
  }

  // The one office that a line of the report's head is the name of.
  [[nodiscard]] std::optional<std::string> office_of_line(const NamePlace& place) const {
    const auto names = names_.in_place(place.text, place.kind == NamePlace::Kind::issuer);
    const bool one = names.size() == 1 && !names.front().parent && !names.front().unit;
    return one ? std::optional(names.front().name) : std::nullopt;
  }

  // "สำนักงานประจำศาลจังหวัด…" over "สำนักงานศาลยุติธรรม": a listed office of the whole country below one of an area.
  [[nodiscard]] bool is_over_all(const std::string& lower_line, const std::string& upper_line) const {
    const auto& areas = identity_->knowledge.labels.list("issuing_places");
    const auto in_an_area = [&](const std::string& name) { return contains_any(name, areas); };
    return identity_->agencies.spelling_is_known(lower_line) && !in_an_area(lower_line) && in_an_area(upper_line);
  }

  // A station's head names the station in a line and the province's police in the next: the report is the station's.
  void note_lines_of_offices_above(const std::vector<NamePlace>& places) {
    std::vector<std::optional<std::string>> offices;
    for (const NamePlace& place : places) offices.push_back(office_of_line(place));
    for (std::size_t i = 0; i < places.size(); ++i) {
      const std::size_t last = std::min(places.size(), i + kNeighbouringLines + 1);
      for (std::size_t j = i + 1; j < last; ++j) {
        if (places[j].kind != places[i].kind || places[j].at.page_no != places[i].at.page_no) continue;
        if (!offices[i] || !offices[j]) continue;
        if (identity_->agencies.stands_above(*offices[j], *offices[i]) || is_over_all(*offices[j], *offices[i]))
          above_.insert(tight(places[j].text));
        if (identity_->agencies.stands_above(*offices[i], *offices[j])) above_.insert(tight(places[i].text));
      }
    }
  }

  // The report names the office or the head of a province or a district.
  [[nodiscard]] bool speaks_as_an_area() const {
    const auto& heads = identity_->knowledge.labels.tight_list("area_heads");
    const Document& document = *identity_->reading.document;
    const auto in_cells = [&](const TableRow& row) {
      return std::ranges::any_of(row.cells,
                                 [&](const TableCell& cell) { return contains_any(tight(cell.text), heads); });
    };
    return std::ranges::any_of(document.paragraphs,
                               [&](const Paragraph& one) { return contains_any(tight(one.text), heads); }) ||
           std::ranges::any_of(document.tables,
                               [&](const Table& table) { return std::ranges::any_of(table.rows, in_cells); });
  }

  // A province or district reports for itself: its name alone in a line of the title, where no office is named. A scan
  // may have lost the line with the office's.
  void count_areas(const std::vector<NamePlace>& places) {
    for (const NamePlace& place : places) {
      const bool title = place.kind == NamePlace::Kind::title || place.kind == NamePlace::Kind::cover;
      const auto area = title && place.at.source == TextSource::text ? names_.area_alone(place.text) : std::nullopt;
      if (area) vote(*area, weight_of(place.kind), place_of(place.kind), place.at, true);
    }
  }

  // "คณะ… มหาวิทยาลัย…", "สถานีตำรวจภูธร… ตำรวจภูธรจังหวัด…": of two offices named in one breath the first reports, the
  // other is the one above it. Behind a part of an office that does not report by itself stands the office.
  void take_reporting_part(std::string_view line, std::vector<OfficeName>& names) const {
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

  // "กองนโยบายและแผน สำนักงานอธิการบดี มหาวิทยาลัย…": whoever writes, the whole reports.
  static void drop_parts_of_a_whole(std::vector<OfficeName>& names) {
    const bool whole = std::ranges::any_of(names, [](const OfficeName& name) { return !name.unit && !name.parent; });
    if (whole) std::erase_if(names, [](const OfficeName& name) { return name.unit; });
  }

  // A cell is headed by the name, or by a label with a colon; a signature's line holds little else but the officer's
  // title.
  [[nodiscard]] bool names_itself(const NamePlace& place, const OfficeName& name) const {
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
  void mend(OfficeName& name, const Evidence& at) const {
    if (name.vouched || at.source != TextSource::ocr) return;
    const auto nearest = identity_->agencies.nearest(name.name, kMisreadOfficeEdits);
    if (nearest) name.name = *nearest;
  }

  // "สถานีตำรวจ" and "สถานีตำรวจภูธรบ้านสวน": of two names the one that goes on without a blank.
  static bool is_longer(std::string_view name, std::string_view other) {
    return name.size() > other.size() && name.starts_with(other) && name[other.size()] != ' ';
  }

  static bool adds_words(std::string_view name, std::string_view other) {
    return name.size() > other.size() && name.starts_with(other) && !is_longer(name, other);
  }

  void vote(const OfficeName& name, double weight, IdentityPlace place, const Evidence& at, bool clean) {
    if (!name.vouched) weight *= kUnvouched;
    if (name.unit) weight *= kUnit;
    if (at.source == TextSource::ocr) weight *= kScanned;
    auto same = std::ranges::find_if(candidates_, [&](const Candidate& one) {
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

  // A name that no text shows the end of, where its line was its end.
  void complete(Candidate& one) const {
    const Document& document = *identity_->reading.document;
    const auto& suffixes = identity_->knowledge.labels.tight_list("place_suffixes");
    const auto shorter = one.office.vouched ? std::nullopt : shortened_name(one.office.name, document, suffixes);
    if (shorter && !identity_->agencies.names_only_a_kind(*shorter)) {
      one.office.name = *shorter;
      return;
    }
    if (one.ends_clean || one.office.vouched || one.office.parent) return;
    if (const auto whole = completed_name(one.office.name, *identity_->reading.document)) one.office.name = *whole;
  }

  void count_paragraphs() {
    const Document& document = *identity_->reading.document;
    const std::vector<bool> annexed = annexed_paragraphs(identity_->reading);
    for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
      if (!annexed[i]) mention(document.paragraphs[i].text, document.paragraphs[i].at);
    }
  }

  void count_cells() {
    const Reading& reading = identity_->reading;
    for (const TableView& view : reading.tables) {
      if (view.annexed || view.role == "announcement") continue;
      for (const std::size_t row : view.rows) {
        for (const auto& cell : table_of(view, *reading.document).rows[row].cells) {
          if (!reading.scores.is_name(cell.text)) mention(cell.text, cell.at);  // a list of others
        }
      }
    }
  }

  // A text that names several offices lists them.
  void mention(std::string_view text, const Evidence& at) {
    const auto names = names_.in_prose(text);
    if (names.empty() || !texts_.insert(tight(text)).second) return;
    std::set<std::string> own;
    for (const OfficeName& name : names) {
      if (!name.parent) own.insert(name.name);
    }
    for (const OfficeName& name : names) {
      if (name.parent || own.size() == 1)
        vote(name, kOfficeMention, IdentityPlace::mention, at, ends_clean(text, name.end));
    }
  }

  const Identity* identity_;
  OfficeNames names_;
  CountedNames counted_;
  bool helped_ = false;          // the head names the office that the report is of: an author beside it helped
  std::set<std::string> texts_;  // tight: each speaks once
  std::set<std::string> above_;  // tight: lines that name an office above the one in the line beside them
  std::vector<Candidate> candidates_;
};

bool by_place(const Candidate& candidate) {
  return candidate.place != IdentityPlace::mention;
}

// A part of an office (กองช่าง) that only signs or is mentioned reports for a whole that nothing names.
bool is_by_the_way(const Candidate& candidate) {
  return !by_place(candidate) || candidate.place == IdentityPlace::signature || candidate.place == IdentityPlace::cell;
}

// กองกฎหมายกรมทางหลวง: the name of the part goes on with the name of its whole.
bool names_its_whole(std::string_view part, const Labels& labels) {
  return std::ranges::any_of(labels.list("office_words"), [&](const auto& word) {
    const std::size_t at = part.find(word, 1);
    return at != std::string_view::npos && at + word.size() < part.size();
  });
}

// An office above reports for itself only where it names itself and no other does.
const Candidate* winner_of(const std::vector<Candidate>& candidates, const Labels& labels) {
  const Candidate* own = nullptr;
  const Candidate* parent = nullptr;
  double second = 0;
  for (const Candidate& candidate : candidates) {
    if (candidate.office.parent) {
      if (parent == nullptr && by_place(candidate)) parent = &candidate;
    } else if (own == nullptr) {
      own = &candidate;
    } else {
      second = std::max(second, candidate.weight);
    }
  }
  if (own != nullptr && own->office.unit && is_by_the_way(*own) && !names_its_whole(own->office.name, labels))
    own = nullptr;
  const bool part_of_parent = own != nullptr && own->office.unit && parent != nullptr;
  if (own != nullptr && by_place(*own) && !part_of_parent) return own;
  if (parent != nullptr || own == nullptr) return parent;
  const int needed = own->office.vouched ? kVouchedMentions : kOtherMentions;
  return own->texts >= needed && second * 2 <= own->weight ? own : nullptr;
}

// The manifest's name in the candidate's words where the two are one office.
std::optional<std::string> stated_name(const Identity& identity) {
  const auto& manifest = identity.submission.manifest;
  if (!manifest || !manifest->agency) return std::nullopt;
  return identity.agencies.canonical(*manifest->agency).value_or(text::fold_space(*manifest->agency));
}

}  // namespace

void set_agency(Record& record, const Identity& identity) {
  const std::vector<Candidate> candidates = AgencyVotes(identity).count();
  for (const Candidate& one : candidates) {
    record.candidates.push_back({"agency", one.office.name, std::string(word_of(one.place)), one.weight, one.at});
  }
  const Candidate* winner = winner_of(candidates, identity.knowledge.labels);
  const auto stated = stated_name(identity);
  if (winner != nullptr && (by_place(*winner) || !stated)) {
    // Two readings of one office: the manifest's spelling was typed, not read.
    const bool same = stated && is_same_office(winner->office.name, *stated, winner->office.vouched);
    const bool scanned = winner->at.source == TextSource::ocr;
    const bool guessed = scanned && !winner->office.vouched;
    const auto typed = guessed ? typed_spelling(winner->office.name, identity) : std::nullopt;
    record.agency = same && scanned
                        ? *stated
                        : identity.agencies.with_kind_spelt(typed.value_or(winner->office.name), scanned && !typed);
    record.agency_at = winner->at;
    record.agency_from = word_of(winner->place);
  } else if (stated) {
    record.agency = stated;
    record.agency_at = Evidence{};
    record.agency_from = word_of(IdentityPlace::manifest);
  }
}

}  // namespace prongsai::layouts
