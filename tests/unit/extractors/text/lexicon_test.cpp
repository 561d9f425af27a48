#include "extractors/text/data/lexicon.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "extractors/text/find/titles.hpp"

namespace prongsai::text {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// The program's files with one of them changed.
struct Changed {
  std::string text;
  std::vector<LexiconFile> files{lexicon_files().begin(), lexicon_files().end()};

  Changed(std::string_view name, const std::string& what, const std::string& by) {
    for (LexiconFile& file : files) {
      if (file.name != name) continue;
      text = file.text;
      const std::size_t at = text.find(what);
      EXPECT_NE(at, std::string::npos) << what;
      text.replace(at, what.size(), by);
      file.text = text;
    }
  }
};

std::string refusal(std::span<const LexiconFile> files) {
  try {
    (void)read_lexicon(files);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Lexicon, TheProgramHoldsTheFilesOfTheDataFolder) {
  namespace fs = std::filesystem;
  std::size_t there = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(PRONGSAI_SOURCE_DIR) / "data" / "thai")) {
    ++there;
    std::ifstream in(entry.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto file = std::ranges::find(lexicon_files(), entry.path().filename().string(), &LexiconFile::name);
    ASSERT_NE(file, lexicon_files().end()) << entry.path();
    EXPECT_EQ(file->text, text) << entry.path();
  }
  EXPECT_EQ(there, lexicon_files().size());
}

TEST(Lexicon, WordsKeepTheirFilesOrderInBothForms) {
  const Lexicon& words = lexicon();
  EXPECT_THAT(words.years.christian.texts(), ElementsAre("ค.ศ.", "ค.ศ"));
  EXPECT_EQ(words.years.christian.codes().front(), U"ค.ศ.");
  EXPECT_EQ(words.months.months[5].name.text, "มิถุนายน");
  EXPECT_EQ(words.months.months[5].first, U"มิ");
  EXPECT_EQ(words.months.months[5].second, U"ย");
  EXPECT_THAT(words.numbers.word.texts(), ElementsAre("ราย", "ข้อ"));
}

TEST(Lexicon, AWrongListIsRefusedWithItsPlaceAndWhatIsAllowed) {
  EXPECT_THAT(refusal(Changed("months.yaml", "month: เดือน", "mont: เดือน").files), HasSubstr("\"month\" is missing"));
  EXPECT_THAT(refusal(Changed("years.yaml", "year: ปี\n", "year: ปี\nyaer: ปี\n").files),
              testing::MatchesRegex("data/thai/years.yaml:[0-9]+: unknown key \"yaer\"; allowed are .*fiscal.*"));
  EXPECT_THAT(refusal(Changed("years.yaml", "[ค.ศ., ค.ศ]", "[]").files),
              testing::MatchesRegex("data/thai/years.yaml:[0-9]+: the list is empty"));
  EXPECT_THAT(refusal(Changed("years.yaml", "[ค.ศ., ค.ศ]", "[ค.ศ., ค.ศ.]").files), HasSubstr("stands twice"));
  EXPECT_THAT(refusal(Changed("numbers.yaml", "ไร่: [year]", "ไร่: [yaer]").files), HasSubstr("unknown use \"yaer\""));
  EXPECT_THAT(refusal(Changed("numbers.yaml", "ไร่: [year]", "คน: [year]").files), HasSubstr("stands twice"));
  EXPECT_THAT(refusal(Changed("months.yaml", "short: ม.ค.", "short: มค").files),
              testing::MatchesRegex("data/thai/months.yaml:[0-9]+: expected letters .*"));
  EXPECT_THAT(refusal(Changed("months.yaml", "months:", "months: [").files), HasSubstr("data/thai/months.yaml:"));
  EXPECT_THAT(refusal(Changed("official_words.txt", "\n5 ", "\nfive ").files),
              testing::MatchesRegex("data/thai/official_words.txt:[0-9]+: expected a cost and words"));
}

TEST(Lexicon, FilesThatAreMissingOrUnknownAreRefused) {
  std::vector<LexiconFile> files(lexicon_files().begin(), lexicon_files().end());
  files.push_back({"weekdays.yaml", "days: [จันทร์]\n"});
  EXPECT_THAT(refusal(files), HasSubstr("data/thai/weekdays.yaml"));
  std::erase_if(files,
                [](const LexiconFile& file) { return file.name == "weekdays.yaml" || file.name == "scan.yaml"; });
  EXPECT_EQ(refusal(files), "data/thai/scan.yaml: is missing");
}

TEST(Titles, BeginATextOrASignature) {
  for (const char* text : {"นายสมชายใจดี", "ผศ.ดร.สมหญิง", "ร้อยตรีสมชาย", "ว่าที่ร้อยตรีสมชาย"}) {
    EXPECT_TRUE(begins_with_title(text)) << text;
    EXPECT_TRUE(begins_signature("(" + std::string(text) + ")")) << text;
    EXPECT_FALSE(begins_signature(text)) << text;
  }
  EXPECT_TRUE(begins_signature("ลงชื่อ..........."));
  EXPECT_TRUE(begins_signature("(ลงชื่อ)..........."));
  for (const char* text : {"", "(", "(ไม่มี)", "ข้อจำกัด", "(พ.ศ.๒๕๖๗)"}) EXPECT_FALSE(begins_signature(text)) << text;
}

}  // namespace
}  // namespace prongsai::text
