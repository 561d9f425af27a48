#include "extractors/layouts/assessment/assessment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "document_builder.hpp"
#include "extractors/layouts/issues/headings.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::layouts {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

const Assessments& shipped() {
  static const Assessments kShipped(test::kDataFolder / "assessment");
  return kShipped;
}

// A copy of the shipped years, for a test to change.
class AssessmentFolder {
 public:
  AssessmentFolder() { fs::copy(test::kDataFolder / "assessment", path_, fs::copy_options::recursive); }

  void write(const std::string& file, const std::string& text) const { std::ofstream(path_ / file) << text; }
  [[nodiscard]] Assessments load() const { return Assessments(path_); }

 private:
  const samples::TempFolder folder_;
  const fs::path path_ = folder_.path();
};

// A form that nobody has printed yet: an eighth issue, longer checklists, other weights, an eleventh indicator.
constexpr const char* kNextYear = R"(year: 2571
instruments:
  IIT: {weight: 0.25, indicators: {1: [การปฏิบัติหน้าที่], 2: [การใช้งบประมาณ]}}
  EIT: {weight: 0.25, indicators: {3: [คุณภาพการดำเนินงาน]}}
  OIT: {weight: 0.5, indicators: {4: [การเปิดเผยข้อมูล], 5: [ธรรมาภิบาลข้อมูล], 6: [ก], 7: [ข], 8: [ค], 9: [ง], 10: [จ], 11: [ฉ]}}
last_items: {O: 61, E: 20, I: 40}
points: {items: [0, 25, 100], least: 30}
issues:
  - {no: 1, title: กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ, items: [O1]}
  - {no: 2, title: การให้บริการและระบบ E-Service, items: [O2]}
  - {no: 3, title: ช่องทางและรูปแบบการประชาสัมพันธ์เผยแพร่ข้อมูลข่าวสารภาครัฐ, items: [O3]}
  - {no: 4, title: กลไกและมาตรการในการแก้ไขและป้องกันการทุจริตภายในหน่วยงาน, items: [O4]}
  - {no: 5, title: กระบวนการสร้างความโปร่งใสในการใช้งบประมาณและการจัดซื้อจัดจ้าง, items: [O5]}
  - {no: 6, title: กระบวนการควบคุม ตรวจสอบการใช้อำนาจและการบริหารงานบุคคล, items: [O6]}
  - {no: 7, title: กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ, items: [O7]}
  - {no: 8, title: การเปิดเผยชุดข้อมูลดิจิทัลต่อสาธารณะ, items: [O8, O61]}
schemes:
  MOE-ITA:
    measures: O60
    results: O61
    certain: true
    items: {10.3: {O60: มาตรการส่งเสริมคุณธรรม, O61: รายงานผลมาตรการส่งเสริมคุณธรรม}}
)";

TEST(Assessments, WhatTheShippedYearsSay) {
  const Assessment& year = shipped().of(2567);
  EXPECT_EQ(year.issues.size(), 7U);
  EXPECT_EQ(year.instruments[1].indicators.front().names.front(), "คุณภาพการดำเนินงาน");
  EXPECT_EQ(shipped().indicator_count(), 10);
  EXPECT_FALSE(year.issues[3].items.empty());
  EXPECT_EQ(shipped().of(2568).issues[3].title, year.issues[3].title) << "a form's issues go on";
  EXPECT_EQ(shipped().of(2564).issues[3].title, year.issues[3].title) << "and hold for the years before";
  EXPECT_TRUE(shipped().of(2568).issues[3].items.empty()) << "items are of their year alone";
  EXPECT_TRUE(shipped().of(2564).issues[3].items.empty());
  EXPECT_EQ(shipped().of(2540).year, shipped().years().front().year);
  EXPECT_EQ(shipped().of(2599).year, shipped().years().back().year);
  std::size_t items = 0;
  for (const Assessment& one : shipped().years())
    for (const Scheme& scheme : one.schemes) items += scheme.items.size();
  EXPECT_EQ(items, 284U);
}

TEST(Assessments, SchemesByTheOfficesName) {
  const auto scheme_of = [](int year, std::string_view office) {
    const Scheme* scheme = shipped().of(year).scheme_of(office);
    return scheme == nullptr ? std::string() : scheme->name;
  };
  EXPECT_EQ(scheme_of(2567, "สำนักงานศึกษาธิการจังหวัดน่าน"), "MOE-ITA");
  EXPECT_EQ(scheme_of(2567, "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาน่าน"), "OBEC-ESA");
  EXPECT_EQ(scheme_of(2567, "องค์การบริหารส่วนตำบลสมมติ"), "");
}

TEST(Assessments, ItemsThatAskForMeasures) {
  EXPECT_TRUE(shipped().asks_for_measures("O34", 2567));
  EXPECT_TRUE(shipped().asks_for_measures("O34", 2566)) << "the next year's too";
  EXPECT_FALSE(shipped().asks_for_measures("O34", 2564));
  EXPECT_TRUE(shipped().asks_for_measures("O34", std::nullopt));
  EXPECT_FALSE(shipped().asks_for_measures("O12", std::nullopt));
}

TEST(Assessments, KnowIndicatorsByNumberThenByName) {
  const struct {
    const char* cell;
    int indicator;  // 0: none
  } cases[] = {
      {"ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ", 4},
      {"ตัวชี้วัดที่ 10 การป้องกัน การทุจริต", 10},
      {"(๗) ประสิทธิภาพการสื่อสาร", 7},
      {"การใช้ทรัพย์สินของทางราชการ", 4},
      {"ประสทธิภาพการสือสาร", 7},
      {"ตัวชี้วัดที่ ๑๑", 0},
      {"จัดทำคู่มือ 4 เล่ม", 0},
      {"", 0},
  };
  for (const auto& c : cases) EXPECT_EQ(shipped().indicator_of(c.cell).value_or(0), c.indicator) << c.cell;
}

TEST(Assessments, AWrongFileIsToldByLineAndByWhatIsAllowed) {
  const struct {
    const char* file;
    const char* text;
    const char* message;
  } cases[] = {
      {"2571.yaml", "year: 2571\nwieghts: 1\n",
       "2571.yaml:2: unknown key \"wieghts\"; allowed are year, instruments, last_items, points, issues, grades, "
       "schemes"},
      {"2571.yaml", "year: 2572\n", "2571.yaml:1: the file is named after its year"},
      {"2700.yaml", "year: 2700\n", "2700.yaml:1: years are Buddhist Era: 2567"},
      {"next.yaml", "year: 2571\n", "next.yaml:1: the file is named after its year"},
      {"2571.yaml",
       "year: 2571\ninstruments:\n  IIT: {weight: 0.4, indicators: {1: [ก]}}\n  EIT: {weight: 0.4, indicators: {2: "
       "[ข]}}\n  OIT: {weight: 0.4, indicators: {3: [ค]}}\n",
       "2571.yaml:3: the weights of the instruments must add up to 1"},
      {"2571.yaml",
       "year: 2571\ninstruments:\n  IIT: {weight: 0.3, indicators: {1: [ก]}}\n  EIT: {weight: 0.3, indicators: {1: "
       "[ข]}}\n  OIT: {weight: 0.4, indicators: {3: [ค]}}\n",
       "2571.yaml:4: indicators are numbered from 1 through all instruments, in order"},
      {"2571.yaml", "year: 2571\nissues:\n  - {no: 1, title: ก, items: [O49]}\n",
       "2571.yaml:3: \"O49\" is no item code of this year"},
      {"2571.yaml", "year: 2571\nissues:\n  - {no: 2, title: ก, items: [O4]}\n",
       "2571.yaml:3: issues are numbered from 1, in order"},
      {"2571.yaml", "year: 2571\nschemes:\n  X: {measures: O1, results: O2, certain: true}\n",
       "2571.yaml:3: certain is only what sources name by number and title"},
      {"2571.yaml", "year: 2571\nschemes:\n  X: {results: O2}\n", "2571.yaml:3: `results` goes with `measures`"},
      {"2571.yaml", "year: 2571\nschemes:\n  X:\n    items: {9.1: {O1: ก}, 9.2: {O1: ข}}\n",
       "2571.yaml:4: O1 is listed twice"},
      {"2571.yaml", "year: 2571\nschemes:\n  X:\n    offices: [ก]\n    items: {\"9,1\": {O1: ก}}\n",
       "2571.yaml:5: \"9,1\" is no part of the form: 9.1, 10.2, or unstated"},
      {"2571.yaml", "year: 2571\nschemes:\n  NACCC: {measures: O1, results: O2, certain: false}\n",
       "2571.yaml:3: no year before has a scheme \"NACCC\"; a new one tells its `offices`, or [] for none by name"},
      {"2562.yaml", "year: 2562\n", "2562.yaml:1: \"instruments\" is missing"},
  };
  for (const auto& c : cases) {
    const AssessmentFolder folder;
    folder.write(c.file, c.text);
    EXPECT_THAT([&] { static_cast<void>(folder.load()); }, ThrowsMessage<std::runtime_error>(HasSubstr(c.message)))
        << c.message;
  }
}

TEST(Assessments, AFolderWithoutYearsIsTold) {
  EXPECT_THAT([] { Assessments(test::kDataFolder / "nowhere"); },
              ThrowsMessage<std::runtime_error>(HasSubstr("holds no <year>.yaml")));
}

TEST(NextYear, IsOneFile) {
  const AssessmentFolder folder;
  folder.write("2571.yaml", kNextYear);
  const Assessments next = folder.load();
  EXPECT_EQ(next.of(2571).issues.size(), 8U);
  EXPECT_EQ(next.of(2570).issues.size(), 7U);
  EXPECT_EQ(next.of(2570).instruments[2].weight, 0.4);
  EXPECT_EQ(next.of(2571).instruments[2].weight, 0.5);
  EXPECT_EQ(next.of(2571).grades.size(), 2U) << "what the file leaves out is as in the year before";
  EXPECT_EQ(next.of(2571).scheme_of("สำนักงานศึกษาธิการภาค ๗")->measures, "O60");
  EXPECT_EQ(next.item_ranges().o, 61);
  EXPECT_EQ(next.indicator_count(), 11);
  EXPECT_EQ(next.indicator_of("ธรรมาภิบาลข้อมูล"), 5);
  EXPECT_EQ(next.indicator_of("คุณภาพการดำเนินงาน"), std::nullopt) << "the years number it differently";
}

TEST(NextYear, ItsHeadingsAndItemsAreRead) {
  const AssessmentFolder folder;
  folder.write("2571.yaml", kNextYear);
  const Assessments next = folder.load();
  const Labels labels(test::kDataFolder / "layouts" / "common" / "labels.yaml");
  const struct {
    const char* line;
    int now;   // the issue by the shipped years; 0: no heading
    int then;  // with the next year's form
  } cases[] = {
      {"ประเด็นที่ ๑.๘ การเปิดเผยชุดข้อมูลดิจิทัลต่อสาธารณะ", 0, 8},
      {"ประเด็นที่ ๑.๘ การเปิดเผยชุดข้อมูลดิจิทัลต่อสาธารณะ ๐๘ ๐๖๑", 0, 8},
      {"ประเด็นที่ ๑.๔ กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ", 4, 4},
      {"ประเด็นที่ ๑.๗ กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ", 4, 7},
      {"ประเด็นที่ ๑.๑ กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ", 1, 1},
  };
  const IssueNames now_names(shipped(), labels);
  const IssueNames then_names(next, labels);
  const auto number = [](const std::optional<IssueName>& name) { return name ? name->issue_no : 0; };
  for (const auto& c : cases) {
    EXPECT_EQ(number(now_names.heading(c.line)), c.now) << c.line;
    EXPECT_EQ(number(then_names.heading(c.line)), c.then) << c.line;
  }
  EXPECT_TRUE(text::find_item_codes("ข้อ O60", shipped().item_ranges()).empty());
  EXPECT_EQ(text::find_item_codes("ข้อ O60", next.item_ranges()).size(), 1U);
}

}  // namespace
}  // namespace prongsai::layouts
