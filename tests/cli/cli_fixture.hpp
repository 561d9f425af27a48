// The program as a user runs it, in a folder of its own.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/program.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::tests {

inline const std::filesystem::path kSamples = std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data" / "samples";

class CliTest : public testing::Test {
 protected:
  Outcome run(const std::vector<std::string>& arguments) { return Program(folder_.path(), arguments).finish(); }

  // Reads what lies in `in` into the test's database.
  Outcome ingest(std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"ingest", in().string(), "--db", db(),      "--progress",
                                          "none",   "--jobs",      "1",    "--model", "none"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  }
  void take_sample(const std::string& sample, const std::string& name) {
    std::filesystem::create_directories(in());
    std::filesystem::copy_file(kSamples / sample, in() / name);
  }

  [[nodiscard]] std::filesystem::path in() const { return folder_.path() / "in"; }
  [[nodiscard]] std::string db() const { return folder_.path() / "reports.db"; }

  samples::TempFolder folder_;
};

}  // namespace prongsai::tests
