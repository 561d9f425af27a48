#include "pipeline/checks/compare/across.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/compare/minhash.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

// Of the reports met in the buckets, so many most alike are compared cell by cell.
constexpr std::size_t kCompared = 4;
constexpr double kWorthComparing = 0.3;
constexpr std::size_t kPassageEvidence = 120;  // code points of each passage

template <typename T>
bool known_and_same(const std::optional<T>& a, const std::optional<T>& b) {
  return a && b && *a == *b;
}

// One office hands in the same report again, mended: no copy.
bool same_report(const Sketch& a, const Sketch& b) {
  const bool same_item = !a.item_code || !b.item_code || *a.item_code == *b.item_code;
  return known_and_same(a.agency, b.agency) && known_and_same(a.fiscal_year, b.fiscal_year) && same_item;
}

std::string name_of(const Sketch& sketch) {
  std::string name = sketch.file;
  if (sketch.agency)
    name += " (" + *sketch.agency + (sketch.fiscal_year ? " " + std::to_string(*sketch.fiscal_year) : "") + ")";
  return name;
}

std::optional<Finding> duplicate(const Sketch& sketch, const std::optional<Sketch>& first) {
  if (!first || sketch.sha256.empty() || first->id == sketch.id || same_report(*first, sketch)) return std::nullopt;
  Finding finding;
  finding.code = "duplicate_file";
  finding.evidence = name_of(*first);
  finding.values["other"] = name_of(*first);
  return finding;
}

struct Alike {
  double share = 0;  // agreement of the two signatures
  const Sketch* other = nullptr;
};

// Those worth comparing cell by cell, most alike first.
std::vector<Alike> most_alike(const Sketch& sketch, const std::vector<Sketch>& met) {
  std::vector<Alike> alike;
  for (const Sketch& other : met) {
    const double share = agreement(sketch.signature, other.signature);
    const bool same_bytes = sketch.sha256 == other.sha256;
    if (share >= kWorthComparing && !same_bytes && !same_report(sketch, other)) alike.push_back({share, &other});
  }
  std::stable_sort(alike.begin(), alike.end(), [](const Alike& a, const Alike& b) { return a.share > b.share; });
  if (alike.size() > kCompared) alike.resize(kCompared);
  return alike;
}

// Where each weakness of these reports stands: the first of them that has it.
std::unordered_map<std::uint64_t, const Sketch*> weaknesses_of(const std::vector<Sketch>& sketches) {
  std::unordered_map<std::uint64_t, const Sketch*> known;
  for (const Sketch& sketch : sketches) {
    for (const std::uint64_t weakness : sketch.weaknesses) known.try_emplace(weakness, &sketch);
  }
  return known;
}

Finding repeated_weakness(const CellText& cell, const Sketch& before) {
  Finding finding;
  finding.code = "near_duplicate";
  finding.issue_no = cell.issue_no;
  finding.column_key = cell.column_key;
  finding.at = cell.at;
  finding.evidence = clip(cell.text, kPassageEvidence);
  finding.values["variant"] = "repeated_weakness";
  finding.values["other"] = name_of(before);
  finding.values["here"] = clip(cell.text, kPassageEvidence);
  return finding;
}

}  // namespace

Across::Across(const Rules& rules, CellsOf cells)
    : rules_(rules), cells_(std::move(cells)), at_hand_(cells_, rules.of("near_duplicate")) {}

std::vector<Finding> Across::judge(const Sketch& sketch, const Neighbours& neighbours) {
  std::vector<Finding> findings;
  if (rules_.of("duplicate_file").enabled) {
    if (auto found = duplicate(sketch, neighbours.first_of_bytes)) findings.push_back(std::move(*found));
  }
  if (rules_.of("near_duplicate").enabled) {
    if (auto found = near_duplicate(sketch, neighbours.met)) findings.push_back(std::move(*found));
    // A report that is a copy as a whole has its finding already.
    if (findings.empty()) findings = repeated_weaknesses(sketch, neighbours.year_before);
  }
  for (Finding& finding : findings) word(finding, rules_);
  return findings;
}

std::optional<Finding> Across::near_duplicate(const Sketch& sketch, const std::vector<Sketch>& met) {
  double best = 0;
  const Sketch* earlier = nullptr;
  for (const Alike& candidate : most_alike(sketch, met)) {
    const auto here = at_hand_.of(sketch);
    const auto there = at_hand_.of(*candidate.other);
    const double share = std::min(share_of_cells(*here, *there), share_of_cells(*there, *here));
    if (share <= best) continue;
    best = share;
    earlier = candidate.other;
  }
  if (earlier == nullptr || best < rules_.of("near_duplicate").threshold("likeness")) return std::nullopt;
  return near_duplicate_of(*earlier, sketch, best);
}

Finding Across::near_duplicate_of(const Sketch& earlier, const Sketch& later, double share) const {
  const std::vector<CellText> here = cells_(later.id);
  const std::vector<CellText> there = cells_(earlier.id);
  const SharedPassage passage = shared_passage(here, there);
  Finding finding;
  finding.code = "near_duplicate";
  finding.values["other"] = name_of(earlier);
  finding.values["likeness"] = std::to_string(static_cast<int>(share * 100));
  finding.values["here"] = passage.here != nullptr ? clip(passage.here->text, kPassageEvidence) : "";
  finding.values["there"] = passage.there != nullptr ? clip(passage.there->text, kPassageEvidence) : "";
  if (known_and_same(earlier.agency, later.agency)) {
    const bool other_year = earlier.fiscal_year && later.fiscal_year && *earlier.fiscal_year != *later.fiscal_year;
    finding.values["variant"] = other_year ? "own_year" : "own_report";
  }
  if (passage.here != nullptr) finding.at = passage.here->at;
  finding.evidence = earlier.file + ": " + finding.values["here"] + " / " + finding.values["there"];
  return finding;
}

// The weaknesses of an office's report that stood word for word in its report of the year before.
std::vector<Finding> Across::repeated_weaknesses(const Sketch& sketch, const std::vector<Sketch>& before) const {
  const auto known = weaknesses_of(before);
  const bool any = std::any_of(sketch.weaknesses.begin(), sketch.weaknesses.end(),
                               [&](std::uint64_t weakness) { return known.contains(weakness); });
  std::vector<Finding> findings;
  if (!any) return findings;
  for (const CellText& cell : cells_(sketch.id)) {
    if (cell.column_key != ColumnKey::weakness) continue;
    const auto repeated = known.find(weakness_hash(cell.text));
    if (repeated != known.end()) findings.push_back(repeated_weakness(cell, *repeated->second));
  }
  return findings;
}

}  // namespace prongsai::checks
