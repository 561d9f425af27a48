// prongsai export: the dataset for the analyst.
#include "pipeline/export/export.hpp"

#include <iostream>
#include <map>
#include <memory>

#include "pipeline/cli/commands.hpp"

namespace prongsai::cli {
namespace {

using exporting::Format;

const std::map<std::string, Format>& formats() {
  static const std::map<std::string, Format> names = {{"csv", Format::csv},
                                                      {"xlsx", Format::xlsx},
                                                      {"jsonl", Format::jsonl},
                                                      {"datapackage", Format::datapackage},
                                                      {"sqlite", Format::sqlite}};
  return names;
}

void add_options(CLI::App& command, exporting::Options& options) {
  options.db = "prongsai.db";
  command.add_option("--db", options.db, "Database")->capture_default_str();
  command.add_option("--format", options.format, "csv, xlsx, jsonl, datapackage (CSV with its schema), sqlite")
      ->required()
      ->transform(CLI::CheckedTransformer(formats(), CLI::ignore_case).description(""))
      ->type_name("FORMAT");
  command.add_option("--out", options.out, "New file; for csv and datapackage a new folder")->required();
  command.add_option("--agency", options.filter.agencies, "Offices whose name holds this")->group("Which submissions");
  command.add_option("--year", options.filter.fiscal_years, "Fiscal year, Buddhist Era")->group("Which submissions");
  command.add_option("--item", options.filter.item_codes, "OIT item, such as O34")->group("Which submissions");
  command.add_option("--layout", options.filter.layouts, "Layout of the report")->group("Which submissions");
  command.add_option("--code", options.filter.codes, "That have a finding of this code")->group("Which submissions");
  command.add_flag("!--no-bom", options.bom, "csv: without the byte order mark that Excel wants");
  command.add_flag("!--no-provenance", options.provenance, "Without pages, boxes, sources and confidences");
  command.add_flag("--anonymise", options.anonymise, "Names of persons become [ชื่อบุคคล]; not for sqlite");
}

}  // namespace

void add_export(CLI::App& app, Context& context) {
  auto options = std::make_shared<exporting::Options>();
  CLI::App* command = app.add_subcommand("export", "Write the dataset for spreadsheets, R or Python");
  add_options(*command, *options);
  command->footer(
      "A condition given twice takes either; different conditions must all hold. Reviewers' corrections and decisions\n"
      "are in. The same database gives the same bytes.\n"
      "Examples:\n"
      "  prongsai export --db year2567.db --format csv --out year2567/\n"
      "  prongsai export --db year2567.db --format xlsx --out lampang.xlsx --agency ลำปาง --year 2567\n"
      "  prongsai export --db year2567.db --format datapackage --out open-data/ --anonymise --no-provenance");
  command->callback([options, &context] {
    const exporting::Summary summary = exporting::export_dataset(*options, context.data_folder());
    for (const auto& file : summary.files) std::cerr << "prongsai: wrote " << file.string() << '\n';
    context.exit_code = kDone;
  });
}

}  // namespace prongsai::cli
