#include <sched.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>

#include <iostream>
#include <map>
#include <stdexcept>

#include "pipeline/cli/ingest_run.hpp"
#include "pipeline/cli/interrupt.hpp"
#include "pipeline/cli/summary.hpp"
#include "pipeline/cli/terminal.hpp"
#include "pipeline/stages/path_text.hpp"
#include "pipeline/workers/across_run.hpp"
#include "pipeline/workers/in_process.hpp"

namespace prongsai::cli {
namespace {

namespace fs = std::filesystem;

// One line a document: time, what became of it, pages, seconds, path, error.
std::function<void(const workers::DocumentOutcome&)> open_log(const IngestOptions& options) {
  const fs::path file = options.log.value_or(options.db.string() + ".log");
  auto sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(file.string());
  auto log = std::make_shared<spdlog::logger>("documents", std::move(sink));
  log->set_pattern("%Y-%m-%dT%H:%M:%S%z %v");
  log->flush_on(spdlog::level::info);
  return [log](const workers::DocumentOutcome& outcome) {
    if (outcome.what == "skipped") return;
    log->info("{} {} pages {:.2f} s {}{}", outcome.what, outcome.pages, outcome.seconds, printable(outcome.source_path),
              outcome.error.empty() ? "" : ": " + printable(outcome.error));
  };
}

std::vector<fs::path> all_paths(const IngestOptions& options) {
  std::vector<fs::path> paths = options.paths;
  if (options.list) {
    for (fs::path& path : stages::read_list(*options.list)) paths.push_back(std::move(path));
  }
  return paths;
}

// --stale without a path: everything that the database holds.
std::vector<fs::path> stored_paths(store::Store& store) {
  std::vector<fs::path> paths;
  store.for_each([&](const store::StoredSubmission& stored) {
    paths.push_back(stages::path_of(stored.submission.canonical_path));
  });
  return paths;
}

int exit_code_of(const workers::IngestResult& result) {
  if (result.interrupted) return kInterrupted;
  const int worked = result.counts.done - result.counts.skipped;
  if (worked > 0 && result.counts.failed == worked && result.counts.skipped == 0) return kNothingRead;
  return result.counts.failed > 0 || result.partial > 0 ? kPartly : kDone;
}

workers::Which which_of(const IngestOptions& options) {
  if (options.redo) return workers::Which::all;
  return options.stale ? workers::Which::stale : workers::Which::new_and_changed;
}

}  // namespace

void add_ingest_options(CLI::App& command, IngestOptions& options) {
  command.add_option("--db", options.db, "Database to write")->capture_default_str();
  command.add_option("--manifest", options.manifest,
                     "CSV with what is known of each file (default: submissions.csv in the folder given)");
  command.add_option("--jobs,-j", options.jobs, "Reading processes (default: one a core)")->check(CLI::PositiveNumber);
  command.add_option("--log", options.log, "Log file, one line a document (default: the database's name + .log)");
  const std::map<std::string, workers::ProgressStyle> styles = {{"auto", workers::ProgressStyle::automatic},
                                                                {"plain", workers::ProgressStyle::plain},
                                                                {"json", workers::ProgressStyle::json},
                                                                {"none", workers::ProgressStyle::none}};
  command.add_option("--progress", options.progress, "auto (a bar on a terminal), plain, json, none")
      ->transform(CLI::CheckedTransformer(styles).description(""))
      ->type_name("STYLE");
  command.add_flag("--in-process", options.in_process, "Read in this process, for measuring")->group("");
  add_reading_options(command, options.reading);
}

std::optional<fs::path> choose_manifest(const IngestOptions& options) {
  if (options.manifest) return options.manifest;
  std::optional<fs::path> found;
  for (const fs::path& path : options.paths) {
    const fs::path candidate = path / "submissions.csv";
    std::error_code ignored;
    if (!fs::is_regular_file(candidate, ignored)) continue;
    if (found) {
      throw std::runtime_error("both " + found->string() + " and " + candidate.string() +
                               " could be the manifest: name one with --manifest");
    }
    found = candidate;
  }
  if (found) std::cerr << "prongsai: taking the manifest " << printable(stages::display_path(*found)) << '\n';
  return found;
}

int usable_cores() {
  cpu_set_t cores;
  return sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 1;
}

int run_ingest(const IngestOptions& options, const Context& context) {
  const workers::ReaderChoice choice = reader_choice(context, options.reading);
  const auto manifest_file = choose_manifest(options);
  stages::Manifest manifest = manifest_file ? stages::Manifest::read(*manifest_file) : stages::Manifest();
  store::Store store(options.db, store::Open::create);
  std::vector<fs::path> paths = all_paths(options);
  if (paths.empty() && options.stale) paths = stored_paths(store);
  const stages::Intake intake = stages::find_files(paths);
  for (const std::string& notice : intake.notices) std::cerr << "prongsai: " << printable(notice) << '\n';

  workers::IngestSettings settings;
  settings.command = context.command_line;
  settings.workers = options.in_process ? 1 : (options.jobs > 0 ? options.jobs : usable_cores());
  settings.which = which_of(options);
  settings.versions = workers::versions_of(choice);
  settings.interrupted = interrupted;
  settings.on_document = open_log(options);
  settings.across = [&](store::Store& saved) {
    workers::judge_across(saved, choice.data_folder, settings.versions.judging);
  };

  const ScratchFolder scratch;
  const auto executor = options.in_process
                            ? workers::make_in_process(workers::load_reader(choice))
                            : make_pool(choice, options.reading.limits, settings.workers, scratch.path());
  const auto progress = workers::make_progress(options.progress);
  watch_for_interrupt();
  const workers::IngestResult result = workers::ingest(store, *executor, intake.files, manifest, settings, *progress);
  for (const ManifestRow& row : manifest.unused()) {
    std::cerr << "prongsai: " << manifest.name() << ":" << row.line << ": no file '" << printable(row.file) << "'\n";
  }
  write_summary(std::cerr, store, result);
  if (intake.files.empty()) std::cerr << "prongsai: no PDF file was found\n";
  return intake.files.empty() ? kNothingRead : exit_code_of(result);
}

}  // namespace prongsai::cli
