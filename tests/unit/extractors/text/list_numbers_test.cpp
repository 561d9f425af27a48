#include "extractors/text/find/list_numbers.hpp"

#include <gtest/gtest.h>

#include <string>

namespace prongsai::text {
namespace {

std::string written(const ListNumber& number) {
  std::string parts = number.style + ":";
  for (std::size_t i = 0; i < number.parts.size(); ++i) parts += (i > 0 ? "." : "") + std::to_string(number.parts[i]);
  return parts;
}

struct Line {
  std::string text;
  std::string marker;  // style:number, "" for none
};

class LeadingNumber : public testing::TestWithParam<Line> {};

TEST_P(LeadingNumber, OfALine) {
  const auto number = leading_number(GetParam().text);
  EXPECT_EQ(number ? written(*number) : "", GetParam().marker);
}

INSTANTIATE_TEST_SUITE_P(Markers, LeadingNumber,
                         testing::Values(Line{"๑. จัดทำแผน", "N.:1"}, Line{"๑.จัดทำแผน", "N.:1"},
                                         Line{"  2) แจ้งเวียน", "N):2"}, Line{"(๓) รายงาน", "(N):3"},
                                         Line{"( 4 ) รายงาน", "(N):4"}, Line{"๑.๒ การบริการ", "N.N:1.2"},
                                         Line{"1.1.3 งาน", "N.N:1.1.3"}, Line{"๑.๒. จุดอ่อน", "N.N:1.2"},
                                         Line{"๒.๑) งาน", "N.N):2.1"}, Line{"- ตรวจสอบ", "-:"}, Line{"-ตรวจสอบ", "-:"},
                                         Line{"– ตรวจสอบ", "-:"}, Line{"• งาน", "•:"}, Line{"☑ ผ่าน", "•:"},
                                         Line{"๕ กระบวนการควบคุม", "N:5"}, Line{"๑๐. งาน", "N.:10"},
                                         Line{"๑.", "N.:1"}));

INSTANTIATE_TEST_SUITE_P(Others, LeadingNumber,
                         testing::Values(Line{"", ""}, Line{"จัดทำ ๑. แผน", ""}, Line{"๒๕๖๗. งาน", ""},
                                         Line{"๘๖.๗๒ ระดับ A โดย", ""}, Line{"2566 ปีงบประมาณ", ""}, Line{"๑๒ เดือน", ""},
                                         Line{"๓๐ กันยายน ๒๕๖๗", ""}, Line{"๑ ต.ค. ๒๕๖๖", ""}, Line{"- ๓ -", ""},
                                         Line{"-----", ""}, Line{"-5 องศา", ""}, Line{"98.05 คะแนน", ""},
                                         Line{"1.5 ล้านบาท", ""}, Line{"(๘๕ คะแนนขึ้นไป)", ""}, Line{"๑,๐๐๐ บาท", ""},
                                         Line{"๖๒/๒๕๖๗", ""}, Line{"๐๕๔-๘๒๑", ""}, Line{"๑๐๐.", ""},
                                         Line{"พ.ศ. ๒๕๖๗", ""}));

TEST(LeadingNumber, EndsWhereTheItemsTextBegins) {
  const std::string text = " ๑.  จัดทำ";
  const auto number = leading_number(text);
  ASSERT_TRUE(number);
  EXPECT_EQ(text.substr(number->end), "จัดทำ");
  EXPECT_EQ(number->begin, 1U);
}

class FindListNumbers : public testing::TestWithParam<Line> {};

TEST_P(FindListNumbers, InJoinedText) {
  std::string markers;
  for (const ListNumber& number : find_list_numbers(GetParam().text)) {
    markers += (markers.empty() ? "" : " ") + written(number);
  }
  EXPECT_EQ(markers, GetParam().marker);
}

INSTANTIATE_TEST_SUITE_P(Cases, FindListNumbers,
                         testing::Values(Line{"๑. จัดทำแผน ๒. แจ้งเวียน ๔. รายงาน", "N.:1 N.:2 N.:4"},
                                         Line{"(๑) ประชุม (๒) สรุปผล", "(N):1 (N):2"}, Line{"1) ก 2) ข", "N):1 N):2"},
                                         Line{"- ตรวจสอบ - รายงาน", "-: -:"}, Line{"ปี ๒๕๖๑ - ๒๕๘๐ วันจันทร์ - ศุกร์", ""},
                                         Line{"(๑) ถามเจ้าหน้าที่ (๑) พิมพ์สองหน้า (๒) สรุป", "(N):1 (N):1 (N):2"},
                                         Line{"ตามข้อ ๓. และร้อยละ ๙.๑๔ ของแผน", ""},
                                         Line{"ผลคะแนน (IIT 1) และ (OIT 2)", ""},
                                         Line{"๑.๑ แผนงาน ๑.๒ งบประมาณ", "N.N:1.1 N.N:1.2"},
                                         Line{"ได้ ๙๘.๐๘ คะแนน ระดับ AA", ""},
                                         Line{"ดำเนินการดังนี้ • ประชุม • อบรม", "•: •:"}, Line{"ภายใน ๕ วันทำการ", ""},
                                         Line{"ดังนี้: - ประชุม", "-:"}));

}  // namespace
}  // namespace prongsai::text
