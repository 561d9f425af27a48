#include "extractors/source/ocr/trust.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "tests/support/temp_folder.hpp"

namespace prongsai::source {
namespace {

Trust loaded(const std::string& text) {
  const samples::TempFolder folder;
  return load_trust(folder.write("model.trust.json", text));
}

TEST(Trust, IsReadOffBetweenThePointsAndLevelBeyondThem) {
  const Trust trust = loaded(R"({"words": [[0.8, 0.2], [0.9, 0.6]], "figures": [[0.5, 0.7]], "disputed": 0.45})");
  EXPECT_DOUBLE_EQ(trust.of_word(0.5), 0.2);
  EXPECT_NEAR(trust.of_word(0.85), 0.4, 1e-9);
  EXPECT_DOUBLE_EQ(trust.of_word(0.99), 0.6);
  EXPECT_DOUBLE_EQ(trust.of_figure(0.3), 0.7);
  EXPECT_DOUBLE_EQ(trust.disputed, 0.45);
}

TEST(Trust, WithoutAFileIsTheEnginesSureness) {
  const Trust trust = load_trust("no_such_folder/no_such.trust.json");
  EXPECT_DOUBLE_EQ(trust.of_word(0.87), 0.87);
  EXPECT_DOUBLE_EQ(trust.of_figure(0.87), 0.87);
  EXPECT_LT(trust.disputed, 0.5);
}

TEST(Trust, AFileThatHoldsNoCurvesIsNamed) {
  for (const char* text : {"", "{}", R"({"words": [[0.9, 0.6], [0.8, 0.7]], "figures": [], "disputed": 0.4})",
                           R"({"words": [[0.8, 0.7], [0.9, 0.6]], "figures": [], "disputed": 0.4})",
                           R"({"words": [], "figures": [[0.9, 1.5]], "disputed": 0.4})",
                           R"({"words": [], "figures": [], "disputed": 0.6})"}) {
    try {
      (void)loaded(text);
      ADD_FAILURE() << text;
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string(error.what()).find("model.trust.json"), std::string::npos) << error.what();
    }
  }
}

TEST(Trust, TheShippedFileIsWhole) {
  const Trust trust = load_trust(std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data/tessdata/tha_prongsai.trust.json");
  ASSERT_FALSE(trust.words.empty());
  ASSERT_FALSE(trust.figures.empty());
  EXPECT_GT(trust.of_word(1), 0.95);
  EXPECT_LT(trust.of_word(0.5), 0.5);
}

}  // namespace
}  // namespace prongsai::source
