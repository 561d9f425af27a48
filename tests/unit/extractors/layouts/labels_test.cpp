#include "extractors/layouts/words/labels.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "document_builder.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts {
namespace {

const Labels& labels() {
  static const Labels kLabels(test::kDataFolder / "layouts" / "common" / "labels.yaml");
  return kLabels;
}

// "T:value|L:value" of all labels found.
std::string found(const std::string& text, TextSource source = TextSource::ocr) {
  std::string out;
  const auto hits = labels().find(text, source);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const std::size_t end = i + 1 < hits.size() ? hits[i + 1].begin : text.size();
    out += (out.empty() ? "" : "|") + std::string(hits[i].entry == Entry::timeframe    ? "T:"
                                                  : hits[i].entry == Entry::limitation ? "L:"
                                                                                       : "-:");
    out += trim_entry(text.substr(hits[i].value, end - hits[i].value));
  }
  return out;
}

TEST(Labels, PartsEntriesHoweverTheyAreRunTogether) {
  const struct {
    const char* text;
    const char* found;
  } cases[] = {
      {"ระยะเวลาดำเนินการ : ปีงบประมาณ พ.ศ. ๒๕๖๘", "T:ปีงบประมาณ พ.ศ. ๒๕๖๘"},
      {"ระยะเวลาดำเนินการ: ตุลาคม ๒๕๖๗", "T:ตุลาคม ๒๕๖๗"},
      {"ระยะเวลาดำเนินการ ตุลาคม ๒๕๖๗", "T:ตุลาคม ๒๕๖๗"},
      {"ระยะเวลาดำเนินการ", "T:"},
      {"(ง) ระยะเวลา มกราคม ๒๕๖๗", "T:มกราคม ๒๕๖๗"},
      {"ฉ) ข้อจำกัด คนน้อย", "L:คนน้อย"},
      {"๕. ข้อจำกัด งบไม่พอ", "L:งบไม่พอ"},
      {"ระยะเวลา มกราคม ๒๕๖๗", "T:มกราคม ๒๕๖๗"},
      {"ระยะเวลา ภายในวันที่ ๓๑ มีนาคม ๒๕๖๗", "T:ภายในวันที่ ๓๑ มีนาคม ๒๕๖๗"},
      {"ระยะเวลา ๓๐ วัน นับแต่วันที่รับเรื่อง", ""},
      {"๑. ระยะเวลาดำเนินการ : ทั้งปี", "T:ทั้งปี"},
      {"ระยะเวลาดำเนินการ : ปี ๒๕๖๘ ข้อจำกัดของหน่วยงาน : คนน้อย", "T:ปี ๒๕๖๘|L:คนน้อย"},
      {"ระยะเวลาดำเนินการ ปี ๒๕๖๘ข้อจำกัดของหน่วยงาน คนน้อย", "T:ปี ๒๕๖๘|L:คนน้อย"},
      {"ชื่อจำกัดของหน่วยงาน คนน้อย", "L:คนน้อย"},
      {"ระยะเวลาดำเนินการ ตุลาคม.๒๕๖๗ ชื่อจำกัดของหน่วยงาน คนน้อย", "T:ตุลาคม.๒๕๖๗|L:คนน้อย"},
      {"ข้อจำกัด: คนน้อย", "L:คนน้อย"},
      {"ข้อจำกัดของหน่วยงาน ..........", "L:"},
      {"ระยะเวลาดำเนินการ.....ตุลาคม ๒๕๖๗...กันยายน ๒๕๖๘.....", "T:ตุลาคม ๒๕๖๗...กันยายน ๒๕๖๘"},
      {"ระยะเวลา: มกราคม ๒๕๖๗ ข้อจำกัด: คนน้อย", "T:มกราคม ๒๕๖๗|L:คนน้อย"},
      {"ข้อจำกัด : คนน้อย ผู้รับผิดชอบ : กองคลัง", "L:คนน้อย|-:กองคลัง"},
      {"จุดอ่อน: คู่มือเก่า ระยะเวลา: ๓ เดือน", "-:คู่มือเก่า|T:๓ เดือน"},
      // Prose that only speaks of these things.
      {"ข้อจำกัดบางข้อเป็นเรื่องของกฎหมาย", ""},
      {"ระยะเวลาการให้บริการสั้นลง", ""},
      {"ได้วิเคราะห์ข้อจำกัดของหน่วยงานแล้ว", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(found(c.text), c.found) << c.text;
}

TEST(Labels, AListThatTheFileLacksIsABug) {
  EXPECT_FALSE(labels().has_list("no_such_list"));
  EXPECT_THROW(static_cast<void>(labels().list("no_such_list")), std::out_of_range);
  EXPECT_THROW(static_cast<void>(labels().tight_list("no_such_list")), std::out_of_range);
}

TEST(TightText, MapsPlacesBackToTheOriginal) {
  const std::string text = "ปี ๒๕ ๖๗ A";
  const TightText compact(text);
  EXPECT_EQ(compact.text(), "ปี2567A");
  EXPECT_EQ(compact.original(compact.text().find("67")), text.find("๖"));
  EXPECT_EQ(compact.original(compact.text().size()), text.size());
  EXPECT_EQ(compact.tight(text.find("A")), compact.text().find("A"));
}

TEST(TightText, EntriesLoseTheFormsDots) {
  EXPECT_EQ(trim_entry(" : ....ปี ๒๕๖๘....."), "ปี ๒๕๖๘");
  EXPECT_EQ(trim_entry(" - ขาดคน - ขาดเงิน"), "- ขาดคน - ขาดเงิน");
  EXPECT_EQ(trim_entry("-"), "");
  EXPECT_EQ(trim_entry("พ.ศ. ๒๕๖๘ ฯลฯ."), "พ.ศ. ๒๕๖๘ ฯลฯ.");
  EXPECT_TRUE(is_blank_text(" … - ___ "));
  EXPECT_FALSE(is_blank_text("ไม่มี"));
}

TEST(Labels, WordsOfATextLayerAreNoMisreadings) {
  EXPECT_EQ(found("ทราบระยะเวลาที่ชัดเจน", TextSource::text), "") << "กรอบระยะเวลา, two letters off";
  EXPECT_EQ(found("กรอบระยะเวลา : ไตรมาส 2", TextSource::text), "T:ไตรมาส 2");
}

}  // namespace
}  // namespace prongsai::layouts
