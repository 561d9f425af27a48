#include "pipeline/checks/across.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/sketch.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

// 32 bands of 4 places: two reports meet in some bucket with probability 1 − (1 − J⁴)³², which is 0.95 for a
// resemblance J of 0.55 (a bad scan of the same text) and 0.05 for J = 0.2 (two reports of one form).
constexpr std::size_t kBands = 32;
constexpr std::size_t kPlaces = kReportSignature / kBands;
// A bucket keeps its first reports only: with many copies of one text each is compared with the first few, not with
// all.
constexpr std::size_t kBucketSize = 8;
// Of the reports met in the buckets, so many most alike are compared cell by cell.
constexpr std::size_t kCompared = 4;
constexpr double kWorthComparing = 0.3;
constexpr std::size_t kEvidence = 120;  // code points of each passage

std::uint64_t bucket_of(const Signature<kReportSignature>& signature, std::size_t band) {
  std::uint64_t key = band * 0x9E3779B97F4A7C15ULL;
  for (std::size_t i = 0; i < kPlaces; ++i) {
    key = (key ^ signature[band * kPlaces + i]) * 0xFF51AFD7ED558CCDULL;
    key ^= key >> 32U;
  }
  return key;
}

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

bool same_bytes_or_report(const Sketch& a, const Sketch& b) {
  return a.sha256 == b.sha256 || same_report(a, b);
}

struct Alike {
  double share = 0;  // agreement of the two signatures
  std::uint32_t index = 0;
};

// For each report, by index: the earlier ones alike that it meets in some bucket, most alike first.
std::vector<std::vector<Alike>> meetings(const std::vector<Sketch>& sketches) {
  std::vector<std::vector<Alike>> met(sketches.size());
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> buckets;
  for (std::size_t band = 0; band < kBands; ++band) {
    buckets.clear();  // one band at a time: the buckets of all take more memory than the signatures
    for (std::uint32_t i = 0; i < sketches.size(); ++i) {
      if (!sketches[i].comparable) continue;
      auto& bucket = buckets[bucket_of(sketches[i].signature, band)];
      for (const std::uint32_t other : bucket) {
        const auto is_other = [other](const Alike& known) { return known.index == other; };
        if (std::any_of(met[i].begin(), met[i].end(), is_other)) continue;
        const double share = agreement(sketches[i].signature, sketches[other].signature);
        if (share >= kWorthComparing && !same_bytes_or_report(sketches[i], sketches[other]))
          met[i].push_back({share, other});
      }
      if (bucket.size() < kBucketSize) bucket.push_back(i);
    }
  }
  for (auto& list : met) {
    std::sort(list.begin(), list.end(), [](const Alike& a, const Alike& b) {
      return a.share != b.share ? a.share > b.share : a.index < b.index;
    });
  }
  return met;
}

}  // namespace

struct Across::State {
  const Rules& rules;
  std::vector<Sketch> sketches;
  std::vector<AcrossFinding> findings;

  void add_finding(const Sketch& at, Finding finding) {
    if (!rules.of(finding.code).enabled) return;
    word(finding, rules);
    findings.push_back({at.id, std::move(finding)});
  }

  void duplicates();
  void near_duplicates(const CellsOf& cells);
  void near_duplicate(const Sketch& later, const Sketch& earlier, double share, const CellsOf& cells);
  void repeated_weaknesses(const CellsOf& cells);
};

Across::Across(const Rules& rules) : state_(new State{rules, {}, {}}) {}
Across::~Across() = default;
Across::Across(Across&&) noexcept = default;
Across& Across::operator=(Across&&) noexcept = default;

void Across::add(const SubmissionSummary& summary) {
  state_->sketches.push_back(sketch_of(summary, state_->rules.of("near_duplicate")));
}

std::vector<AcrossFinding> Across::judge(const CellsOf& cells) {
  auto& sketches = state_->sketches;
  std::sort(sketches.begin(), sketches.end(),
            [](const Sketch& a, const Sketch& b) { return a.file != b.file ? a.file < b.file : a.id < b.id; });
  state_->findings.clear();
  state_->duplicates();
  state_->near_duplicates(cells);
  state_->repeated_weaknesses(cells);
  return std::move(state_->findings);
}

void Across::State::duplicates() {
  std::unordered_map<std::string, const Sketch*> first;
  for (const Sketch& sketch : sketches) {
    if (sketch.sha256.empty()) continue;
    const auto [place, is_first] = first.try_emplace(sketch.sha256, &sketch);
    if (is_first || same_report(*place->second, sketch)) continue;
    Finding finding;
    finding.code = "duplicate_file";
    finding.evidence = name_of(*place->second);
    finding.values["other"] = name_of(*place->second);
    add_finding(sketch, std::move(finding));
  }
}

void Across::State::near_duplicates(const CellsOf& cells) {
  const double enough = rules.of("near_duplicate").threshold("likeness");
  const auto met = meetings(sketches);
  CellsAtHand at_hand(cells, rules.of("near_duplicate"));
  for (std::size_t i = 0; i < sketches.size(); ++i) {
    const Sketch& sketch = sketches[i];
    double best = 0;
    const Sketch* most_alike = nullptr;
    for (std::size_t k = 0; k < std::min(met[i].size(), kCompared); ++k) {
      const Sketch& other = sketches[met[i][k].index];
      const auto here = at_hand.of(sketch);
      const auto there = at_hand.of(other);
      const double share = std::min(share_of_cells(*here, *there), share_of_cells(*there, *here));
      if (share > best) {
        best = share;
        most_alike = &other;
      }
    }
    if (most_alike != nullptr && best >= enough) near_duplicate(sketch, *most_alike, best, cells);
  }
}

void Across::State::near_duplicate(const Sketch& later, const Sketch& earlier, double share, const CellsOf& cells) {
  const std::vector<CellText> here = cells(later.id);
  const std::vector<CellText> there = cells(earlier.id);
  const SharedPassage passage = shared_passage(here, there);
  Finding finding;
  finding.code = "near_duplicate";
  finding.values["other"] = name_of(earlier);
  finding.values["likeness"] = std::to_string(static_cast<int>(share * 100));
  finding.values["here"] = passage.here != nullptr ? clip(passage.here->text, kEvidence) : "";
  finding.values["there"] = passage.there != nullptr ? clip(passage.there->text, kEvidence) : "";
  if (known_and_same(earlier.agency, later.agency)) finding.values["variant"] = "own_year";
  if (passage.here != nullptr) finding.at = passage.here->at;
  finding.evidence = earlier.file + ": " + finding.values["here"] + " / " + finding.values["there"];
  add_finding(later, std::move(finding));
}

// The weaknesses of an office's report that stood word for word in its report of the year before. A report that is
// a copy as a whole has its finding already.
void Across::State::repeated_weaknesses(const CellsOf& cells) {
  std::map<std::pair<std::string, int>, std::vector<const Sketch*>> by_office;
  for (const Sketch& sketch : sketches) {
    if (sketch.agency && sketch.fiscal_year) by_office[{*sketch.agency, *sketch.fiscal_year}].push_back(&sketch);
  }
  std::vector<std::int64_t> copies;
  for (const AcrossFinding& found : findings) copies.push_back(found.submission_id);
  std::sort(copies.begin(), copies.end());
  for (const Sketch& sketch : sketches) {
    if (!sketch.agency || !sketch.fiscal_year || std::binary_search(copies.begin(), copies.end(), sketch.id)) continue;
    const auto before = by_office.find({*sketch.agency, *sketch.fiscal_year - 1});
    if (before == by_office.end()) continue;
    std::unordered_map<std::uint64_t, const Sketch*> known;
    for (const Sketch* other : before->second) {
      for (const std::uint64_t weakness : other->weaknesses) known.try_emplace(weakness, other);
    }
    const bool any = std::any_of(sketch.weaknesses.begin(), sketch.weaknesses.end(),
                                 [&](std::uint64_t weakness) { return known.contains(weakness); });
    if (!any) continue;
    for (const CellText& cell : cells(sketch.id)) {
      if (cell.column_key != "weakness") continue;
      const auto repeated = known.find(weakness_hash(cell.text));
      if (repeated == known.end()) continue;
      Finding finding;
      finding.code = "near_duplicate";
      finding.issue_no = cell.issue_no;
      finding.column_key = cell.column_key;
      finding.at = cell.at;
      finding.evidence = clip(cell.text, kEvidence);
      finding.values["variant"] = "repeated_weakness";
      finding.values["other"] = name_of(*repeated->second);
      finding.values["here"] = clip(cell.text, kEvidence);
      add_finding(sketch, std::move(finding));
    }
  }
}

SubmissionSummary summarise(std::int64_t id, const Submission& submission, const Record& record) {
  SubmissionSummary summary;
  summary.id = id;
  const std::size_t slash = submission.source_path.find_last_of("/\\");
  summary.file = slash == std::string::npos ? submission.source_path : submission.source_path.substr(slash + 1);
  summary.sha256 = submission.sha256;
  summary.agency = record.agency;
  summary.fiscal_year = record.fiscal_year;
  summary.item_code = record.item_code;
  if (submission.manifest) {
    if (submission.manifest->agency) summary.agency = submission.manifest->agency;
    if (submission.manifest->fiscal_year) summary.fiscal_year = submission.manifest->fiscal_year;
    if (submission.manifest->item_code) summary.item_code = submission.manifest->item_code;
  }
  for (const CellRecord& cell : record.cells) {
    if (cell.annexed_template || is_unfilled(cell.text)) continue;
    summary.cells.push_back({cell.column_key, cell.issue_no, cell.text, cell.at});
  }
  return summary;
}

}  // namespace prongsai::checks
