// Reports that were drawn by people who had not seen the program, each with facts that a reader of its pages would look
// up: SQL over the relations and columns of the database, `:id` the report's. A fact that is marked `open` does not
// hold yet; once it does, its mark must go.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using json = nlohmann::json;

const fs::path kReports = fs::path(PRONGSAI_SOURCE_DIR) / "tests" / "shapes" / "reports";

std::vector<std::string> names_of_reports() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kReports)) {
    if (entry.path().extension() == ".pdf") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return text;
}

class Shapes : public ::testing::TestWithParam<std::string> {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<samples::TempFolder>();
    const std::string db = folder_->path() / "shapes.db";
    const Outcome outcome = Program(folder_->path(), {"ingest", kReports, "--db", db}).finish();
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    database_ = std::make_unique<SQLite::Database>(db, SQLite::OPEN_READONLY);
  }
  static void TearDownTestSuite() {
    database_.reset();
    folder_.reset();
  }

  static std::int64_t id_of(const std::string& name) {
    SQLite::Statement statement(*database_, "SELECT id FROM submission WHERE source_path LIKE '%/' || ? || '.pdf'");
    statement.bind(1, name);
    return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
  }

  static bool holds(const json& fact, std::int64_t id) {
    SQLite::Statement statement(*database_, fact.at("sql").get<std::string>());
    if (statement.getBindParameterCount() > 0) statement.bind(":id", id);
    if (!statement.executeStep()) return false;
    const SQLite::Column got = statement.getColumn(0);
    if (fact.contains("min")) return got.isInteger() && got.getInt64() >= fact.at("min").get<std::int64_t>();
    const json& expect = fact.at("expect");
    if (expect.is_string()) return without_blanks(got.getString()) == without_blanks(expect.get<std::string>());
    return !got.isNull() && got.getDouble() == expect.get<double>();
  }

 private:
  static inline std::unique_ptr<samples::TempFolder> folder_;
  static inline std::unique_ptr<SQLite::Database> database_;
};

TEST_P(Shapes, WhatAReaderWouldLookUpIsThere) {
  std::ifstream in(kReports / (GetParam() + ".facts.json"));
  const json facts = json::parse(in).at("facts");
  const std::int64_t id = id_of(GetParam());
  ASSERT_GT(id, 0) << "it is not in the database";
  for (const json& fact : facts) {
    const bool open = fact.value("open", false);
    EXPECT_EQ(holds(fact, id), !open) << fact.at("why").get<std::string>()
                                      << (open ? "\nholds now: take its mark `open` away" : "");
  }
}

INSTANTIATE_TEST_SUITE_P(Reports, Shapes, ::testing::ValuesIn(names_of_reports()),
                         [](const auto& report) { return report.param; });

}  // namespace
}  // namespace prongsai::tests
