// The reporting office: each place where offices name themselves speaks once for each distinct text, by its weight;
// names that are one office in two spellings are one candidate. A name that running text only mentions is taken where
// it comes in several texts and no other does half as often; rather none than a name by the way.
#include <algorithm>
#include <set>

#include "extractors/layouts/identity/agency_candidates.hpp"
#include "extractors/layouts/identity/head_lines.hpp"
#include "extractors/layouts/identity/identity.hpp"
#include "extractors/layouts/identity/lines_above.hpp"
#include "extractors/layouts/identity/name_extent.hpp"
#include "extractors/layouts/identity/name_places.hpp"
#include "extractors/layouts/identity/named_offices.hpp"
#include "extractors/layouts/identity/office_name.hpp"
#include "extractors/layouts/identity/typed_spelling.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/thai/repair.hpp"

namespace prongsai::layouts {
namespace {

constexpr double kOfficeMention = 0.2;
// Distinct texts that must mention an office before it counts without a place: of a listed name, of another.
constexpr int kVouchedMentions = 2;
constexpr int kOtherMentions = 3;

class AgencyVotes {
 public:
  explicit AgencyVotes(const Identity& identity)
      : identity_(&identity),
        names_(identity.knowledge.labels, identity.agencies),
        offices_(identity, names_),
        above_(lines_of_offices_above(identity, names_)) {}

  AgencyVotes(const AgencyVotes&) = delete;  // `offices_` points to `names_`
  AgencyVotes& operator=(const AgencyVotes&) = delete;

  std::vector<AgencyCandidate> count() {
    auto places = identity_->places;
    std::ranges::stable_sort(places, std::ranges::greater{},
                             [](const NamePlace& place) { return weight_of(place.kind); });
    for (const NamePlace& place : places) count(place);
    if (candidates_.empty() && speaks_as_an_area()) count_areas(places);
    count_paragraphs();
    count_cells();
    auto ordered = candidates_.ordered(*identity_->reading.document);
    const NamePassages passages(*identity_->reading.document);
    std::ranges::for_each(ordered, [&](AgencyCandidate& one) { shorten(one, passages); });
    return ordered;
  }

  // A list of offices of one kind, headed by the one above them: who is named behind the head is of the list.
  [[nodiscard]] bool is_listed_below(const AgencyCandidate& own, const AgencyCandidate& parent) const {
    const bool behind = std::pair(parent.at.page_no, parent.at.box.y0) < std::pair(own.at.page_no, own.at.box.y0);
    return behind && offices_.lists_its_kind(own.office);
  }

 private:
  // A headline's verb is no part of the name.
  void shorten(AgencyCandidate& one, const NamePassages& passages) const {
    if (one.office.vouched) return;
    const auto& suffixes = identity_->knowledge.labels.tight_list("place_suffixes");
    const auto shorter = passages.shortened(one.office.name, suffixes);
    if (!shorter || identity_->agencies.names_only_a_kind(*shorter)) return;
    const std::string rest = tight(one.office.name.substr(shorter->size()));
    const bool whole = begins_with_any(rest, identity_->knowledge.labels.tight_list("office_words")) > 0;
    if (!whole) one.office.name = *shorter;  // "กองกฎหมาย|กรมประชาสัมพันธ์": a part and its whole
  }

  void count(const NamePlace& place) {
    if (offices_.lists_others(place)) return;
    if (above_.contains(tight(place.text)) || !texts_.insert(tight(place.text)).second) return;
    for (const NamedOffice& named : offices_.in(place)) {
      if (named.share > 0)
        candidates_.vote(named.office, named.share * weight_of(place.kind), place_of(place.kind), place.at,
                         named.clean);
      else
        candidates_.vote(named.office, kOfficeMention, IdentityPlace::mention, place.at, named.clean);
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
      if (area) candidates_.vote(*area, weight_of(place.kind), place_of(place.kind), place.at, true);
    }
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
        candidates_.vote(name, kOfficeMention, IdentityPlace::mention, at, ends_clean(text, name.end));
    }
  }

  const Identity* identity_;
  OfficeNames names_;
  NamedOffices offices_;
  std::set<std::string> texts_;  // tight: each speaks once
  std::set<std::string> above_;  // tight: lines that name an office above the one in the line beside them
  AgencyCandidates candidates_;
};

bool by_place(const AgencyCandidate& candidate) {
  return candidate.place != IdentityPlace::mention;
}

// A part of an office (กองช่าง) that only signs or is mentioned reports for a whole that nothing names.
bool is_by_the_way(const AgencyCandidate& candidate) {
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
const AgencyCandidate* winner_of(const std::vector<AgencyCandidate>& candidates, const AgencyVotes& votes,
                                 const Labels& labels) {
  const AgencyCandidate* own = nullptr;
  const AgencyCandidate* parent = nullptr;
  double second = 0;
  for (const AgencyCandidate& candidate : candidates) {
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
  if (own != nullptr && parent != nullptr && votes.is_listed_below(*own, *parent)) return parent;
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
  AgencyVotes votes(identity);
  const std::vector<AgencyCandidate> candidates = votes.count();
  for (const AgencyCandidate& one : candidates) {
    record.candidates.push_back({"agency", one.office.name, std::string(word_of(one.place)), one.weight, one.at});
  }
  const AgencyCandidate* winner = winner_of(candidates, votes, identity.knowledge.labels);
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
