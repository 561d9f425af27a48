// prongsai watch: reads reports as they arrive in a folder.
#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>

#include "pipeline/cli/ingest_run.hpp"
#include "pipeline/cli/parts/interrupt.hpp"
#include "pipeline/stages/files/attached_path.hpp"
#include "pipeline/stages/files/path_text.hpp"
#include "pipeline/stages/intake.hpp"
#include "pipeline/workers/run/folder_watch.hpp"

namespace prongsai::cli {
namespace {

namespace fs = std::filesystem;

struct WatchOptions {
  IngestOptions ingest;
  fs::path folder;
  double settle_seconds = 2;
};

// Read each time: rows may have been added for the new files. Nothing while the manifest cannot be read: whoever writes
// it may not have finished.
std::optional<stages::Manifest> current_manifest(const IngestOptions& options) {
  try {
    return read_manifest(options);
  } catch (const std::runtime_error& error) {
    tell(options, std::string(error.what()) + "; the new reports wait until it is mended");
    return std::nullopt;
  }
}

int watch(WatchOptions& options, const Context& context) {
  options.ingest.paths = {options.folder};  // where a submissions.csv may lie
  const auto settle = std::chrono::milliseconds(static_cast<long long>(options.settle_seconds * 1000));
  workers::FolderWatch watched(options.folder, settle);
  IngestSession session(options.ingest, context);
  watch_for_interrupt();
  tell(options.ingest, "watching " + options.folder.string() + "; the interrupt key ends it");
  std::vector<fs::path> waiting;
  while (!interrupted()) {
    for (fs::path& path : watched.wait(std::chrono::seconds(30))) {
      if (stages::is_pdf_name(path)) waiting.push_back(std::move(path));
    }
    if (waiting.empty() || interrupted()) continue;
    auto manifest = current_manifest(options.ingest);
    if (!manifest) continue;
    const workers::IngestResult result = session.run(stages::find_files(waiting), *manifest);
    tell_summary(options.ingest, session.store(), result);
    waiting.clear();
    for (const Submission& put_off : result.put_off) waiting.push_back(stages::path_of(stages::file_of(put_off)));
  }
  return kInterrupted;
}

}  // namespace

void add_watch(CLI::App& app, Context& context) {
  auto options = std::make_shared<WatchOptions>();
  CLI::App* command = app.add_subcommand("watch", "Read reports as they arrive in a folder");
  command->add_option("DIR", options->folder, "Folder; those under it are watched, too")
      ->required()
      ->check(CLI::ExistingDirectory);
  command->add_option("--settle", options->settle_seconds, "Seconds without a change after which a file is complete")
      ->check(CLI::Range(0.1, 3600.0))
      ->capture_default_str();
  add_ingest_options(*command, options->ingest);
  command->footer("Examples:\n  prongsai watch /srv/incoming --db year2567.db");
  command->callback([options, &context] {
    options->ingest.asked_by = &context;
    context.exit_code = watch(*options, context);
  });
}

}  // namespace prongsai::cli
