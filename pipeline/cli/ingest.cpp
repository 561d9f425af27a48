// prongsai ingest: reads PDF reports into the database.
#include <memory>

#include "pipeline/cli/ingest_run.hpp"

namespace prongsai::cli {

void add_ingest(CLI::App& app, Context& context) {
  auto options = std::make_shared<IngestOptions>();
  CLI::App* command = app.add_subcommand("ingest", "Read PDF reports into a database");
  command->add_option("PATH", options->paths, "Files, and folders to be searched for .pdf files");
  command->add_option("--list", options->list, "File with one path a line (or separated by NUL bytes)");
  command->add_flag("--redo", options->redo, "Read again what is unchanged, too");
  command
      ->add_flag("--stale", options->stale,
                 "Read again only what an older version read; without PATH, everywhere in the database")
      ->excludes("--redo");
  add_ingest_options(*command, *options);
  command->footer(
      "Examples:\n"
      "  prongsai ingest reports/\n"
      "  prongsai ingest reports/ more.pdf --db year2567.db --manifest submissions.csv --jobs 4\n"
      "  prongsai ingest --stale --db year2567.db");
  command->callback([options, &context] {
    if (options->paths.empty() && !options->list && !options->stale) throw CLI::RequiredError("PATH or --list");
    context.exit_code = run_ingest(*options, context);
  });
}

}  // namespace prongsai::cli
