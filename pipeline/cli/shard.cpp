// prongsai shard: shares files out over machines, by the work that they will be.
#include <iostream>
#include <memory>

#include "pipeline/cli/ingest_run.hpp"
#include "pipeline/cli/parts/terminal.hpp"
#include "pipeline/workers/run/shards.hpp"

namespace prongsai::cli {
namespace {

struct ShardOptions {
  std::vector<std::filesystem::path> paths;
  std::filesystem::path out;
  int shards = 0;
  int jobs = 0;
  ReadingOptions reading;
};

int shard(const ShardOptions& options, const Context& context) {
  const stages::Intake intake = stages::find_files(options.paths);
  for (const std::string& notice : intake.notices) std::cerr << "prongsai: " << printable(notice) << '\n';
  if (intake.files.empty()) {
    std::cerr << "prongsai: " << context.told("no PDF file was found") << '\n';
    return kNothingRead;
  }
  workers::ReaderChoice choice = reader_choice(context, options.reading);
  choice.models.model = "none";  // pages are counted, not read
  const auto pool = make_pool(choice, options.reading.limits, options.jobs > 0 ? options.jobs : usable_cores());
  const auto progress = workers::make_progress(workers::ProgressStyle::automatic);
  const auto shards = workers::share_out(workers::measure_files(*pool, intake.files, *progress), options.shards);
  workers::write_shards(shards, options.out);
  for (std::size_t i = 0; i < shards.size(); ++i) {
    std::cerr << "shard " << i + 1 << ": " << shards[i].files.size() << " documents, " << shards[i].load.pages
              << " pages, " << shards[i].load.scanned_pages << " of them scanned\n";
  }
  return kDone;
}

}  // namespace

void add_shard(CLI::App& app, Context& context) {
  auto options = std::make_shared<ShardOptions>();
  CLI::App* command = app.add_subcommand("shard", "Share files out over machines, in lists of about equal work");
  command->add_option("PATH", options->paths, "Files, and folders to be searched for .pdf files")->required();
  command->add_option("--shards,-n", options->shards, "Number of lists")->required()->check(CLI::Range(1, 9999));
  command->add_option("--out", options->out, "Folder for the lists")->required();
  command->add_option("--jobs,-j", options->jobs, "Processes (default: one a core)")->check(CLI::Range(1, 1024));
  command->footer(
      "Each list is read with `prongsai ingest --list`, into a database of its own; `prongsai merge` unites\n"
      "them.\n"
      "Examples:\n  prongsai shard /srv/reports --shards 16 --out /srv/lists");
  command->callback([options, &context] { context.exit_code = shard(*options, context); });
}

}  // namespace prongsai::cli
