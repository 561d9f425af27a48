#include <sched.h>
#include <spdlog/fmt/fmt.h>

#include <iostream>
#include <map>
#include <stdexcept>

#include "pipeline/cli/ingest_run.hpp"
#include "pipeline/cli/parts/collect_progress.hpp"
#include "pipeline/cli/parts/comparing.hpp"
#include "pipeline/cli/parts/interrupt.hpp"
#include "pipeline/cli/parts/line_log.hpp"
#include "pipeline/cli/parts/summary.hpp"
#include "pipeline/cli/parts/terminal.hpp"
#include "pipeline/stages/files/path_text.hpp"
#include "pipeline/store/lease.hpp"
#include "pipeline/workers/process/in_process.hpp"
#include "pipeline/workers/run/across_run.hpp"
#include "pipeline/workers/run/judge_corrected.hpp"
#include "pipeline/workers/sandbox/heap.hpp"

namespace prongsai::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kMostIdleMib = 16;  // of memory for the next document's rows

// One line a document: time, what became of it, pages, seconds, path, error.
std::function<void(const workers::DocumentOutcome&)> log_of_documents(const IngestOptions& options) {
  auto log = open_line_log(options.log.value_or(options.db.string() + ".log"));
  return [log](const workers::DocumentOutcome& outcome) {
    if (outcome.what == "skipped") return;
    log(fmt::format("{} {} pages {:.2f} s {}{}", outcome.what, outcome.pages, outcome.seconds,
                    printable(outcome.source_path), outcome.error.empty() ? "" : ": " + printable(outcome.error)));
  };
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
  command.add_option("--jobs,-j", options.jobs, "Reading processes (default: one a core)")->check(CLI::Range(1, 1024));
  command.add_option("--log", options.log, "Log file, one line a document (default: the database's name + .log)");
  command.add_option("--progress", options.progress, "auto (a bar on a terminal), plain, json, none")
      ->transform(progress_style())
      ->type_name("STYLE");
  command.add_flag("--take-over", options.take_over,
                   "Shut out every run that still writes to the database, on whatever machine");
  command.add_flag("--in-process", options.in_process, "Read in this process, for measuring")->group("");
  add_reading_options(command, options.reading);
}

void tell(const IngestOptions& options, const std::string& line) {
  if (options.progress == workers::ProgressStyle::json) {
    workers::make_progress(options.progress)->note(line);
  } else {
    std::cerr << "prongsai: " << (options.asked_by != nullptr ? options.asked_by->told(line) : line) << '\n';
  }
}

void tell_summary(const IngestOptions& options, store::Store& store, const workers::IngestResult& result) {
  if (options.progress != workers::ProgressStyle::json) write_summary(std::cerr, store, result);
}

stages::Manifest read_manifest(const IngestOptions& options) {
  if (options.manifest) return stages::Manifest::read(*options.manifest);
  std::vector<stages::Manifest::OfFolder> found;
  for (const fs::path& path : options.paths) {
    const fs::path candidate = path / "submissions.csv";
    std::error_code ignored;
    if (!fs::is_regular_file(candidate, ignored)) continue;
    tell(options, "taking the manifest " + printable(stages::display_path(candidate)));
    found.push_back({path, stages::Manifest::read(candidate)});
  }
  if (found.empty()) return {};
  return found.size() == 1 ? std::move(found.front().manifest) : stages::Manifest::of_folders(std::move(found));
}

int usable_cores() {
  cpu_set_t cores;
  return sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 1;
}

IngestSession::IngestSession(const IngestOptions& options, const Context& context)
    : options_(options), choice_(reader_choice(context, options.reading)), store_(options.db, store::Open::create) {
  workers::keep_freed_memory(kMostIdleMib);
  if (options.take_over) {
    store::take_lease(store_);
  } else {
    store::join_lease(store_);
  }
  settings_.command = context.command_line;
  settings_.workers = options.in_process ? 1 : (options.jobs > 0 ? options.jobs : usable_cores());
  settings_.which = which_of(options);
  settings_.versions = workers::versions_of(choice_);
  settings_.interrupted = interrupted;
  settings_.dropped = interrupted_twice;
  settings_.judge_unread = workers::lazy_judge(choice_);
  settings_.on_document = log_of_documents(options);
  settings_.across = [this](store::Store& saved) { return judge_all_together(saved); };
  executor_ = options.in_process ? workers::make_in_process(workers::load_reader(choice_))
                                 : make_pool(choice_, options.reading.limits, settings_.workers);
}

bool IngestSession::judge_all_together(store::Store& saved) {
  const auto tell_line = [this](const std::string& line) { tell(options_, printable(line)); };
  if (options_.in_process) {
    workers::CorrectedJudge(choice_.data_folder).judge_all(saved, tell_line);
    workers::judge_across(saved, choice_.data_folder, settings_.versions.judging);
    return true;
  }
  guarded_judge(choice_.data_folder)->judge_all(saved, tell_line);
  return compare_all(saved, {options_.db, choice_.data_folder, settings_.versions.judging, store::held_epoch(saved)},
                     tell_line);
}

workers::IngestResult IngestSession::run(const stages::Intake& intake, stages::Manifest& manifest) {
  for (const std::string& notice : intake.notices) tell(options_, printable(notice));
  const auto progress = workers::make_progress(options_.progress);
  return workers::ingest(store_, *executor_, intake.files, manifest, settings_, *progress);
}

}  // namespace prongsai::cli
