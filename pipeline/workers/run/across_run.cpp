#include "pipeline/workers/run/across_run.hpp"

#include <exception>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pipeline/checks/compare/across.hpp"
#include "pipeline/checks/compare/sketch.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/step_guard.hpp"
#include "pipeline/stages/files/attached_path.hpp"
#include "pipeline/store/across_findings.hpp"
#include "pipeline/store/sketch_table.hpp"

namespace prongsai::workers {
namespace {

// A letter or a form that many offices attach is no copy: of documents attached to others only those are compared in
// which a report was recognised.
checks::SubmissionSummary summary_of(store::Store& store, const store::StoredSubmission& stored) {
  const Record record = store.load_cells(stored.id);
  checks::SubmissionSummary summary = checks::summarise(stored.id, stored.submission, record);
  if (!stored.submission.attached_at.empty() && record.layout.empty()) {
    summary.sha256.clear();
    summary.cells.clear();
  }
  return summary;
}

// Documents that lie in one file are one submission, whatever they share.
class Families {
 public:
  explicit Families(store::Store& store) {
    store.each_attached([&](const store::StoredSubmission& attached) {
      const auto file = store.find_path(stages::file_of(attached.submission));
      if (file) file_of_[attached.id] = file->id;
    });
  }

  [[nodiscard]] bool are_one(std::int64_t a, std::int64_t b) const { return file_of(a) == file_of(b); }

 private:
  [[nodiscard]] std::int64_t file_of(std::int64_t id) const {
    const auto found = file_of_.find(id);
    return found == file_of_.end() ? id : found->second;
  }

  std::unordered_map<std::int64_t, std::int64_t> file_of_;
};

void leave_out_own(checks::Neighbours& neighbours, std::int64_t id, const Families& families) {
  const auto own = [&](const Sketch& other) { return families.are_one(id, other.id); };
  if (neighbours.first_of_bytes && own(*neighbours.first_of_bytes)) neighbours.first_of_bytes.reset();
  std::erase_if(neighbours.met, own);
  std::erase_if(neighbours.year_before, own);
}

checks::Neighbours neighbours_of(store::SketchTable& sketches, std::int64_t place, const Sketch& sketch) {
  checks::Neighbours neighbours;
  if (!sketch.sha256.empty()) neighbours.first_of_bytes = sketches.first_of_bytes(sketch.sha256);
  neighbours.met = sketches.met_by(place);
  if (sketch.agency && sketch.fiscal_year && !sketch.weaknesses.empty())
    neighbours.year_before = sketches.with_weaknesses(*sketch.agency, *sketch.fiscal_year - 1);
  return neighbours;
}

// What breaks while one submission is compared is told as that one's; what the database throws is not held back.
class AcrossGuard {
 public:
  AcrossGuard(const checks::Rules& rules, const AcrossWatch& watch) : rules_(rules), watch_(watch) {
    for (const auto& [id, why] : watch.leave_out) failed_[id] = why;
  }

  // Nothing where it is left out, now or before.
  template <typename Work>
  auto run(std::int64_t id, const Work& work) -> std::optional<decltype(work())> {
    if (failed_.contains(id)) return std::nullopt;
    try {
      if (watch_.on_submission) watch_.on_submission(id);
      return work();
    } catch (const std::exception& error) {
      if (broken_) std::rethrow_exception(std::exchange(broken_, nullptr));
      failed_[id] = error.what();
      return std::nullopt;
    }
  }

  // Of the database, for work that is guarded.
  template <typename Read>
  auto reading(const Read& read) {
    try {
      return read();
    } catch (...) {
      broken_ = std::current_exception();
      throw;
    }
  }

  // What follows is no submission's.
  void leave() const {
    if (watch_.on_submission) watch_.on_submission(0);
  }

  void tell(store::AcrossFindings& findings) const {
    for (const auto& [id, why] : failed_) findings.add(id, {checks::check_failed(rules_, "compare_documents", why)});
  }

 private:
  const checks::Rules& rules_;
  const AcrossWatch& watch_;
  std::map<std::int64_t, std::string> failed_;
  std::exception_ptr broken_;
};

void fill_sketches(store::Store& store, store::SketchTable& sketches, const checks::CodeRule& rule,
                   AcrossGuard& guard) {
  sketches.fill(checks::sketch_version(rule), [&](const store::StoredSubmission& stored) {
    const checks::SubmissionSummary summary = summary_of(store, stored);
    return guard.run(stored.id, [&] { return checks::sketch_of(summary, rule); });
  });
  guard.leave();
}

}  // namespace

void judge_across(store::Store& store, const std::filesystem::path& data_folder, const std::string& judge_version,
                  const AcrossWatch& watch) {
  if (store.across_is_current(judge_version)) return;
  const checks::Rules rules(data_folder);
  AcrossGuard guard(rules, watch);
  store::SketchTable sketches(store);
  fill_sketches(store, sketches, rules.of("near_duplicate"), guard);
  sketches.arrange();
  checks::Across across(rules, [&](std::int64_t id) {
    return guard.reading([&] {
      const auto stored = store.find(id);
      return stored ? summary_of(store, *stored).cells : std::vector<checks::CellText>();
    });
  });
  const Families families(store);
  store::AcrossFindings findings(store);
  for (std::int64_t place = 1; place <= sketches.last_place(); ++place) {
    const auto sketch = sketches.at(place);
    if (!sketch) continue;
    checks::Neighbours neighbours = neighbours_of(sketches, place, *sketch);
    leave_out_own(neighbours, sketch->id, families);
    if (const auto found = guard.run(sketch->id, [&] { return across.judge(*sketch, neighbours); }))
      findings.add(sketch->id, *found);
  }
  guard.leave();
  guard.tell(findings);
  findings.put_in_place(judge_version);
}

}  // namespace prongsai::workers
