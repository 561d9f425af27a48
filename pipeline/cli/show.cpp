// prongsai show: what was read from one report and set right by reviewers, as a person wants to read it.
#include <algorithm>
#include <charconv>
#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>

#include "extractors/text/unicode/joined.hpp"
#include "models/record_view.hpp"
#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/parts/terminal.hpp"
#include "pipeline/cli/parts/wording.hpp"
#include "pipeline/stages/files/path_text.hpp"
#include "pipeline/store/records/names.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::cli {
namespace {

struct ShowOptions {
  std::filesystem::path db = "prongsai.db";
  std::string which;
};

std::optional<store::StoredSubmission> find(store::Store& store, const std::string& which) {
  if (auto by_path = store.find_path(stages::canonical_text(which))) return by_path;
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(which.data(), which.data() + which.size(), id);
  const bool is_number = error == std::errc() && end == which.data() + which.size();
  return is_number ? store.find(id) : std::nullopt;
}

// Of the report, or of a row of it where the indent is deeper.
void write_fact(const std::string& label, const std::string& text, std::size_t indent = 2) {
  write_beside(label, text, 14, indent);
}

std::string page_of(const Evidence& at) {
  return at.page_no > 0 ? "  (p." + std::to_string(at.page_no) + ")" : "";
}

void write_head(const store::StoredSubmission& stored, bool is_corrected, const Record& record,
                const Judgement& judgement, Language language) {
  std::cout << '#' << stored.id << "  " << printable(stored.submission.source_path) << '\n';
  write_fact("office", record.agency.value_or("(not told)"));
  write_fact("fiscal year", record.fiscal_year ? std::to_string(*record.fiscal_year) : "(not told)");
  write_fact("item", record.item_code.value_or("(not told)"));
  write_fact("layout", record.layout.empty() ? "(none matched)" : record.layout);
  write_fact("pages", std::to_string(record.page_count));
  if (is_corrected)
    write_fact("corrected", "reviewers set values right; theirs stand where the reading is still the same");
  write_fact("status", store::name_of(record.status) + (record.error.empty() ? "" : ": " + record.error));
  if (stored.submission.manifest) write_fact("published at", stored.submission.manifest->published_url.value_or(""));
  if (judgement.suggested_score) {
    const bool thai = language == Language::thai;
    write_fact("score", thai ? judgement.score_reason : judgement.score_reason_en);
  }
}

void write_issues(const Record& record) {
  for (const IssueRecord& issue : record.issues) {
    std::cout << "\nIssue 1." << issue.issue_no << "  " << printable(issue.title) << page_of(issue.at) << '\n';
    write_fact("items", text::joined(issue.item_codes, ", "));
    write_fact("timeframe", issue.timeframe.value_or("(none stated)"));
    write_fact("limitation", issue.limitation.value_or("(none stated)"));
  }
}

void write_tables(const Record& record) {
  const RecordView rows(record);
  for (const TableRecord& table : record.tables) {
    std::cout << "\nTable " << table.table_no << (table.role.empty() ? "" : "  " + table.role)
              << (table.issue_no ? "  issue 1." + std::to_string(*table.issue_no) : "")
              << (table.annexed_template ? "  (annexed form)" : "") << page_of(table.at) << '\n';
    for (const RecordRow& row : rows.of(table.table_no)) {
      std::cout << "  row " << row.row_no << page_of(row.cells.front()->at) << '\n';
      for (const CellRecord* cell : row.cells)
        write_fact(std::string(word_of(cell->column_key)), cell->text.empty() ? "(blank)" : cell->text, 4);
    }
  }
}

// 95.35, not 95.350000.
std::string figure(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

void write_scores(const Record& record) {
  if (!record.scores.empty()) std::cout << "\nScores\n";
  for (const ScoreRecord& score : record.scores) {
    std::string text = figure(score.value) + (score.unit == ScoreUnit::percent ? " %" : " points");
    if (score.grade) text += "  " + *score.grade;
    if (score.fiscal_year) text += "  " + std::to_string(*score.fiscal_year);
    if (score.agency) text += "  " + *score.agency;
    if (is_doubtful(score)) text += "  (doubtful)";
    write_fact(std::string(word_of(score.subject)) + (score.subject_no ? " " + *score.subject_no : ""),
               text + page_of(score.at));
  }
}

void write_findings(const Judgement& judgement, Language language) {
  std::cout << '\n' << (judgement.findings.empty() ? "Nothing was flagged." : "Findings") << '\n';
  for (const Finding& finding : judgement.findings) {
    write_fact(store::name_of(finding.severity), finding.code + "  " + place_of(finding));
    for (const std::string& line : wording_of(finding, language)) write_fact("", line);
  }
}

void show(const ShowOptions& options, const Context& context) {
  store::Store store(options.db, store::Open::read_only);
  const auto stored = find(store, options.which);
  if (!stored) {
    throw std::runtime_error(options.which + ": neither a file nor a number in " + options.db.string() +
                             "; `prongsai ingest` reads files into it");
  }
  const Record record = store.load_corrected(stored->id);  // what the findings beside it were judged by
  const Judgement judgement = store.load_judgement(stored->id);
  write_head(*stored, store.is_corrected(stored->id), record, judgement, context.language);
  write_issues(record);
  write_tables(record);
  write_scores(record);
  write_findings(judgement, context.language);
}

}  // namespace

void add_show(CLI::App& app, Context& context) {
  auto options = std::make_shared<ShowOptions>();
  CLI::App* command = app.add_subcommand("show", "Show what was read from one report, as reviewers set it right");
  command->add_option("--db", options->db, "Database")->capture_default_str();
  command->add_option("REPORT", options->which, "The report's file, or its number in the database")->required();
  command->footer(
      "Examples:\n"
      "  prongsai show --db year2567.db reports/a.pdf\n"
      "  prongsai show --db year2567.db 12 --lang th");
  command->callback([options, &context] { show(*options, context); });
}

}  // namespace prongsai::cli
