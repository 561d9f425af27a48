#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "document_builder.hpp"
#include "extractors/layouts/scores/words.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::layouts {
namespace {

TEST(ScoreWords, OfNoSubjectStopTheProgramAndSayWhere) {
  std::ifstream in(test::kDataFolder / "layouts" / "common" / "scores.yaml");
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::string good = "subject: OIT";
  text.replace(text.find(good), good.size(), "subject: OTI");
  const samples::TempFolder folder;
  const std::filesystem::path file = folder.write("scores.yaml", text);
  try {
    const ScoreWords words(file);
    FAIL() << "a subject that there is not";
  } catch (const std::runtime_error& error) {
    EXPECT_EQ(error.what(), file.string() + ":8: \"OTI\" is none of: ITA, IIT, EIT, OIT, indicator, item");
  }
}

TEST(ScoreWords, ATextThatIsALevelMayBeLedToIt) {
  const ScoreWords words(test::kDataFolder / "layouts" / "common" / "scores.yaml");
  for (const char* text : {"ผ่าน", "ระดับ ผ่าน", "ผลการประเมินระดับ “ผ่าน”", "ผลอยู่ในระดับ ผ่าน"})
    EXPECT_EQ(words.level_of(text), "ผ่าน") << text;
  for (const char* text : {"ระดับ", "ยังไม่ถึงระดับผ่าน", "ระดับผ่านเกณฑ์", "อยู่ในผ่าน"})
    EXPECT_FALSE(words.level_of(text)) << text;
}

}  // namespace
}  // namespace prongsai::layouts
