// prongsai findings: what was flagged.
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/parts/known.hpp"
#include "pipeline/cli/parts/terminal.hpp"
#include "pipeline/cli/parts/wording.hpp"
#include "pipeline/export/csv_text.hpp"
#include "pipeline/store/queries.hpp"
#include "pipeline/store/records/names.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::cli {
namespace {

struct FindingsOptions {
  std::filesystem::path db = "prongsai.db";
  store::FindingFilter filter;
  std::string format = "table";
  std::optional<std::int64_t> limit;
};

// Findings under the office and file that they belong to.
class FindingTable {
 public:
  explicit FindingTable(Language language) : language_(language) {}

  void add(const store::FoundFinding& found) {
    if (found.submission_id != submission_) head(found);
    const std::string left = "  " + fit(store::name_of(found.finding.severity), 8) + fit(found.finding.code, 21) +
                             fit(place_of(found.finding), 22);
    std::string first = left;
    for (const std::string& message : messages_of(found)) {
      for (const std::string& line : wrap(message, width_ > kLeft + 30 ? width_ - kLeft : 70)) {
        std::cout << first << line << '\n';
        first = std::string(kLeft, ' ');
      }
    }
    ++count_;
  }

  void finish() const {
    std::cout << (count_ == 0 ? "Nothing was flagged.\n"
                              : "\n" + std::to_string(count_) + (count_ == 1 ? " finding\n" : " findings\n"));
  }

 private:
  static constexpr std::size_t kLeft = 53;  // columns before the message

  void head(const store::FoundFinding& found) {
    if (submission_ != 0) std::cout << '\n';
    submission_ = found.submission_id;
    std::cout << '#' << found.submission_id << "  " << printable(found.agency.value_or("(no office)"));
    if (found.fiscal_year) std::cout << "  " << *found.fiscal_year;
    std::cout << "  " << printable(found.source_path) << '\n';
  }

  [[nodiscard]] std::vector<std::string> messages_of(const store::FoundFinding& found) const {
    std::vector<std::string> lines = wording_of(found.finding, language_);
    for (std::string& line : lines) line = printable(line);
    if (found.status != "open") lines.front().insert(0, "[" + found.status + "] ");
    if (!found.note.empty()) lines.push_back("note: " + printable(found.note));
    return lines;
  }

  Language language_;
  std::size_t width_ = terminal_width();
  std::int64_t submission_ = 0;
  long long count_ = 0;
};

template <typename Value>
std::string text_of(const std::optional<Value>& value) {
  if constexpr (std::is_same_v<Value, std::string>)
    return value.value_or("");
  else
    return value ? std::to_string(*value) : "";
}

void write_csv_line(const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) std::cout << (i == 0 ? "" : ",") << exporting::csv_text(fields[i]);
  std::cout << '\n';
}

void write_csv(const store::FoundFinding& found) {
  const Finding& finding = found.finding;
  const int page_no = finding.at ? finding.at->page_no : 0;
  write_csv_line({std::to_string(found.id), std::to_string(found.submission_id), found.source_path,
                  text_of(found.agency), text_of(found.fiscal_year), finding.code, store::name_of(finding.severity),
                  found.status, text_of(finding.issue_no), text_of(finding.item_code),
                  std::string(word_of(finding.column_key)), page_no > 0 ? std::to_string(page_no) : "",
                  finding.message_th, finding.message_en, finding.evidence, found.note});
}

template <typename Value>
nlohmann::ordered_json json_of(const std::optional<Value>& value) {
  if (!value) return {};
  if constexpr (HasWords<Value>)
    return store::name_of(*value);
  else
    return *value;
}

// One JSON object a line.
void write_json(const store::FoundFinding& found) {
  const Finding& finding = found.finding;
  nlohmann::ordered_json line = {{"id", found.id},
                                 {"submission_id", found.submission_id},
                                 {"source_path", found.source_path},
                                 {"agency", json_of(found.agency)},
                                 {"fiscal_year", json_of(found.fiscal_year)},
                                 {"code", finding.code},
                                 {"severity", store::name_of(finding.severity)},
                                 {"status", found.status},
                                 {"issue_no", json_of(finding.issue_no)},
                                 {"item_code", json_of(finding.item_code)},
                                 {"column_key", json_of(finding.column_key)}};
  const bool placed = finding.at && finding.at->page_no > 0;
  line["page_no"] = placed ? nlohmann::ordered_json(finding.at->page_no) : nlohmann::ordered_json();
  line["message_th"] = finding.message_th;
  line["message_en"] = finding.message_en;
  line["evidence"] = finding.evidence;
  line["note"] = found.note;
  std::cout << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void require_known_filter(const FindingsOptions& options, const Context& context) {
  const store::FindingFilter& filter = options.filter;
  if (!filter.codes.empty()) require_known("--code", filter.codes, known_codes(context.data_folder(), options.db));
  if (filter.issue_no) require_issue("--issue", *filter.issue_no, context.data_folder());
  if (!filter.office.empty()) require_offices("--office", {filter.office}, options.db);
}

// No more than asked for; that there are more is told beside the list.
void each_shown(store::Store& store, const FindingsOptions& options, const Context& context,
                const std::function<void(const store::FoundFinding&)>& show) {
  store::FindingFilter filter = options.filter;
  if (options.limit) filter.most = *options.limit + 1;
  std::int64_t shown = 0;
  store::for_each_finding(store, filter, [&](const store::FoundFinding& found) {
    if (!options.limit || shown++ < *options.limit) show(found);
  });
  if (options.limit && shown > *options.limit)
    std::cerr << "prongsai: " << context.told("there are more findings than --limit shows") << '\n';
}

void list_findings(const FindingsOptions& options, const Context& context) {
  store::Store store(options.db, store::Open::read_only);
  require_known_filter(options, context);
  if (const auto id = options.filter.submission_id; id && !store.find(*id)) {
    throw CLI::ValidationError("--id", no_submission(*id, options.db));
  }
  if (options.format == "json") return each_shown(store, options, context, write_json);
  if (options.format == "csv") {
    write_csv_line({"id", "submission_id", "source_path", "agency", "fiscal_year", "code", "severity", "status",
                    "issue_no", "item_code", "column_key", "page_no", "message_th", "message_en", "evidence", "note"});
    return each_shown(store, options, context, write_csv);
  }
  FindingTable table(context.language);
  each_shown(store, options, context, [&](const store::FoundFinding& found) { table.add(found); });
  table.finish();
}

}  // namespace

void add_findings(CLI::App& app, Context& context) {
  auto options = std::make_shared<FindingsOptions>();
  CLI::App* command = app.add_subcommand("findings", "List what was flagged");
  command->add_option("--db", options->db, "Database")->capture_default_str();
  command->add_option("--code", options->filter.codes, "Only these codes (wrong_year, empty_cell, …)")->delimiter(',');
  command->add_option("--severity", options->filter.severities, "Only error, warning, info")
      ->delimiter(',')
      ->check(CLI::IsMember({"error", "warning", "info"}));
  command->add_option("--status", options->filter.statuses, "Only open, confirmed, dismissed")
      ->delimiter(',')
      ->check(CLI::IsMember({"open", "confirmed", "dismissed"}));
  command->add_option("--office", options->filter.office, "Only offices whose name holds this text");
  command->add_option("--issue", options->filter.issue_no, "Only this issue: 4 for 1.4")->check(whole_number());
  command->add_option("--id", options->filter.submission_id, "Only this submission");
  command->add_option("--limit", options->limit, "No more than this many")->check(whole_number());
  command->add_option("--format", options->format, "table, csv or json (one object a line)")
      ->check(CLI::IsMember({"table", "csv", "json"}))
      ->capture_default_str();
  command->footer(
      "Examples:\n"
      "  prongsai findings --db year2567.db\n"
      "  prongsai findings --severity error --status open --office ลำปาง\n"
      "  prongsai findings --code empty_cell,missing_issue --format csv > gaps.csv");
  command->callback([options, &context] { list_findings(*options, context); });
}

}  // namespace prongsai::cli
