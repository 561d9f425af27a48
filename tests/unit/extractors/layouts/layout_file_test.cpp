#include "extractors/layouts/layout_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>

#include "extractors/text/data/data_file.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::layouts {
namespace {

class DataFileTest : public ::testing::Test {
 protected:
  std::filesystem::path write(const std::string& name, const std::string& text) { return folder_.write(name, text); }

  static std::string error_of(const std::filesystem::path& file) {
    try {
      static_cast<void>(read_layout(file));
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "no error";
  }

  const samples::TempFolder folder_;
};

constexpr const char* kGood = R"(layout: X
name: {th: ก, en: x}
kind: measures
recognise:
  threshold: 0.5
  signs:
    - {sign: table, role: plan, weight: 0.5}
issues: none
tables:
  - role: plan
    all: [measure, activity]
    issue: none
)";

TEST_F(DataFileTest, ReadsALayout) {
  const LayoutSpec spec = read_layout(write("X.yaml", kGood));
  EXPECT_EQ(spec.key, "X");
  ASSERT_EQ(spec.tables.size(), 1U);
  EXPECT_TRUE(matches(spec.tables[0], {ColumnKey::sequence, ColumnKey::measure, ColumnKey::activity}, 0));
  EXPECT_FALSE(matches(spec.tables[0], {ColumnKey::sequence, ColumnKey::measure}, 0));
}

TEST_F(DataFileTest, SaysFileAndLineOfAMistake) {
  const struct {
    const char* from;
    const char* to;
    const char* error;
  } cases[] = {
      {"issues: none", "isues: none", "unknown key \"isues\""},
      {"weight: 0.5", "weight: 7", ":7: a weight is above 0 and at most 1"},
      {"role: plan, weight", "role: paln, weight", ":7: no table of this layout has the role \"paln\""},
      {"[measure, activity]", "[measure, activiti]", ":11: \"activiti\" is none of: activity, analysis, "},
      {"kind: measures", "kind: measure", ":3: \"measure\" is none of: measures, results, scores"},
      {"layout: X", "layout: Y", ":1: the layout's key must be the file's name"},
      {"threshold: 0.5", "threshold: half", ":5: expected a number"},
      {"all: [measure, activity]", "at_least: 0", ":10: a rule that every table would match"},
  };
  for (const auto& c : cases) {
    std::string text = kGood;
    text.replace(text.find(c.from), std::string(c.from).size(), c.to);
    const auto file = write("X.yaml", text);
    const std::string error = error_of(file);
    EXPECT_NE(error.find(c.error), std::string::npos) << c.to << ": " << error;
    EXPECT_TRUE(error.starts_with(file.string() + ":")) << error;
  }
}

TEST_F(DataFileTest, SaysWhatIsWrongWithAFileThatIsNoYaml) {
  const auto file = write("X.yaml", "layout: [X\n");
  EXPECT_TRUE(error_of(file).starts_with(file.string() + ":")) << error_of(file);
  EXPECT_EQ(error_of(folder_.path() / "none.yaml"),
            (folder_.path() / "none.yaml").string() + ": cannot be opened; is the data folder complete?");
}

TEST_F(DataFileTest, AnEmptyFolderIsAnError) {
  EXPECT_THROW(static_cast<void>(read_layouts(folder_.path())), std::runtime_error);
}

}  // namespace
}  // namespace prongsai::layouts
