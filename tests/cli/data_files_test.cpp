// A wrong key in any data file stops the program at start, and the message says where and what is allowed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "pipeline/cli/parts/data_check.hpp"
#include "program.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::cli {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;

const fs::path kShipped = fs::path(PRONGSAI_SOURCE_DIR) / "data";

// What is built in, and what only the project's own tools read.
const std::set<std::string> kElsewhere = {"thai", "samples", "schema", "fonts"};
// Maps whose keys are words of reports, or names that the file makes up: no key of them can be wrong.
bool has_free_keys(const fs::path& file, const std::string& kind) {
  if (file == "layouts/common/columns.yaml") return kind.ends_with("/heads") || kind.ends_with("/words");
  const bool first_year = file == "assessment/2562.yaml";
  return kind == "/grades" || (first_year && kind == "/schemes") ||
         (file == "assessment/2563.yaml" && kind == "/schemes");
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Key {
  std::string kind;  // of its map
  std::string name;
  std::size_t at = 0;  // byte in the file
  int line = 0;        // from 1
};

// The first key of each map, each kind of map once: `kind` is the way to it, without numbers of items.
void keys_in(const YAML::Node& node, const std::string& kind, std::set<std::string>& seen, std::vector<Key>& keys) {
  if (node.IsSequence()) {
    for (const auto& item : node) keys_in(item, kind + "/-", seen, keys);
  } else if (node.IsMap()) {
    const bool first_of_kind = seen.insert(kind).second;
    bool first = true;
    for (const auto& entry : node) {
      const auto mark = entry.first.Mark();
      if (first && first_of_kind)
        keys.push_back({kind, entry.first.Scalar(), static_cast<std::size_t>(mark.pos), mark.line + 1});
      first = false;
      keys_in(entry.second, kind + "/" + entry.first.Scalar(), seen, keys);
    }
  }
}

std::vector<fs::path> data_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(kShipped)) {
    const fs::path inside = entry.path().lexically_relative(kShipped);
    const std::string ending = inside.extension();
    if ((ending == ".yaml" || ending == ".json") && !kElsewhere.contains(inside.begin()->string()))
      files.push_back(inside);
  }
  std::sort(files.begin(), files.end());
  return files;
}

class DataFilesTest : public testing::Test {
 protected:
  DataFilesTest() {
    for (const fs::path& inside : data_files()) {
      fs::create_directories((data_ / inside).parent_path());
      fs::copy_file(kShipped / inside, data_ / inside);
    }
    for (const auto& entry : fs::directory_iterator(kShipped / "agencies")) {
      fs::copy_file(entry.path(), data_ / "agencies" / entry.path().filename(), fs::copy_options::skip_existing);
    }
  }

  // What the start says with this file; "" where it goes on.
  std::string start_with(const fs::path& inside, const std::string& text) {
    std::ofstream(data_ / inside, std::ios::binary) << text;
    std::string said;
    try {
      check_data(data_);
    } catch (const std::runtime_error& error) {
      said = error.what();
    }
    std::ofstream(data_ / inside, std::ios::binary) << text_of(kShipped / inside);
    return said;
  }

  const samples::TempFolder folder_;
  const fs::path data_ = folder_.path() / "data";
};

TEST_F(DataFilesTest, AsShippedAreSound) {
  EXPECT_EQ(start_with("checks/urls.yaml", text_of(kShipped / "checks" / "urls.yaml")), "");
}

// One key of each map, by another letter at its end.
TEST_F(DataFilesTest, AMisspeltKeyStopsTheProgramAndIsTold) {
  int misspelt = 0;
  for (const fs::path& inside : data_files()) {
    const std::string text = text_of(kShipped / inside);
    std::set<std::string> seen;
    std::vector<Key> keys;
    keys_in(YAML::Load(text), "", seen, keys);
    ASSERT_FALSE(keys.empty()) << inside;
    for (const Key& key : keys) {
      if (has_free_keys(inside, key.kind)) continue;
      std::string broken = text;
      const std::size_t at = broken.find(key.name, key.at);
      ASSERT_LE(at, key.at + 1) << inside << ' ' << key.name;
      broken.insert(at + key.name.size(), "z");
      const std::string said = start_with(inside, broken);
      const bool by_turn = inside.begin()->string() == "assessment" &&
                           key.kind.ends_with("/indicators");  // told by what numbers there must be
      EXPECT_THAT(said, AllOf(HasSubstr((data_ / inside).string() + ":"), HasSubstr(by_turn ? "numbered" : key.name)))
          << inside << key.kind << ": " << key.name;
      ++misspelt;
    }
  }
  EXPECT_GT(misspelt, 200);
}

TEST_F(DataFilesTest, TheProgramItselfStopsBeforeItTouchesAReport) {
  const std::string text = text_of(kShipped / "export" / "relations.json");
  std::string broken = text;
  broken.replace(broken.find("\"person\""), 8, "\"persn\"");
  std::ofstream(data_ / "export" / "relations.json", std::ios::binary) << broken;
  const fs::path db = folder_.path() / "x.db";
  const std::string samples = kShipped / "samples";
  const tests::Outcome outcome =
      tests::Program(folder_.path(), {"ingest", samples, "--db", db, "--data", data_, "--model", "none"}).finish();
  EXPECT_EQ(outcome.status, 5);
  EXPECT_THAT(outcome.err, HasSubstr("relations.json:"));
  EXPECT_THAT(outcome.err, HasSubstr("unknown key \"persn\"; allowed are name, type, "));
  EXPECT_FALSE(fs::exists(db));
}

}  // namespace
}  // namespace prongsai::cli
