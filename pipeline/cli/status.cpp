// prongsai status: how far a run is, asked from another terminal.
#include <iostream>
#include <memory>

#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/parts/summary.hpp"
#include "pipeline/cli/parts/terminal.hpp"
#include "pipeline/store/queries.hpp"
#include "pipeline/store/runs.hpp"
#include "pipeline/store/store.hpp"
#include "pipeline/workers/run/progress.hpp"

namespace prongsai::cli {
namespace {

// A run shows a sign of life every second; a long document or a slow disk explains a minute, not more.
constexpr long long kSilentSeconds = 60;

struct StatusOptions {
  std::filesystem::path db = "prongsai.db";
  bool json = false;
};

workers::ProgressState state_of(const store::Run& run) {
  return {run.counts, 0, static_cast<double>(run.seconds)};
}

void write_text(const store::Run& run, const store::Totals& all) {
  std::cout << "Last run:     " << run.state << ", " << printable(run.command) << '\n'
            << "              began " << run.started_at << " on " << printable(run.host) << ", process "
            << run.process_id << ", " << run.workers << " workers\n"
            << "              " << workers::progress_text(state_of(run)) << '\n';
  if (!run.message.empty()) std::cout << "              " << printable(run.message) << '\n';
  if (run.state == "running" && run.silent_seconds > kSilentSeconds) {
    std::cout << "              no sign of life for " << run.silent_seconds << " seconds\n";
  }
  std::cout << "The database: " << all.submissions << " documents, " << all.pages << " pages, " << all.failed
            << " failed, " << all.partial << " partial" << deferred_part(all) << '\n';
  if (all.waiting > 0) std::cout << "              " << all.waiting << " wait to be read by another run\n";
}

int status(const StatusOptions& options, const Context& context) {
  store::Store store(options.db, store::Open::read_only);
  const auto run = store::last_run(store);
  if (!run) {
    std::cerr << "prongsai: " << context.told("nothing was ever read into " + options.db.string()) << '\n';
    return kNothingRead;
  }
  if (options.json) {
    std::cout << "{\"state\":\"" << run->state << "\",\"process\":" << run->process_id << ",\"runs\":" << run->id
              << ",\"waiting\":" << store::totals(store).waiting << ",\"runs_in_vain\":" << store::runs_in_vain(store)
              << ",\"progress\":" << workers::progress_json(state_of(*run)) << "}\n";
  } else {
    write_text(*run, store::totals(store));
  }
  return kDone;
}

}  // namespace

void add_status(CLI::App& app, Context& context) {
  auto options = std::make_shared<StatusOptions>();
  CLI::App* command = app.add_subcommand("status", "Show how far a run is");
  command->add_option("--db", options->db, "Database")->capture_default_str();
  command->add_flag("--json", options->json, "One JSON object");
  command->footer("Examples:\n  prongsai status --db year2567.db\n  watch prongsai status --db year2567.db");
  command->callback([options, &context] { context.exit_code = status(*options, context); });
}

}  // namespace prongsai::cli
