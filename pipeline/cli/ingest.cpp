// prongsai ingest: reads PDF reports into the database.
#include <algorithm>
#include <memory>

#include "pipeline/cli/ingest_run.hpp"
#include "pipeline/cli/parts/interrupt.hpp"
#include "pipeline/cli/parts/terminal.hpp"
#include "pipeline/stages/files/path_text.hpp"

namespace prongsai::cli {
namespace {

namespace fs = std::filesystem;

// --stale without a path: everything that the database holds; what is attached to a file comes with it.
void take_stored(stages::Search& search, store::Store& store) {
  store.for_each([&](const store::StoredSubmission& stored) {
    if (stored.submission.attached_at.empty()) search.take(stages::path_of(stored.submission.canonical_path));
  });
}

stages::Intake find_all(const IngestOptions& options, store::Store& store) {
  stages::Search search;
  for (const fs::path& path : options.paths) search.take(path);
  if (options.list) stages::each_listed(*options.list, [&](const fs::path& path) { search.take(path); });
  if (options.paths.empty() && !options.list) take_stored(search, store);
  return std::move(search).result();
}

int exit_code_of(const workers::IngestResult& result) {
  if (result.interrupted) return kInterrupted;
  const int worked = result.counts.done - result.counts.skipped;
  if (result.counts.deferred > 0 || !result.compared) return kPartly;
  if (worked > 0 && result.counts.failed == worked && result.counts.skipped == 0) return kNothingRead;
  return result.counts.failed > 0 || result.partial > 0 ? kPartly : kDone;
}

// A list is a part of the year; the other rows' files stand in other lists.
void tell_unused_rows(const IngestOptions& options, const stages::Manifest& manifest) {
  for (const ManifestRow& row : manifest.unused()) {
    tell(options, row.manifest + ":" + std::to_string(row.line) + ": no file '" + printable(row.file) + "'");
  }
}

// A manifest that names few of the files read is likely another year's: each is told, up to a screenful.
void tell_unmatched_files(const IngestOptions& options, const stages::Manifest& manifest) {
  constexpr std::size_t kScreenful = 20;
  std::size_t told = 0;
  for (const std::string& path : manifest.unmatched_files()) {
    if (told++ == kScreenful) break;
    tell(options, manifest.name() + ": no row for '" + printable(path) + "'");
  }
  if (manifest.unmatched_files().size() > kScreenful)
    tell(options,
         manifest.name() + ": no row for " + std::to_string(manifest.unmatched_files().size() - kScreenful) + " more");
}

// Whether a path that was named does not exist.
bool names_nothing(const IngestOptions& options) {
  std::error_code error;
  return std::any_of(options.paths.begin(), options.paths.end(),
                     [&](const fs::path& path) { return !fs::exists(path, error); });
}

int run_ingest(const IngestOptions& options, const Context& context) {
  stages::Manifest manifest = read_manifest(options);
  IngestSession session(options, context);
  const stages::Intake intake = find_all(options, session.store());
  watch_for_interrupt();
  const workers::IngestResult result = session.run(intake, manifest);
  if (!options.list) tell_unused_rows(options, manifest);
  tell_unmatched_files(options, manifest);
  tell_summary(options, session.store(), result);
  if (result.counts.documents > 0) {
    const int code = exit_code_of(result);
    return code == kDone && names_nothing(options) ? kPartly : code;  // what was named and is not there was told
  }
  tell(options, "no PDF file was found");
  return kNothingRead;
}

}  // namespace

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
    options->asked_by = &context;
    context.exit_code = run_ingest(*options, context);
  });
}

}  // namespace prongsai::cli
