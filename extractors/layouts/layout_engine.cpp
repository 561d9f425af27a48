#include "extractors/layouts/layout_engine.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "extractors/layouts/doubtful_words.hpp"
#include "extractors/layouts/identity/identity.hpp"
#include "extractors/layouts/labelled_records.hpp"
#include "extractors/layouts/reading.hpp"
#include "extractors/layouts/recognise.hpp"
#include "extractors/layouts/record_builder.hpp"
#include "extractors/layouts/scores/records.hpp"

namespace prongsai::layouts {

struct LayoutEngine::State {
  explicit State(const std::filesystem::path& data_folder)
      : knowledge(data_folder), agencies(data_folder / "agencies") {}

  Knowledge knowledge;
  text::Agencies agencies;
};

namespace {

// What a report is about is what its best layout is for; of a form that no layout knows the title tells that it plans
// measures.
ReportKind report_kind(const std::vector<LayoutVerdict>& verdicts, const Reading& reading, const Knowledge& knowledge) {
  double best = 0;
  std::string kind;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (!verdicts[i].like || verdicts[i].score <= best) continue;
    best = verdicts[i].score;
    kind = knowledge.layouts[i].kind;
  }
  if (kind == "measures") return ReportKind::measures;
  if (kind == "results") return ReportKind::results;
  if (kind == "scores") return ReportKind::scores;
  const auto title = std::ranges::find(reading.titles, false, &Title::annexed);
  const bool plans = title != reading.titles.end() && title->kind == Title::Kind::measures;
  return plans ? ReportKind::measures : ReportKind::unknown;
}

std::string chosen_keys(const std::vector<LayoutVerdict>& verdicts) {
  std::string keys;
  for (const auto& verdict : verdicts) {
    if (verdict.chosen) keys += (keys.empty() ? "" : ",") + verdict.key;
  }
  return keys;
}

bool issues_from(const std::vector<LayoutVerdict>& verdicts, const Knowledge& knowledge, IssuesFrom where) {
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (verdicts[i].chosen && knowledge.layouts[i].issues == where) return true;
  }
  return false;
}

// Headings of at least four of the issues, with something under them: the report has them, whatever its form.
bool heads_issues(const Reading& reading) {
  constexpr std::size_t kFewestIssues = 4;
  std::set<int> issues;
  for (const auto& section : reading.sections) {
    if (!section.annexed && section.has_content) issues.insert(section.heading.name.issue_no);
  }
  return issues.size() >= kFewestIssues;
}

}  // namespace

LayoutEngine::LayoutEngine(const std::filesystem::path& data_folder) : state_(std::make_unique<State>(data_folder)) {}
LayoutEngine::~LayoutEngine() = default;
LayoutEngine::LayoutEngine(LayoutEngine&&) noexcept = default;
LayoutEngine& LayoutEngine::operator=(LayoutEngine&&) noexcept = default;

const text::Agencies& LayoutEngine::agencies() const {
  return state_->agencies;
}

std::vector<LayoutVerdict> LayoutEngine::judge(const Document& document) const {
  return recognise(read_structure(document, state_->knowledge), state_->knowledge);
}

Record LayoutEngine::extract(const Document& as_read, const Submission& submission) const {
  const Knowledge& knowledge = state_->knowledge;
  const std::optional<Document> laid = with_labelled_records(as_read, knowledge.columns);
  const Document& document = laid ? *laid : as_read;
  const Reading reading = read_structure(document, knowledge);
  const auto verdicts = recognise(reading, knowledge);
  Record record;
  record.layout = chosen_keys(verdicts);
  record.page_count = static_cast<int>(document.pages.size());
  record.links = document.links;
  record.doubtful_words = doubtful_words(document);
  BuildState state = begin_build(reading, knowledge);
  if (issues_from(verdicts, knowledge, IssuesFrom::headings) || heads_issues(reading))
    add_issues_from_headings(record, state);
  add_tables(record, state);
  // A page's end may have parted a card from its first row, the issue's heading.
  if (!record.issues.empty()) add_issues_from_headings(record, state);
  mark_report_entries(state);
  add_paragraphs(record, state);
  const Identity identity{reading,
                          knowledge,
                          state_->agencies,
                          submission,
                          report_kind(verdicts, reading, knowledge),
                          find_name_places(reading, knowledge, state_->agencies)};
  set_agency(record, identity);
  set_fiscal_year(record, identity);
  set_item_code(record, identity);
  add_scores(record, identity);
  return record;
}

}  // namespace prongsai::layouts
