// prongsai export: the dataset for the analyst.
#include "pipeline/export/export.hpp"

#include <iostream>
#include <map>
#include <memory>

#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/parts/known.hpp"

namespace prongsai::cli {
namespace {

using exporting::Format;

const std::map<std::string, Format>& formats() {
  static const std::map<std::string, Format> kNames = {{"csv", Format::csv},
                                                       {"xlsx", Format::xlsx},
                                                       {"jsonl", Format::jsonl},
                                                       {"datapackage", Format::datapackage},
                                                       {"sqlite", Format::sqlite}};
  return kNames;
}

struct Chosen {
  exporting::Options options;
  bool no_bom = false;
  bool no_guard = false;
  bool no_provenance = false;
};

// A condition: may be given more than once, one value each time.
template <typename T>
void add_condition(CLI::App& command, const char* name, std::vector<T>& values, const char* what) {
  command.add_option(name, values, what)->allow_extra_args(false)->group("Which submissions");
}

// How to come to formats that others write well.
std::string way_to(const std::string& format) {
  if (CLI::detail::to_lower(format) == "parquet")
    return "; DuckDB makes it of csv: COPY (FROM 'cell.csv') TO 'cell.parquet'";
  if (CLI::detail::to_lower(format) == "ods")
    return "; LibreOffice makes it of xlsx: soffice --headless --convert-to ods FILE.xlsx";
  return "";
}

void add_options(CLI::App& command, Chosen& chosen) {
  exporting::Options& options = chosen.options;
  options.db = "prongsai.db";
  command.add_option("--db", options.db, "Database")->capture_default_str();
  command.add_option("--format", options.format, "What to write; datapackage is CSV with its schema")
      ->required()
      ->transform(CLI::Validator(
          [](std::string& word) {
            const auto found = formats().find(CLI::detail::to_lower(word));
            if (found == formats().end())
              return "'" + word + "' is none of csv, datapackage, jsonl, sqlite, xlsx" + way_to(word);
            word = std::to_string(static_cast<int>(found->second));
            return std::string();
          },
          ""))
      ->type_name("{csv,datapackage,jsonl,sqlite,xlsx}");
  command
      .add_option("--out", options.out, "New file; for csv and datapackage a new folder; jsonl: - for standard output")
      ->required();
  store::ExportFilter& filter = options.filter;
  add_condition(command, "--agency", filter.agencies, "Offices whose name holds this");
  add_condition(command, "--year", filter.fiscal_years, "Fiscal year, Buddhist Era");
  add_condition(command, "--item", filter.item_codes, "OIT item, such as O34");
  add_condition(command, "--layout", filter.layouts, "Layout of the report");
  add_condition(command, "--province", filter.provinces, "Offices whose name says that they are of this province");
  add_condition(command, "--code", filter.codes, "That have a finding of this code; of their findings these leave");
  command.add_option("--severity", filter.severities, "The same of error, warning, info")
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"error", "warning", "info"}))
      ->group("Which submissions");
  command.add_option("--status", filter.statuses, "The same of open, confirmed, dismissed")
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"open", "confirmed", "dismissed"}))
      ->group("Which submissions");
  command.add_flag("--no-bom", chosen.no_bom, "csv: without the byte order mark that Excel wants");
  command.add_flag("--no-guard", chosen.no_guard, "csv: without the apostrophe that keeps a text from being a formula");
  command.add_flag("--no-provenance", chosen.no_provenance, "Without pages, boxes, sources and confidences");
  command.add_option("--about", options.about, "datapackage: a JSON file with its title, licenses, contributors, …");
  command.add_flag("--anonymise", options.anonymise, "Names of persons become [ชื่อบุคคล]; not for sqlite");
}

void require_known_words(const exporting::Options& options, const std::filesystem::path& data_folder) {
  const store::ExportFilter& filter = options.filter;
  require_offices("--agency", filter.agencies, options.db);
  require_provinces("--province", filter.provinces, data_folder, options.db);
  if (!filter.item_codes.empty()) require_reports("--item", filter.item_codes, known_items(options.db));
  std::vector<std::string> years;
  for (const auto year : filter.fiscal_years) years.push_back(std::to_string(year));
  if (!years.empty()) require_reports("--year", years, known_years(options.db));
  if (!filter.layouts.empty()) require_known("--layout", filter.layouts, known_layouts(data_folder, options.db));
  if (!filter.codes.empty()) require_known("--code", filter.codes, known_codes(data_folder, options.db));
}

void write_out(const exporting::Options& options, const Context& context) {
  if (options.out == "-") {
    if (options.format != Format::jsonl) throw CLI::ValidationError("--out", "- is for jsonl; the others need a name");
    exporting::stream_jsonl(options, context.data_folder(), std::cout);
    return;
  }
  const std::filesystem::file_type type = std::filesystem::status(options.out).type();
  if (type != std::filesystem::file_type::not_found && type != std::filesystem::file_type::directory &&
      type != std::filesystem::file_type::regular) {
    throw CLI::ValidationError("--out",
                               options.out.string() + " is no file; for standard output: --format jsonl --out -");
  }
  const exporting::Summary summary = exporting::export_dataset(options, context.data_folder());
  const bool counts = options.format != Format::sqlite;  // a copy is not read row by row
  if (counts && summary.rows == 0)
    std::cerr << "prongsai: " << context.told("nothing fits all that is asked for: there are no rows") << '\n';
  for (const auto& file : summary.files) std::cerr << "prongsai: wrote " << file.string() << '\n';
}

}  // namespace

void add_export(CLI::App& app, Context& context) {
  auto chosen = std::make_shared<Chosen>();
  CLI::App* command = app.add_subcommand("export", "Write the dataset for spreadsheets, R or Python");
  add_options(*command, *chosen);
  command->footer(
      "A condition given twice takes either; different conditions must all hold. Reviewers' corrections and decisions\n"
      "are in. The same database gives the same bytes.\n"
      "Examples:\n"
      "  prongsai export --db year2567.db --format csv --out year2567/\n"
      "  prongsai export --db year2567.db --format xlsx --out lampang.xlsx --agency ลำปาง --year 2567\n"
      "  prongsai export --db year2567.db --format datapackage --out open-data/ --anonymise --no-provenance\n"
      "  prongsai export --db year2567.db --format jsonl --out - | jq -r .agency");
  command->callback([chosen, &context] {
    chosen->options.bom = !chosen->no_bom;
    chosen->options.guard = !chosen->no_guard;
    chosen->options.provenance = !chosen->no_provenance;
    require_known_words(chosen->options, context.data_folder());
    write_out(chosen->options, context);
    context.exit_code = kDone;
  });
}

}  // namespace prongsai::cli
