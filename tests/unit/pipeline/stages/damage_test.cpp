#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "pipeline/stages/damage_effects.hpp"
#include "pipeline/stages/extract.hpp"
#include "tests/support/damaged_file.hpp"
#include "tests/support/pdf_fixture.hpp"
#include "tests/support/raw_pdf.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::stages {
namespace {

using namespace prongsai::testing;
using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::ThrowsMessage;

const std::filesystem::path data = std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data";

DamageEffect effect_of(const std::string& words, const std::string& beside = "") {
  static const DamageEffects effects(data);
  std::vector<Damage> damages = {{1, DamageEffect::lost, words, 1}};
  if (!beside.empty()) damages.push_back({2, DamageEffect::lost, beside, 1});
  effects.judge(damages);
  return damages.front().effect;
}

TEST(DamageEffects, SortSayingsByWhatTheyCost) {
  EXPECT_EQ(effect_of("Bad FCHECK in flate stream"), DamageEffect::lost);
  EXPECT_EQ(effect_of("Unknown operator 'xyz'"), DamageEffect::lost);
  EXPECT_EQ(effect_of("never heard of before"), DamageEffect::lost);
  EXPECT_EQ(effect_of("recovered stream length: 42"), DamageEffect::harmless);
  EXPECT_EQ(effect_of("Couldn't find a font for 'Angsana'"), DamageEffect::harmless);
  EXPECT_EQ(effect_of("Attempting to reconstruct cross-reference table"), DamageEffect::rebuilt);
}

TEST(DamageEffects, RefuseAWordThatIsNoCost) {
  const samples::TempFolder folder;
  folder.write("damage/effects.yaml", "effects:\n  - {effect: grave, because: x, says: [y]}\n");
  EXPECT_THAT([&] { DamageEffects{folder.path()}; },
              ThrowsMessage<std::runtime_error>(HasSubstr("is none of: harmless, rebuilt, lost, with_others")));
}

TEST(DamageEffects, TakeAMissingObjectForALossOnlyBesideOthers) {
  EXPECT_EQ(effect_of("object 12 is missing from the file"), DamageEffect::harmless);
  EXPECT_EQ(effect_of("object 12 is missing from the file", "recovered stream length: 3"), DamageEffect::harmless);
  EXPECT_EQ(effect_of("object 12 is missing from the file", "xref not found"), DamageEffect::lost);
  EXPECT_EQ(effect_of("Invalid XRef entry 23"), DamageEffect::harmless);
  EXPECT_EQ(effect_of("Invalid XRef entry 23", "xref not found"), DamageEffect::lost);
}

Extraction read(const std::string& bytes) {
  static Extractor extractor(data, nullptr);
  Submission submission;
  submission.source_path = "damaged.pdf";
  return extractor.extract(stored(bytes, "damaged.pdf"), submission);
}

std::set<std::string> codes_of(const Extraction& extraction) {
  std::set<std::string> codes;
  for (const Finding& finding : extraction.findings) codes.insert(finding.code);
  return codes;
}

const std::set<std::string> blaming = {
    "missing_issue", "missing_column", "missing_timeframe", "missing_limitation", "blank_template",
    "empty_cell",    "wrong_year",     "count_mismatch",    "score_sum_mismatch", "unaddressed_item"};

void expect_told(const Extraction& extraction, const std::string& what) {
  const auto codes = codes_of(extraction);
  EXPECT_NE(extraction.record.status, Status::extracted) << what;
  EXPECT_TRUE(codes.contains("damaged_file") || codes.contains("unreadable_page")) << what;
  for (const std::string& code : codes) EXPECT_FALSE(blaming.contains(code)) << what << ": " << code;
}

TEST(ADamagedReport, NeverPassesForWhole) {
  const std::string bytes = read_file(data / "samples" / "a_seven_issues.pdf");
  ASSERT_EQ(read(bytes).record.status, Status::extracted);
  const std::size_t middle = bytes.size() / 2;
  expect_told(read(with_hole(bytes, 4000, 4096)), "a hole near the begin");
  expect_told(read(with_hole(bytes, middle, 4096)), "a hole in the middle");
  expect_told(read(as_text_transfer(bytes)), "text transfer");
  expect_told(read(cut_after(bytes, 0.99)), "the last hundredth cut off");
  expect_told(read(cut_after(bytes, 0.5)), "half cut off");
  expect_told(read(bytes.substr(0, middle) + bytes.substr(middle + 1000)), "a kilobyte dropped");
  std::string seven_bits = bytes;
  for (char& c : seven_bits) c = static_cast<char>(c & 0x7f);
  expect_told(read(seven_bits), "the eighth bit cleared");
}

TEST(ADamagedReport, SuggestsNoScoreBelowTheBest) {
  const std::string bytes = read_file(data / "samples" / "a_seven_issues.pdf");
  const Extraction holed = read(with_hole(bytes, bytes.size() / 2, 6000));
  EXPECT_TRUE(!holed.suggested_score || *holed.suggested_score == 100);
}

TEST(ADamagedReport, KeepsWhatTheLibrariesSaid) {
  const std::string bytes = read_file(data / "samples" / "d_narrative.pdf");
  const ByteRange stream = streams_of(bytes).front();
  const Extraction extraction = read(with_hole(bytes, stream.begin + 20, 300));
  ASSERT_FALSE(extraction.record.damages.empty());
  EXPECT_THAT(extraction.record.damages, Contains(Field(&Damage::effect, DamageEffect::lost)));
  EXPECT_FALSE(extraction.record.error.empty());
}

TEST(ABlankReport, IsNotPlainlyRead) {
  RawPdf raw("blank.pdf");
  raw.page("", "").page("", "");
  const Extraction extraction = read(read_file(raw.path()));
  EXPECT_EQ(extraction.record.status, Status::partial);
  EXPECT_TRUE(codes_of(extraction).contains("damaged_file"));
}

TEST(WordsWithoutInk, AreKeptAndFlagged) {
  RawPdf raw("unseen.pdf");
  const std::string font = raw.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  raw.page("BT /F 14 Tf 3 Tr 60 700 Td (ITA score 2567 is 95.40 of 100 points) Tj ET",
           "/Resources << /Font << /F " + font + " >> >>");
  const Extraction extraction = read(read_file(raw.path()));
  ASSERT_EQ(extraction.record.pages.size(), 1U);
  ASSERT_EQ(extraction.record.asides.size(), 1U);
  EXPECT_EQ(extraction.record.asides[0].kind, Aside::Kind::hidden);
  EXPECT_THAT(extraction.record.asides[0].text, HasSubstr("95.40"));
  EXPECT_EQ(extraction.record.status, Status::partial);
  EXPECT_TRUE(codes_of(extraction).contains("damaged_file"));
}

TEST(ASoundReport, HasNoDamage) {
  for (const char* name : {"a_seven_issues.pdf", "b_four_parts.pdf", "c_chapters.pdf", "d_narrative.pdf",
                           "e_results.pdf", "f_announcement.pdf"}) {
    EXPECT_THAT(read(read_file(data / "samples" / name)).record.damages, IsEmpty()) << name;
  }
}

}  // namespace
}  // namespace prongsai::stages
