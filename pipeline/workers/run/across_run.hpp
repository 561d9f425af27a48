// Comparing all submissions of a database with each other, when all of a run's documents are saved.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/store/store.hpp"

namespace prongsai::workers {

// Does nothing when no submission has changed since the last time under the same data files (`judge_version`).
void judge_across(store::Store& store, const std::filesystem::path& data_folder, const std::string& judge_version);

}  // namespace prongsai::workers
