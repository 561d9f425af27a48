// prongsai check: judges again what was read before, from the database alone; no report is opened.
#include <iostream>
#include <memory>
#include <optional>

#include "pipeline/cli/ingest_run.hpp"
#include "pipeline/cli/parts/comparing.hpp"
#include "pipeline/cli/parts/interrupt.hpp"
#include "pipeline/cli/parts/known.hpp"
#include "pipeline/cli/parts/reading.hpp"
#include "pipeline/cli/parts/terminal.hpp"
#include "pipeline/store/lease.hpp"
#include "pipeline/store/queries.hpp"
#include "pipeline/store/store.hpp"
#include "pipeline/workers/run/judge_again.hpp"

namespace prongsai::cli {
namespace {

struct CheckOptions {
  std::filesystem::path db = "prongsai.db";
  std::optional<std::int64_t> id;
  int jobs = 0;  // 0: one a core
};

void tell_plainly(const std::string& line) {
  std::cerr << "prongsai: " << printable(line) << '\n';
}

workers::JudgedAgain judge_again(store::Store& store, const CheckOptions& options, const workers::ReaderChoice& choice,
                                 const workers::Versions& versions) {
  const auto executor = make_pool(choice, workers::WorkerLimits{}, options.jobs > 0 ? options.jobs : usable_cores());
  return workers::judge_again(store, *executor,
                              {choice.data_folder, versions.judging, options.id, interrupted, tell_plainly});
}

int check(const CheckOptions& options, const Context& context) {
  workers::ReaderChoice choice;
  choice.data_folder = context.data_folder();
  choice.models.tessdata = choice.data_folder / "tessdata";
  choice.models.model = "none";  // nothing is read
  const workers::Versions versions = workers::versions_of(choice);
  store::Store store(options.db, store::Open::existing);
  if (options.id && !store.find(*options.id))
    throw CLI::ValidationError("--id", no_submission(*options.id, options.db));
  store::join_lease(store);
  store.save_data_set(versions.judging, versions.files);
  watch_for_interrupt({"\nprongsai: stopped; what was judged so far is saved\n", ""});
  const workers::JudgedAgain done = judge_again(store, options, choice, versions);
  const bool compared =
      !interrupted() &&
      compare_all(store, {options.db, choice.data_folder, versions.judging, store::held_epoch(store)}, tell_plainly);
  if (interrupted()) return kInterrupted;
  const store::Totals all = store::totals(store);
  std::cerr << done.judged << " documents judged again; in the database: " << all.errors << " errors, " << all.warnings
            << " warnings, " << all.infos << " for information\n";
  if (done.put_off > 0) std::cerr << done.put_off << " documents could not be judged; run it again\n";
  if (done.put_off > 0 || !compared) return kPartly;
  return done.judged == 0 ? kNothingRead : kDone;
}

}  // namespace

void add_check(CLI::App& app, Context& context) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command = app.add_subcommand("check", "Judge again what was read, without opening a report");
  command->add_option("--db", options->db, "Database")->capture_default_str();
  command->add_option("--id", options->id, "Only this submission");
  command->add_option("--jobs,-j", options->jobs, "Judging processes (default: one a core)")
      ->check(CLI::Range(1, 1024));
  command->footer(
      "After a change of checks, rubrics or messages in the data folder.\n"
      "Examples:\n  prongsai check --db year2567.db");
  command->callback([options, &context] { context.exit_code = check(*options, context); });
}

}  // namespace prongsai::cli
