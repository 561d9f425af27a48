#include "pipeline/workers/run/across_run.hpp"

#include <vector>

#include "pipeline/checks/compare/across.hpp"
#include "pipeline/checks/compare/sketch.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/store/across_findings.hpp"
#include "pipeline/store/sketch_table.hpp"

namespace prongsai::workers {
namespace {

checks::SubmissionSummary summary_of(store::Store& store, const store::StoredSubmission& stored) {
  return checks::summarise(stored.id, stored.submission, store.load_cells(stored.id));
}

void fill_sketches(store::Store& store, store::SketchTable& sketches, const checks::CodeRule& rule) {
  sketches.fill(checks::sketch_version(rule), [&](const store::StoredSubmission& stored) {
    return checks::sketch_of(summary_of(store, stored), rule);
  });
}

checks::Neighbours neighbours_of(store::SketchTable& sketches, std::int64_t place, const Sketch& sketch) {
  checks::Neighbours neighbours;
  if (!sketch.sha256.empty()) neighbours.first_of_bytes = sketches.first_of_bytes(sketch.sha256);
  neighbours.met = sketches.met_by(place);
  if (sketch.agency && sketch.fiscal_year && !sketch.weaknesses.empty())
    neighbours.year_before = sketches.with_weaknesses(*sketch.agency, *sketch.fiscal_year - 1);
  return neighbours;
}

}  // namespace

void judge_across(store::Store& store, const std::filesystem::path& data_folder, const std::string& judge_version) {
  if (store.across_is_current(judge_version)) return;
  const checks::Rules rules(data_folder);
  store::SketchTable sketches(store);
  fill_sketches(store, sketches, rules.of("near_duplicate"));
  sketches.arrange();
  checks::Across across(rules, [&](std::int64_t id) {
    const auto stored = store.find(id);
    return stored ? summary_of(store, *stored).cells : std::vector<checks::CellText>();
  });
  store::AcrossFindings findings(store);
  for (std::int64_t place = 1; place <= sketches.last_place(); ++place) {
    const auto sketch = sketches.at(place);
    if (sketch) findings.add(sketch->id, across.judge(*sketch, neighbours_of(sketches, place, *sketch)));
  }
  findings.put_in_place(judge_version);
}

}  // namespace prongsai::workers
