// Options and set-up of the commands that open reports: which data folder, which OCR models, which limits.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "pipeline/cli/commands.hpp"
#include "pipeline/workers/document_reader.hpp"
#include "pipeline/workers/executor.hpp"
#include "pipeline/workers/limits.hpp"

namespace prongsai::cli {

struct ReadingOptions {
  std::optional<std::filesystem::path> tessdata;  // default: `tessdata` in the data folder
  std::string model = source::ModelChoice{}.model;
  workers::WorkerLimits limits;
};

void add_reading_options(CLI::App& command, ReadingOptions& options);

// Throws std::runtime_error where the folder of models or the model named is not there: before anything is read.
[[nodiscard]] workers::ReaderChoice reader_choice(const Context& context, const ReadingOptions& options);
// The same without looking whether models are there.
[[nodiscard]] workers::ReaderChoice unchecked_reader_choice(const Context& context, const ReadingOptions& options);

// Worker processes: this program again, with the hidden command `worker`. Their logs lie in `scratch`.
[[nodiscard]] std::unique_ptr<workers::Executor> make_pool(const workers::ReaderChoice& choice,
                                                           const workers::WorkerLimits& limits, int workers,
                                                           const std::filesystem::path& scratch);

// A folder for this run's scratch files, removed at the end.
class ScratchFolder {
 public:
  ScratchFolder();  // throws std::runtime_error when none can be made
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace prongsai::cli
