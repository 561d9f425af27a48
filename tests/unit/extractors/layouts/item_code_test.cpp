// Which item a report answers.
#include <gtest/gtest.h>

#include "extracted.hpp"

namespace prongsai::layouts {
namespace {

using test::DocumentBuilder;

TEST(ItemCode, OfAFormThatSaysWhichItemItIsFor) {
  const auto item = [](const std::string& line) {
    DocumentBuilder builder;
    builder.text(line)
        .text("แบบจัดทำมาตรการภายในสถานศึกษา")
        .text("ประจำปีงบประมาณ พ.ศ. 2568")
        .text("ส่งพร้อมรายงานผลตามข้อ O37 ต่อไป");
    return extract(builder).item_code.value_or("-");
  };
  EXPECT_EQ(item("แบบ 036"), "O36");
  EXPECT_EQ(item("แบบ ๐๓๖"), "O36");
  EXPECT_NE(item("แบบ 2"), "O2");
}

TEST(ItemCode, OfTheHeadLineThatBeginsWithIt) {
  const auto item_of = [](const DocumentBuilder& builder) { return extract(builder).item_code.value_or("-"); };
  EXPECT_EQ(item_of(DocumentBuilder().text("O29 ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริต").text("เทศบาลตำบลบ้านสวน")), "O29");
  EXPECT_EQ(item_of(DocumentBuilder().text("รายการ O12, O13 และ O14").text("เทศบาลตำบลบ้านสวน")), "-");
  EXPECT_EQ(item_of(DocumentBuilder().text("แผนปฏิบัติการ").text("ตามข้อ O12 รายงานการกำกับติดตามผล")), "-");
}

TEST(ItemCode, ItemCodesComeFromTitleMemoOrPreface) {
  const struct {
    std::vector<std::string> lines;
    const char* code;
  } cases[] = {
      {{"ข้อ O35 การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"}, "O35"},
      {{"เรื่อง การเปิดเผยข้อมูลสาธารณะ (ข้อ ๓๔ มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน)", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"},
       "O34"},
      {{"ข้อ O3 ๔ มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"}, "O34"},
      {{"รายงานมาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ และกำหนดมาตรการในการพัฒนา (O42) ไว้แล้ว"}, "O42"},
  };
  for (const auto& c : cases) {
    DocumentBuilder builder;
    for (const auto& line : c.lines) builder.text(line);
    EXPECT_EQ(extract(builder).item_code, c.code) << c.lines[0];
  }
}

}  // namespace
}  // namespace prongsai::layouts
