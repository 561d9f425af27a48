// The data folder: layouts, checks, rubrics, messages, agencies, OCR models. All that an analyst may change.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace prongsai::stages {

// Searched in this order: the --data option, the environment's PRONGSAI_DATA, `data` and `../share/prongsai` beside the
// program, and `data` in the folders above the program (a build in the source tree). Throws std::runtime_error that
// names the places looked at.
[[nodiscard]] std::filesystem::path find_data_folder(const std::optional<std::filesystem::path>& option);

// What results depend on, as one hash each, so that a later run knows what to do again.
struct DataVersion {
  std::string reading;  // layouts, agencies, assessment, …: a change means reading documents again
  std::string judging;  // checks, rubrics, messages: a change means judging again what was read
  std::string files;    // JSON object: path in the folder → sha256
};

[[nodiscard]] DataVersion version_of(const std::filesystem::path& data_folder);

}  // namespace prongsai::stages
