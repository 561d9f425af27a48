#include "extractors/text/find/dates.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "extractors/text/find/month_names.hpp"

namespace prongsai::text {
namespace {

std::string kind_name(YearMention::Kind kind) {
  constexpr std::array<const char*, 7> kNames = {"plain", "fiscal", "calendar", "date", "law", "span", "order"};
  return kNames.at(static_cast<std::size_t>(kind));
}

struct Text {
  std::string text;
  std::string found;
};

class FindYears : public testing::TestWithParam<Text> {};

TEST_P(FindYears, WithTheirKind) {
  std::string years;
  for (const YearMention& year : find_years(GetParam().text)) {
    if (!years.empty()) years += ' ';
    years += std::to_string(year.year) + kind_name(year.kind);
    if (year.month != 0) years += std::to_string(year.month);
  }
  EXPECT_EQ(years, GetParam().found) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Fiscal, FindYears,
    testing::Values(Text{"ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", "2567fiscal"}, Text{"ปีงบประมาณ 2566", "2566fiscal"},
                    Text{"ประจำปี งบประมาณ พ.ศ.2565", "2565fiscal"}, Text{"ปีงบประมาณ พ.ศ ๒๕๖๗", "2567fiscal"},
                    Text{"ปีงบประมาณ ๖๗", "2567fiscal"}, Text{"งบประมาณ ๒๕๖๒", "2562fiscal"},
                    Text{"งบประมาณรายจ่ายประจำปี พ.ศ. ๒๕๖๗", "2567calendar"}, Text{"งบประมาณประจำปี 2567", "2567fiscal"},
                    Text{"ปีงบประมาณ ปี พ.ศ. ๒๕๖๗", "2567fiscal"}));

INSTANTIATE_TEST_SUITE_P(Calendar, FindYears,
                         testing::Values(Text{"ปี พ.ศ. ๒๕๖๖", "2566calendar"}, Text{"พ.ศ.2565", "2565calendar"},
                                         Text{"ปี ๒๕๖๖", "2566calendar"}, Text{"ประจำปี 2566", "2566calendar"},
                                         Text{"พ.ศ. ๒๕๖๖ คะแนนรวม ๙๐", "2566calendar"},
                                         Text{"ปี 2566 คน ๕ กลุ่ม", "2566calendar"}, Text{"ปี ๖๗", "2567calendar"},
                                         Text{"ค.ศ. 2024", "2567calendar"}, Text{"ผล ITA ๒๕๖๖", "2566plain"},
                                         Text{"ปี 25๖๒", "2562calendar"}));

INSTANTIATE_TEST_SUITE_P(Dates, FindYears,
                         testing::Values(Text{"๒๙ พฤษภาคม ๒๕๖๗", "2567date5"}, Text{"ลงวันที่ 29 พ.ค. 2567", "2567date5"},
                                         Text{"30 พ.ค. ๖๗", "2567date5"},
                                         Text{"ตุลาคม ๒๕๖๖ - กันยายน ๒๕๖๗", "2566date10 2567date9"},
                                         Text{"เดือนตุลาคม พ.ศ. ๒๕๖๕ ถึง เดือนกันยายน พ.ศ. ๒๕๖๖", "2565date10 2566date9"},
                                         Text{"๑/๑๐/๒๕๖๖", "2566date10"}, Text{"01/10/66", "2566date10"},
                                         Text{"ต.ค.66", "2566date10"}, Text{"29 พฤษภาคม 2024", "2567date5"},
                                         Text{"มกราคม ค.ศ. 2023", "2566date1"}));

INSTANTIATE_TEST_SUITE_P(Laws, FindYears,
                         testing::Values(Text{"พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐", "2540law"},
                                         Text{"ระเบียบกระทรวงการคลังว่าด้วยการจัดซื้อจัดจ้าง พ.ศ. ๒๕๖๐", "2560law"},
                                         Text{"รัฐธรรมนูญแห่งราชอาณาจักรไทย 2560", "2560law"},
                                         Text{"พ.ร.บ. วิธีการงบประมาณ พ.ศ. ๒๕๖๑", "2561law"},
                                         Text{"คำสั่งที่ ๖๒/๒๕๖๗ ลงวันที่ ๕ มกราคม ๒๕๖๗", "2567order 2567date1"},
                                         Text{"คำสั่ง ที่ ๑๙/๒๕๖๐", "2560order"}, Text{"ครั้งที่ ๑/๒๕๖๗", "2567order"},
                                         Text{"ที่ ๑๙/ ๒๕๖๐", "2560order"},
                                         Text{"รัฐธรรมนูญแห่งราชอาณาจักรไทย พุทธศักราช ๒๕๖๐", "2560law"},
                                         Text{"ประกาศแผนประจำปีงบประมาณ พ.ศ. ๒๕๖๗", "2567fiscal"},
                                         Text{"พระราชบัญญัติ พ.ศ. ๒๕๔๐ และผลปี พ.ศ. ๒๕๖๖", "2540law 2566calendar"}));

INSTANTIATE_TEST_SUITE_P(Spans, FindYears,
                         testing::Values(Text{"ยุทธศาสตร์ชาติ (พ.ศ. ๒๕๖๑ - ๒๕๘๐)", "2561span 2580span"},
                                         Text{"แผน พ.ศ. 2566 – พ.ศ. 2570", "2566span 2570span"},
                                         Text{"๒๕๖๑ ถึง ๒๕๘๐", "2561span 2580span"}));

INSTANTIATE_TEST_SUITE_P(NoYears, FindYears,
                         testing::Values(Text{"๒,๕๖๗ บาท", ""}, Text{"2567 บาท", ""}, Text{"๐๕๔-๒๕๖๗๑", ""},
                                         Text{"25677", ""}, Text{"๑๒.๒๕๖๗", ""}, Text{"อายุ ๖๐ ปี", ""}, Text{"1999", ""},
                                         Text{"๓๔ ข้อ", ""}, Text{"ปี ๑๒", ""}, Text{"๒๕๖๗ คน", ""}, Text{"", ""},
                                         Text{"เดือนมกราคม ๒๐ คน", ""}, Text{"ปี ๖๗.๕", ""}, Text{"ปี ๖๐ คน", ""}));

TEST(MonthName, IsTheOneThatIsFound) {
  for (int month = 1; month <= 12; ++month) EXPECT_EQ(month_in(month_name(month)), month);
  EXPECT_EQ(month_name(0), "");
  EXPECT_EQ(month_name(13), "");
}

TEST(FindYears, GivesTheDigitsBytes) {
  const std::string text = "ปีงบประมาณ พ.ศ. ๒๕๖๗ แล้ว";
  const auto years = find_years(text);
  ASSERT_EQ(years.size(), 1U);
  EXPECT_EQ(text.substr(years[0].begin, years[0].end - years[0].begin), "๒๕๖๗");
}

class FindDates : public testing::TestWithParam<Text> {};

TEST_P(FindDates, AsDayMonthYear) {
  std::string dates;
  for (const Date& date : find_dates(GetParam().text)) {
    if (!dates.empty()) dates += ' ';
    dates += std::to_string(date.day) + "/" + std::to_string(date.month) + "/" + std::to_string(date.year);
  }
  EXPECT_EQ(dates, GetParam().found) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Cases, FindDates,
                         testing::Values(Text{"ณ วันที่ ๒๙ พฤษภาคม ๒๕๖๗", "29/5/2567"}, Text{"30 พ.ค. ๖๗", "30/5/2567"},
                                         Text{"วันที่ ๒๕ เดือนมกราคม พ.ศ. ๒๕๖๖", "25/1/2566"},
                                         Text{"๒๕ เดือน มกราคม พ.ศ.๒๕๖๖", "25/1/2566"},
                                         Text{"ตุลาคม ๒๕๖๖ – มีนาคม ๒๕๖๗", "0/10/2566 0/3/2567"},
                                         Text{"ตุลาคม - ธันวาคม ๒๕๖๖", "0/10/2566 0/12/2566"},
                                         Text{"ตุลาคม - มีนาคม ๒๕๖๗", "0/10/2566 0/3/2567"},
                                         Text{"เดือนตุลาคม ถึง เดือนกันยายน พ.ศ. ๒๕๖๗", "0/10/2566 0/9/2567"},
                                         Text{"๑ - ๓๐ กันยายน ๒๕๖๗", "1/9/2567 30/9/2567"},
                                         Text{"1 ต.ค. 66 - 30 ก.ย. 67", "1/10/2566 30/9/2567"},
                                         Text{"๑ ตุลาคม ๒๕๖๖ ถึงวันที่ ๓๐ กันยายน ๒๕๖๗", "1/10/2566 30/9/2567"},
                                         Text{"๐๑/๑๐/๒๕๖๖", "1/10/2566"}, Text{"ม.ค. 2567", "0/1/2567"},
                                         Text{"5 มค. 2567", "5/1/2567"}, Text{"พฤศจิกายน 2566", "0/11/2566"}));

INSTANTIATE_TEST_SUITE_P(NoDates, FindDates,
                         testing::Values(Text{"สำนักงาน ก.พ. และ ก.ค.ศ.", ""}, Text{"ทุกเดือนตุลาคม", ""},
                                         Text{"๓๒/๑๓/๒๕๖๖", ""}, Text{"ศธ.๐๒๑๐๗/๑๒/๒๕๖๗", ""}, Text{"ก.ค.ศ. ๒๕๖๗", ""},
                                         Text{"", ""}));

// Two digits behind a month are a year only where nothing tells that they are something else.
INSTANTIATE_TEST_SUITE_P(NoShortYears, FindDates,
                         testing::Values(Text{"วันที่ ๒๕ มกราคม ๑๐.๓๐ น.", ""}, Text{"เดือนมกราคม ๒๐ คน", ""},
                                         Text{"01/10/24", ""}, Text{"เดือนมกราคม ๖๐ คน", ""}, Text{"ม.ค. ๘๕.๕๐", ""},
                                         Text{"มีนาคม 75%", ""}, Text{"๕ มีนาคม ๖๒/๒๕๖๗", ""},
                                         Text{"มกราคม ๖๕ ราย", ""}));

INSTANTIATE_TEST_SUITE_P(ShortYears, FindDates,
                         testing::Values(Text{"ม.ค.67,ก.พ.67", "0/1/2567 0/2/2567"}, Text{"30 พ.ค. ๖๗.", "30/5/2567"},
                                         Text{"ต.ค.66/พ.ย.66", "0/10/2566 0/11/2566"}));

TEST(FiscalYear, BeginsInOctober) {
  EXPECT_EQ(fiscal_year_of(2566, 10), 2567);
  EXPECT_EQ(fiscal_year_of(2567, 9), 2567);
  EXPECT_EQ(fiscal_year_of(2567, 1), 2567);
  EXPECT_EQ(fiscal_year_of(2567, 12), 2568);
}

}  // namespace
}  // namespace prongsai::text
