#include "extractors/text/agencies/agencies.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "tests/support/temp_folder.hpp"

namespace prongsai::text {
namespace {

const Agencies& agencies() {
  static const Agencies loaded(std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data" / "agencies");
  return loaded;
}

struct Text {
  std::string text;
  std::string names;  // joined by ' | '
};

class FindAgencies : public testing::TestWithParam<Text> {};

TEST_P(FindAgencies, InText) {
  std::string names;
  for (const AgencyMention& mention : agencies().find(GetParam().text)) {
    if (!names.empty()) names += " | ";
    names += mention.name;
  }
  EXPECT_EQ(names, GetParam().names) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Listed, FindAgencies,
    testing::Values(
        Text{"ของสำนักงานศึกษาธิการจังหวัดลำปางได้ดำเนินการ", "สำนักงานศึกษาธิการจังหวัดลำปาง"},
        Text{"ดูงานที่สำนักงานประมงจังหวัดสมมุตินคร ซึ่งได้คะแนน", "สำนักงานประมงจังหวัดสมมุตินคร"},
        Text{"สำนักงานประมงจังหวัดได้ดำเนินการ สสจ.ชม.ทุกแห่ง", ""},
        Text{"สภ.บ้านสวน และ ภ.จว.ลำปาง", "สถานีตำรวจภูธรบ้านสวน | ตำรวจภูธรจังหวัดลำปาง"},
        Text{"สำนักงาน ศึกษาธิการ จังหวัดสุโขทัย", "สำนักงานศึกษาธิการจังหวัดสุโขทัย"},
        Text{"สำนักงานศึกษาธิการ\nจังหวัดสุโขทัย", "สำนักงานศึกษาธิการจังหวัดสุโขทัย"},
        Text{"ศธจ.ลำปาง และ ศธจ. ลำพูน", "สำนักงานศึกษาธิการจังหวัดลำปาง | สำนักงานศึกษาธิการจังหวัดลำพูน"},
        Text{"สำนักงานศึกษาธิการภาค ๑๕", "สำนักงานศึกษาธิการภาค 15"}, Text{"ศธภ.1", "สำนักงานศึกษาธิการภาค 1"},
        Text{"สพป.ระนอง", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาระนอง"},
        Text{"สพป.ศรีสะเกษ เขต ๒", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาศรีสะเกษ เขต 2"},
        Text{"สำนักงานเขตพื้นที่การศึกษาประถมศึกษาศรีสะเกษ เขต 2ฉบับนี้", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาศรีสะเกษ เขต 2"},
        Text{"สพ.ระนอง", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาระนอง"},
        Text{"สพม.ลำปาง ลำพูน", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาลำปาง ลำพูน"},
        Text{"สำนักงานเขตพื้นที่การศึกษามัธยมศึกษากรุงเทพมหานคร เขต ๑", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษากรุงเทพมหานคร เขต 1"}));

INSTANTIATE_TEST_SUITE_P(Patterns, FindAgencies,
                         testing::Values(Text{"เทศบาลตำบลหนองไผ่ได้จัดทำ", "เทศบาลตำบลหนองไผ่"},
                                         Text{"อบต.บ้านนา จังหวัด", "องค์การบริหารส่วนตำบลบ้านนา"},
                                         Text{"องค์การบริหารส่วนจังหวัดตราด", "องค์การบริหารส่วนจังหวัดตราด"},
                                         Text{"โรงพยาบาลเขาสวน นำผลการประเมิน", "โรงพยาบาลเขาสวน"},
                                         Text{"สำนักงานสาธารณสุขจังหวัดชลบุรี", "สำนักงานสาธารณสุขจังหวัดชลบุรี"},
                                         Text{"สำนักงานสาธารณสุขอำเภอหนองใหญ่ จังหวัดชลบุรี", "สำนักงานสาธารณสุขอำเภอหนองใหญ่"},
                                         Text{"วิทยาลัยเทคนิคกันทรลักษ์ ได้", "วิทยาลัยเทคนิคกันทรลักษ์"},
                                         Text{"สำนักงานวัฒนธรรมจังหวัดเลย", "สำนักงานวัฒนธรรมจังหวัดเลย"}));

INSTANTIATE_TEST_SUITE_P(
    Parents, FindAgencies,
    testing::Values(Text{"สำนักงานปลัดกระทรวงศึกษาธิการ", "สำนักงานปลัดกระทรวงศึกษาธิการ"},
                    Text{"สำนักงาน ป.ป.ช. กำหนด", "สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ"},
                    Text{"สังกัด สพฐ. และ ศปท.ศธ.",
                         "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน | ศูนย์ปฏิบัติการต่อต้านการทุจริต กระทรวงศึกษาธิการ"}));

INSTANTIATE_TEST_SUITE_P(Endings, FindAgencies,
                         testing::Values(Text{"เทศบาลตำบลดอนน้อยได้คะแนน ๘๐ คะแนน", "เทศบาลตำบลดอนน้อย"},
                                         Text{"โรงพยาบาลดอนเกลือน้อยกว่าปีก่อน", "โรงพยาบาลดอนเกลือ"}));

INSTANTIATE_TEST_SUITE_P(None, FindAgencies,
                         testing::Values(Text{"", ""}, Text{"สำนักงานศึกษาธิการจังหวัดทุกแห่ง", ""},
                                         Text{"ศึกษาธิการจังหวัดลำปาง", ""}, Text{"ที่ ศธ.๐๒๑๐๗/๑๒", ""},
                                         Text{"โรงเรียนในสังกัด", ""}, Text{"โรงเรียนเอกชน โรงเรียนสุจริต", ""},
                                         Text{"โรงพยาบาลของรัฐ", ""}, Text{"จังหวัดลำปาง", ""},
                                         Text{"สำนักงานเขตพื้นที่การศึกษาทุกเขต", ""}));

TEST(Agencies, GiveBytesAndWhatIsKnown) {
  const std::string text = "ของ ศธจ. ลำปาง ที่";
  const auto mentions = agencies().find(text);
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(text.substr(mentions[0].begin, mentions[0].end - mentions[0].begin), "ศธจ. ลำปาง");
  EXPECT_TRUE(mentions[0].known);
  EXPECT_FALSE(mentions[0].parent);
}

TEST(Agencies, AnAreaThatDoesNotExistIsNotKnown) {
  const auto mentions = agencies().find("สพป.ศรีสะเกษ เขต ๙ และ สพป.ศรีสะเกษ");
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[0].name, "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาศรีสะเกษ เขต 9");
  EXPECT_FALSE(mentions[0].known);
  EXPECT_EQ(mentions[1].name, "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาศรีสะเกษ");
  EXPECT_FALSE(mentions[1].known);
}

TEST(Agencies, ParentsAreMarked) {
  const auto mentions = agencies().find("กระทรวงศึกษาธิการ");
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_TRUE(mentions[0].parent);
}

TEST(Canonical, OfWrittenForms) {
  EXPECT_EQ(agencies().canonical(" ศธจ.ลำปาง ").value_or(""), "สำนักงานศึกษาธิการจังหวัดลำปาง");
  EXPECT_EQ(agencies().canonical("สพป. ศรีสะเกษ  เขต ๒").value_or(""), "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาศรีสะเกษ เขต 2");
  EXPECT_FALSE(agencies().canonical("ผลของ ศธจ.ลำปาง"));
  EXPECT_FALSE(agencies().canonical("ลำปาง"));
}

TEST(WrittenOut, ShortFormsBeforeAnyName) {
  EXPECT_EQ(agencies().written_out("อบต.ทุ่งสมมุติ"), "องค์การบริหารส่วนตำบลทุ่งสมมุติ");
  EXPECT_EQ(agencies().written_out("อบจ.เมืองสมมุติ"), "องค์การบริหารส่วนจังหวัดเมืองสมมุติ");
  EXPECT_EQ(agencies().written_out("สสจ. เมืองสมมุติ"), "สำนักงานสาธารณสุขจังหวัดเมืองสมมุติ");
  EXPECT_EQ(agencies().written_out("ห้องสมุดกลาง"), "ห้องสมุดกลาง");
}

TEST(ParentsOf, RegionMinistryAndCommission) {
  EXPECT_THAT(agencies().parents_of("สำนักงานศึกษาธิการจังหวัดลำปาง"),
              testing::ElementsAre("สำนักงานศึกษาธิการภาค 15", "สำนักงานปลัดกระทรวงศึกษาธิการ", "กระทรวงศึกษาธิการ"));
  EXPECT_THAT(agencies().parents_of("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาระนอง"),
              testing::ElementsAre("สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน", "กระทรวงศึกษาธิการ"));
  EXPECT_TRUE(agencies().parents_of("บริษัทตัวอย่าง").empty());
}

TEST(Nearest, ForMisreadNames) {
  EXPECT_EQ(agencies().nearest("สำนักงานศึกษาธิการจังหวัดลำป่าง", 2).value_or(""), "สำนักงานศึกษาธิการจังหวัดลำปาง");
  EXPECT_EQ(agencies().nearest("สำนักงานศึกษาธการจังหวัดสุโขทย", 3).value_or(""), "สำนักงานศึกษาธิการจังหวัดสุโขทัย");
  EXPECT_FALSE(agencies().nearest("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาศรีสะเกษ เขต ฒ", 2)) << "four areas are as near";
  EXPECT_FALSE(agencies().nearest("การประชุมเชิงปฏิบัติการ", 3));
}

TEST(Agencies, EveryListedOfficeIsFoundByItsNameAndItsAbbreviation) {
  std::ifstream in(std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data" / "agencies" / "offices.csv");
  std::string line;
  std::getline(in, line);
  int count = 0;
  for (; std::getline(in, line); ++count) {
    const std::string abbr = line.substr(0, line.find(','));
    const std::string name = line.substr(abbr.size() + 1, line.find(',', abbr.size() + 1) - abbr.size() - 1);
    EXPECT_EQ(agencies().canonical(name).value_or(""), name);
    EXPECT_EQ(agencies().canonical(abbr).value_or(""), name);
  }
  EXPECT_EQ(count, 340);
}

class BrokenData : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::copy(std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data" / "agencies", folder_,
                          std::filesystem::copy_options::recursive);
  }

  void append(const std::string& file, const std::string& text) {
    std::ofstream(folder_ / file, std::ios::app) << text;
  }
  [[nodiscard]] std::string error() const {
    try {
      const Agencies loaded(folder_);
    } catch (const std::runtime_error& problem) {
      return problem.what();
    }
    return "";
  }
  const samples::TempFolder temporary_;
  const std::filesystem::path folder_ = temporary_.path();
};

TEST_F(BrokenData, NamesFileAndLine) {
  append("offices.csv", "ศธจ.ก,สำนักงานศึกษาธิการจังหวัดก,ศธจ.\n");
  EXPECT_EQ(error(), (folder_ / "offices.csv").string() + ":342: 3 fields, not 6");
}

TEST_F(BrokenData, RefusesAnUnknownProvince) {
  append("offices.csv", "ศธจ.ก,สำนักงานศึกษาธิการจังหวัดก,ศธจ.,ก,ภาคใต้,\n");
  EXPECT_EQ(error(), (folder_ / "offices.csv").string() + ":342: unknown province ก");
}

TEST_F(BrokenData, RefusesAnUnknownKey) {
  append("parents.yaml", "  - {name: ก, alias: [ข]}\n");
  EXPECT_THAT(error(), testing::HasSubstr("unknown key \"alias\""));
}

TEST_F(BrokenData, RefusesAMissingFile) {
  std::filesystem::remove(folder_ / "families.yaml");
  EXPECT_THAT(error(), testing::HasSubstr("families.yaml: cannot be opened"));
}

}  // namespace
TEST(NamesOnlyAKind, ThatIsNoOffice) {
  EXPECT_TRUE(agencies().names_only_a_kind("สำนักงานศึกษาธิการจังหวัด"));
  EXPECT_TRUE(agencies().names_only_a_kind("สำนักงาน ศึกษาธิการจังหวัด"));
  EXPECT_FALSE(agencies().names_only_a_kind("สำนักงานศึกษาธิการจังหวัดลำปาง"));
  EXPECT_FALSE(agencies().names_only_a_kind("สำนักงานส่งเสริมการอ่าน"));
}

TEST(KindSpelt, OfANameThatLostAMark) {
  const auto spelt = [](const char* name) { return agencies().with_kind_spelt(name); };
  EXPECT_EQ(spelt("สำนักงานสาธารณสขอำเภอท่าหลวงใหม่"), "สำนักงานสาธารณสุขอำเภอท่าหลวงใหม่");
  EXPECT_EQ(spelt("องคการบริหารส่วนตำบลหนองกก"), "องค์การบริหารส่วนตำบลหนองกก");
  for (const char* same : {"สำนักงานสาธารณสุขอำเภอท่าหลวงใหม่", "โรงเรยนบ้านนา", "สำนักงานสาธารณภัยอำเภอท่าหลวง", "กรมป่าไม้"})
    EXPECT_EQ(spelt(same), same);
}

}  // namespace prongsai::text
