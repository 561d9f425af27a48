// Comparing all submissions of a database with each other, when all of a run's documents are saved.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "pipeline/store/store.hpp"

namespace prongsai::workers {

struct AcrossWatch {
  // Told of each submission before it is looked at; 0: of none from here on. May be empty.
  std::function<void(std::int64_t id)> on_submission;
  std::map<std::int64_t, std::string> leave_out;  // submissions that are not compared, and why, one English clause
};

// Does nothing when no submission has changed since the last time under the same data files (`judge_version`). A
// submission at which the comparing breaks off, or that is left out, has `check_failed` in place of its findings;
// errors of the database are thrown.
void judge_across(store::Store& store, const std::filesystem::path& data_folder, const std::string& judge_version,
                  const AcrossWatch& watch = {});

}  // namespace prongsai::workers
