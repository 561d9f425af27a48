// Submissions compared with each other.
#include "pipeline/checks/across.hpp"

#include <chrono>
#include <map>
#include <random>

#include "extractors/text/utf8.hpp"
#include "pipeline/checks/minhash.hpp"
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Sentences without sense, but of Thai letters: each seed gives another text.
std::string sentence(unsigned seed) {
  static const std::vector<std::string> kSyllables = {
      "การ", "งาน", "ความ", "ให้", "ทำ", "ข้อ", "มูล",  "เผย", "แพร่", "ราย", "ผล",  "ตรวจ", "สอบ", "ระบบ", "บุค",
      "คล",  "แผน", "ประ",  "ชุม", "จัด", "ซื้อ", "วัสดุ", "คู่",   "มือ",  "ชี้",   "แจง", "อบ",   "รม",  "เว็บ",  "ไซต์"};
  std::mt19937 random(seed);
  std::string out;
  for (int i = 0; i < 30; ++i) out += kSyllables[random() % kSyllables.size()];
  return out;
}

SubmissionSummary summary(std::int64_t id, const std::string& file, const std::string& agency, int year,
                          unsigned first_sentence) {
  SubmissionSummary out;
  out.id = id;
  out.file = file;
  out.sha256 = "hash" + std::to_string(id);
  out.agency = agency;
  out.fiscal_year = year;
  out.item_code = "O34";
  for (unsigned issue = 1; issue <= 7; ++issue) {
    out.cells.push_back({"weakness", static_cast<int>(issue), sentence(first_sentence + issue * 10), {}});
    out.cells.push_back({"procedure", static_cast<int>(issue), sentence(first_sentence + issue * 10 + 1) + agency, {}});
    out.cells.push_back({"responsible", static_cast<int>(issue), "กลุ่มอำนวยการ", {}});
  }
  return out;
}

std::vector<std::string> judged(const std::vector<SubmissionSummary>& all,
                                std::vector<AcrossFinding>* findings = nullptr) {
  Across across(shipped_rules());
  std::map<std::int64_t, std::vector<CellText>> cells;
  for (const SubmissionSummary& one : all) {
    across.add(one);
    cells[one.id] = one.cells;
  }
  const auto found = across.judge([&](std::int64_t id) { return cells.at(id); });
  std::vector<std::string> out;
  for (const AcrossFinding& one : found) out.push_back(std::to_string(one.submission_id) + ": " + place(one.finding));
  if (findings != nullptr) *findings = found;
  return out;
}

TEST(Across, ReportsOfTheirOwnRaiseNothing) {
  EXPECT_THAT(judged({summary(1, "a.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000),
                      summary(2, "b.pdf", "สำนักงานศึกษาธิการจังหวัดเลย", 2567, 2000)}),
              IsEmpty());
}

TEST(Across, TheLaterByNameIsTheCopy) {
  std::vector<AcrossFinding> findings;
  EXPECT_THAT(judged({summary(1, "b.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000),
                      summary(2, "a.pdf", "สำนักงานศึกษาธิการจังหวัดเลย", 2567, 1000)},
                     &findings),
              ElementsAre("1: near_duplicate - - -"));
  EXPECT_THAT(findings.at(0).finding.evidence, HasSubstr("a.pdf: "));
  EXPECT_THAT(findings.at(0).finding.message_en, HasSubstr("100% the same as those of a.pdf"));
  EXPECT_EQ(findings.at(0).finding.values.at("here").substr(0, 30),
            findings.at(0).finding.values.at("there").substr(0, 30));
}

TEST(Across, ACopyThatAScanMisread) {
  SubmissionSummary scan = summary(2, "b.pdf", "สำนักงานศึกษาธิการจังหวัดเลย", 2567, 1000);
  std::mt19937 random(7);
  for (CellText& cell : scan.cells) {
    std::u32string letters = text::to_utf32(cell.text);
    for (char32_t& c : letters) {
      if (random() % 100 < 6) c = U'ศ';
    }
    cell.text = text::to_utf8(letters);
  }
  EXPECT_THAT(judged({summary(1, "a.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000), scan}),
              ElementsAre("2: near_duplicate - - -"));
}

TEST(Across, HalfTheTextIsNoCopy) {
  SubmissionSummary half = summary(2, "b.pdf", "สำนักงานศึกษาธิการจังหวัดเลย", 2567, 1000);
  const SubmissionSummary other = summary(3, "c.pdf", "สำนักงานศึกษาธิการจังหวัดแพร่", 2567, 5000);
  for (std::size_t i = 0; i < half.cells.size(); i += 2) half.cells[i] = other.cells[i];
  EXPECT_THAT(judged({summary(1, "a.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000), half}), IsEmpty());
}

TEST(Across, AMendedReportOfTheSameYearIsNoCopy) {
  EXPECT_THAT(judged({summary(1, "a.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000),
                      summary(2, "a2.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000)}),
              IsEmpty());
}

TEST(Across, LastYearsReportHandedInAgain) {
  std::vector<AcrossFinding> findings;
  EXPECT_THAT(judged({summary(1, "2566.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2566, 1000),
                      summary(2, "2567.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000)},
                     &findings),
              ElementsAre("2: near_duplicate - - -"));
  EXPECT_EQ(findings.at(0).finding.values.at("variant"), "own_year");
}

TEST(Across, OneWeaknessRepeatedWordForWord) {
  SubmissionSummary before = summary(1, "2566.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2566, 1000);
  SubmissionSummary after = summary(2, "2567.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 2000);
  after.cells[6].text = before.cells[6].text + " ";
  EXPECT_THAT(judged({before, after}), ElementsAre("2: near_duplicate 3 - weakness"));
  before.fiscal_year = 2564;
  EXPECT_THAT(judged({before, after}), IsEmpty()) << "three years ago";
}

TEST(Across, TheSameBytes) {
  SubmissionSummary first = summary(1, "a.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000);
  SubmissionSummary second = summary(2, "b.pdf", "สำนักงานศึกษาธิการจังหวัดเลย", 2567, 1000);
  second.sha256 = first.sha256;
  EXPECT_THAT(judged({second, first}), ElementsAre("2: duplicate_file - - -")) << "and no near_duplicate beside it";
  second.agency = first.agency;
  EXPECT_THAT(judged({second, first}), IsEmpty()) << "one office, one year: the file lies in two folders";
}

TEST(Across, ReportsWithHardlyAnyTextAreNotCompared) {
  SubmissionSummary first = summary(1, "a.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000);
  SubmissionSummary second = summary(2, "b.pdf", "สำนักงานศึกษาธิการจังหวัดเลย", 2567, 1000);
  first.cells.resize(1);
  second.cells.resize(1);
  EXPECT_THAT(judged({first, second}), IsEmpty());
}

TEST(Across, ManyCopiesOfOneTextEachGetOneFinding) {
  std::vector<SubmissionSummary> all;
  for (int i = 0; i < 60; ++i)
    all.push_back(summary(i, "r" + std::to_string(100 + i) + ".pdf", "หน่วยงานที่ " + std::to_string(i), 2567, 1000));
  EXPECT_EQ(judged(all).size(), 59U);
}

// More pairs of alike reports, far apart by name, than the cells are kept of.
TEST(Across, EachCopyIsFoundAmongManyOthers) {
  constexpr int kPairs = 400;
  std::vector<SubmissionSummary> all;
  for (int i = 0; i < kPairs; ++i) {
    const unsigned text = 1000 + static_cast<unsigned>(i) * 100;
    const std::string number = std::to_string(100 + i);
    all.push_back(summary(i, "a" + number + ".pdf", "สำนักงานตัวอย่างที่" + number, 2567, text));
    all.push_back(summary(kPairs + i, "b" + number + ".pdf", "สำนักงานอีกแห่งที่" + number, 2567, text));
  }
  std::vector<AcrossFinding> findings;
  ASSERT_EQ(judged(all, &findings).size(), static_cast<std::size_t>(kPairs));
  for (int i = 0; i < kPairs; ++i) {
    EXPECT_EQ(findings[static_cast<std::size_t>(i)].submission_id, kPairs + i);
    EXPECT_THAT(findings[static_cast<std::size_t>(i)].finding.evidence, HasSubstr("a" + std::to_string(100 + i)));
  }
}

TEST(Summarise, TakesTheManifestsWordAndLeavesAnnexesOut) {
  Report report = sound_report();
  report.submission.source_path = "in/folder/x.pdf";
  report.submission.manifest = ManifestRow{.file = "x.pdf", .agency = "สำนักงานศึกษาธิการจังหวัดเลย", .fiscal_year = 2566};
  report.record.cells[0].annexed_template = true;
  report.record.cells[1].text = "....";
  const SubmissionSummary summary = summarise(5, report.submission, report.record);
  EXPECT_EQ(summary.file, "x.pdf");
  EXPECT_EQ(summary.agency, "สำนักงานศึกษาธิการจังหวัดเลย");
  EXPECT_EQ(summary.fiscal_year, 2566);
  EXPECT_EQ(summary.item_code, "O34");
  EXPECT_EQ(summary.cells.size(), 33U);
}

TEST(Minhash, AgreementEstimatesWhatIsShared) {
  const auto shingles = [](unsigned from, unsigned to) {
    std::vector<std::uint64_t> out;
    for (unsigned i = from; i < to; ++i) {
      const auto some = shingles_of(letters_of(sentence(i)), 5);
      out.insert(out.end(), some.begin(), some.end());
    }
    return signature_of<128>(out);
  };
  EXPECT_DOUBLE_EQ(agreement(shingles(0, 20), shingles(0, 20)), 1.0);
  EXPECT_LT(agreement(shingles(0, 20), shingles(500, 520)), 0.2);
  EXPECT_NEAR(agreement(shingles(0, 30), shingles(10, 40)), 0.5, 0.15);
}

}  // namespace
}  // namespace prongsai::checks
