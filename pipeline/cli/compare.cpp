// prongsai compare: the hidden command that compares all submissions of a database, for a process that must outlive it.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/cli/commands.hpp"
#include "pipeline/store/lease.hpp"
#include "pipeline/store/store.hpp"
#include "pipeline/workers/process/process.hpp"
#include "pipeline/workers/run/guarded_across.hpp"

namespace prongsai::cli {
namespace {

struct CompareOptions {
  std::filesystem::path db;
  std::string judge_version;
  std::optional<std::int64_t> epoch;
  std::vector<std::string> leave_out;  // "12:why"
};

workers::LeftOut left_out(const CompareOptions& options) {
  workers::LeftOut left_out;
  for (const std::string& one : options.leave_out) {
    const std::size_t colon = one.find(':');
    if (colon == std::string::npos) throw CLI::ValidationError("--leave-out", "expected NUMBER:WHY");
    left_out[std::stoll(one.substr(0, colon))] = one.substr(colon + 1);
  }
  return left_out;
}

int compare(const CompareOptions& options, const Context& context) {
  store::Store store(options.db, store::Open::existing);
  if (options.epoch) store::join_lease(store, *options.epoch);
  return workers::serve_comparing(workers::kWorkerSocket, store, context.unchecked_data_folder(), options.judge_version,
                                  left_out(options));
}

}  // namespace

void add_compare(CLI::App& app, Context& context) {
  auto options = std::make_shared<CompareOptions>();
  CLI::App* command = app.add_subcommand("compare", "Compares submissions for another process")->group("");
  command->add_option("--db", options->db)->required();
  command->add_option("--judge-version", options->judge_version)->required();
  command->add_option("--epoch", options->epoch);
  command->add_option("--leave-out", options->leave_out);
  command->callback([options, &context] { context.exit_code = compare(*options, context); });
}

}  // namespace prongsai::cli
