// Options and set-up of the commands that open reports: which data folder, which OCR models, which limits.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "pipeline/cli/commands.hpp"
#include "pipeline/workers/process/executor.hpp"
#include "pipeline/workers/run/document_reader.hpp"
#include "pipeline/workers/sandbox/limits.hpp"

namespace prongsai::cli {

struct ReadingOptions {
  std::optional<std::filesystem::path> tessdata;  // default: `tessdata` in the data folder
  std::string model = source::ModelChoice{}.model;
  workers::WorkerLimits limits;
};

void add_reading_options(CLI::App& command, ReadingOptions& options);

// Throws std::runtime_error where the folder of models or the model named is not there: before anything is read.
[[nodiscard]] workers::ReaderChoice reader_choice(const Context& context, const ReadingOptions& options);
// The same without looking whether models are there and data files valid: for processes that a coordinator starts,
// which has looked, and to tell what is wrong.
[[nodiscard]] workers::ReaderChoice unchecked_reader_choice(const Context& context, const ReadingOptions& options);

// Locks this process in for good: it can open this file and the machine's fonts, and nothing else. Gives in words what
// does not hold on this machine; "" where all does.
[[nodiscard]] std::string lock_in(const std::filesystem::path& file);

// Worker processes: this program again, with the hidden command `worker`.
[[nodiscard]] std::unique_ptr<workers::Executor> make_pool(const workers::ReaderChoice& choice,
                                                           const workers::WorkerLimits& limits, int workers);

}  // namespace prongsai::cli
