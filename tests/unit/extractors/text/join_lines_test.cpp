#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extractors/text/thai/repair.hpp"

namespace prongsai::text {
namespace {

struct Lines {
  std::vector<std::string> lines;
  std::string joined;
};

class JoinLines : public testing::TestWithParam<Lines> {};

TEST_P(JoinLines, OfOneCell) {
  EXPECT_EQ(join_lines(GetParam().lines), GetParam().joined);
}

INSTANTIATE_TEST_SUITE_P(Thai, JoinLines,
                         testing::Values(Lines{{"คู่มือการ", "ปฏิบัติงานของ", "กลุ่ม"}, "คู่มือการปฏิบัติงานของกลุ่ม"},
                                         Lines{{"งาน ", "พัสดุ"}, "งาน พัสดุ"}, Lines{{"", "งาน", "  "}, "งาน"},
                                         Lines{{}, ""}, Lines{{"ต่าง ๆ", "ของ"}, "ต่าง ๆ ของ"},
                                         Lines{{"อื่นฯ", "และ"}, "อื่นฯ และ"}));

INSTANTIATE_TEST_SUITE_P(Items, JoinLines,
                         testing::Values(Lines{{"๑. จัดทำ", "แผน", "๒. แจ้ง"}, "๑. จัดทำแผน ๒. แจ้ง"},
                                         Lines{{"แผน", "(๒) แจ้ง"}, "แผน (๒) แจ้ง"}, Lines{{"แผน", "- แจ้ง"}, "แผน - แจ้ง"},
                                         Lines{{"แผน", "• แจ้ง"}, "แผน • แจ้ง"}, Lines{{"แผน", "1) แจ้ง"}, "แผน 1) แจ้ง"},
                                         Lines{{"แผน", "๑.๑ แจ้ง"}, "แผน ๑.๑ แจ้ง"}));

INSTANTIATE_TEST_SUITE_P(LatinAndDigits, JoinLines,
                         testing::Values(Lines{{"ระบบ", "E-Service"}, "ระบบ E-Service"},
                                         Lines{{"ระบบ E-", "Service"}, "ระบบ E-Service"},
                                         Lines{{"Integrity and", "Transparency"}, "Integrity and Transparency"},
                                         Lines{{"ปีงบประมาณ พ.ศ.", "๒๕๖๗"}, "ปีงบประมาณ พ.ศ. ๒๕๖๗"},
                                         Lines{{"จำนวน", "๕ แห่ง"}, "จำนวน ๕ แห่ง"}, Lines{{"O34", "แผน"}, "O34 แผน"},
                                         Lines{{"(OIT)", "ของ"}, "(OIT) ของ"}, Lines{{"ผลการ", "(OIT)"}, "ผลการ (OIT)"},
                                         Lines{{"ได้ ๙๕.", "๓๕"}, "ได้ ๙๕.๓๕"},
                                         Lines{{"ตุลาคม ๒๕๖๖ -", "กันยายน"}, "ตุลาคม ๒๕๖๖ - กันยายน"},
                                         Lines{{"รับ/", "จ่าย"}, "รับ/จ่าย"}, Lines{{"(ก", ") ข"}, "(ก) ข"}));

INSTANTIATE_TEST_SUITE_P(Addresses, JoinLines,
                         testing::Values(Lines{{"ที่ https://www.example.go.th/", "ita/o34.pdf แล้ว"},
                                               "ที่ https://www.example.go.th/ita/o34.pdf แล้ว"},
                                         Lines{{"https://www.exam", "ple.go.th/ita"}, "https://www.example.go.th/ita"},
                                         Lines{{"www.example.go.th", "และ"}, "www.example.go.th และ"},
                                         Lines{{"www.example.go.th", "Facebook"}, "www.example.go.th Facebook"}));

}  // namespace
}  // namespace prongsai::text
