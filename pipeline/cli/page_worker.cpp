// prongsai page_worker: the hidden command that `collect` starts; is copied for each page as it is told over
// descriptor 3.
#include "pipeline/collect/pages/page_worker.hpp"

#include "pipeline/cli/commands.hpp"
#include "pipeline/workers/process/process.hpp"

namespace prongsai::cli {

void add_page_worker(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("page_worker", "Looks at pages for `collect`")->group("");
  command->callback([&context] { context.exit_code = collect::run_page_worker(workers::kWorkerSocket); });
}

}  // namespace prongsai::cli
