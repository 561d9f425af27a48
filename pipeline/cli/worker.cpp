// prongsai worker: the hidden command that a coordinator starts; loads, and is copied for each document as it is told
// over descriptor 3.
#include "pipeline/workers/process/worker.hpp"

#include "pipeline/cli/parts/reading.hpp"
#include "pipeline/workers/process/process.hpp"

namespace prongsai::cli {

void add_worker(CLI::App& app, Context& context) {
  auto options = std::make_shared<ReadingOptions>();
  CLI::App* command = app.add_subcommand("worker", "Reads documents for a coordinator")->group("");
  add_reading_options(*command, *options);
  command->callback([options, &context] {
    const workers::WorkerSettings settings{workers::kWorkerSocket, options->limits};
    context.exit_code =
        workers::run_worker(settings, [&] { return workers::load_reader(unchecked_reader_choice(context, *options)); });
  });
}

}  // namespace prongsai::cli
