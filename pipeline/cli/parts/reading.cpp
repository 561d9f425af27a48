#include "pipeline/cli/parts/reading.hpp"

#include <vector>

#include "extractors/source/pdf/late_files.hpp"
#include "pipeline/workers/process/pool.hpp"
#include "pipeline/workers/sandbox/heap.hpp"
#include "pipeline/workers/sandbox/sandbox.hpp"

namespace prongsai::cli {
namespace {

std::vector<std::string> worker_command(const workers::ReaderChoice& choice, const workers::WorkerLimits& limits) {
  return {"/proc/self/exe",
          "worker",
          "--data",
          choice.data_folder.string(),
          "--tessdata",
          choice.models.tessdata.string(),
          "--model",
          choice.models.model,
          "--worker-memory",
          std::to_string(limits.memory_mib),
          "--step-seconds",
          std::to_string(limits.step_seconds),
          "--step-cpu-seconds",
          std::to_string(limits.step_cpu_seconds),
          "--document-seconds",
          std::to_string(limits.document_seconds)};
}

}  // namespace

void add_reading_options(CLI::App& command, ReadingOptions& options) {
  command.add_option("--tessdata", options.tessdata, "Folder of OCR models (default: tessdata in the data folder)");
  command.add_option("--model", options.model, "OCR model; 'none' leaves scanned pages unread")->capture_default_str();
  command.add_option("--worker-memory", options.limits.memory_mib, "Memory that a reading process may use, MiB")
      ->check(CLI::Range(256, 1 << 20))
      ->capture_default_str();
  command.add_option("--step-seconds", options.limits.step_seconds, "Longest time without a new page, seconds")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  command
      .add_option("--step-cpu-seconds", options.limits.step_cpu_seconds,
                  "Most processor time without a new page, seconds")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  command.add_option("--document-seconds", options.limits.document_seconds, "Longest time for one document, seconds")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
}

workers::ReaderChoice unchecked_reader_choice(const Context& context, const ReadingOptions& options) {
  workers::ReaderChoice choice;
  choice.data_folder = context.unchecked_data_folder();
  choice.models.tessdata = options.tessdata.value_or(choice.data_folder / "tessdata");
  choice.models.model = options.model;
  return choice;
}

workers::ReaderChoice reader_choice(const Context& context, const ReadingOptions& options) {
  workers::ReaderChoice choice = unchecked_reader_choice(context, options);
  (void)context.data_folder();
  if (options.tessdata && !std::filesystem::is_directory(*options.tessdata)) {
    throw std::runtime_error("--tessdata " + options.tessdata->string() + ": there is no such folder");
  }
  if (workers::reads_scans(choice)) source::require_model(choice.models);
  return choice;
}

std::unique_ptr<workers::Executor> make_pool(const workers::ReaderChoice& choice, const workers::WorkerLimits& limits,
                                             int workers) {
  const workers::Launcher launch = [command = worker_command(choice, limits)] {
    return workers::start_program(command, {workers::kCopyHabits.begin(), workers::kCopyHabits.end()});
  };
  return std::make_unique<workers::Pool>(launch, workers, limits);
}

std::string lock_in(const std::filesystem::path& file) {
  std::vector<std::filesystem::path> readable = source::load_late_files();
  readable.push_back(file);
  return workers::enter_sandbox(readable);
}

}  // namespace prongsai::cli
