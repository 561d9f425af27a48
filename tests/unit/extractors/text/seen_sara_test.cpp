#include "extractors/text/thai/seen_sara.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

struct Case {
  std::string layer;  // '|' stands before the letter in doubt
  std::string reading;
  std::optional<char32_t> seen;
};

std::optional<char32_t> seen(const Case& c) {
  const std::size_t mark = c.layer.find('|');
  std::string layer = c.layer;
  layer.erase(mark, 1);
  return seen_sara(layer, length(layer.substr(0, mark)), c.reading);
}

TEST(SeenSara, ThePictureShowsTheOtherOrTheSame) {
  const Case cases[] = {
      {"ให้ท|าตามแผน", "ให้ทำตามแผน", kSaraAm},
      {"ให้ท|าตามแผน", "ให้ทาตามแผน", kSaraAa},
      {"ให้ท|ำตามแผน", "ให้ทาตามแผน", kSaraAa},
      {"ให้ท|าตามแผน", "ให้ท\u0E4Dาตามแผน", kSaraAm},  // the ring and the า apart
      {"ดื่มน้|าสะอาด", "ดื่มน\u0E4D้าสะอาด", kSaraAm},    // … and the tone mark between
      {"นาทาน|าทา", "นาทานำทา", kSaraAm},            // the right one of several
      {"นาทาน|าทา", "นำทำนาทำ", kSaraAa},
      {"ประจ |าปี", "ประจำปี", kSaraAm},           // blanks count for nothing
      {"ให้ท|าตามแผน", "ให ทำ ตามแผน", kSaraAm},  // nor do lost marks
      {"ให้ท|าตามแผน", "ใท้ทำตามแผน", kSaraAm},    // one letter misread, not next to it
  };
  for (const Case& c : cases) EXPECT_EQ(seen(c), c.seen) << c.layer << " / " << c.reading;
}

TEST(SeenSara, NoVerdictWhereTheReadingDoesNotFollowTheLayer) {
  const Case cases[] = {
      {"ให้ท|าตามแผน", "", std::nullopt},
      {"ให้ท|าตามแผน", "ผู้อำนวยการกลุ่ม", std::nullopt},
      {"ให้ท|าตามแผน", "ให้กำตามแผน", std::nullopt},  // the letter before is another
      {"ให้ท|าตามแผน", "ให้ทำคามแผน", std::nullopt},  // the letter after
      {"ให้ท|าตามแผน", "ให้ทตามแผน", std::nullopt},   // the letter itself was lost
      {"ให้ท|าตามแผน", "ใทัทำตานแผน", std::nullopt},  // two astray near it
      {"ให้ท|าตามแผน", "ให้ท้ำตามแผน", std::nullopt},  // something else stands over it
      {"ท|า", "ทำ", std::nullopt},                  // too little to know the place by
      {"ให้|ทาตามแผน", "ให้ทำตามแผน", std::nullopt},  // no า or ำ stands there
  };
  for (const Case& c : cases) EXPECT_EQ(seen(c), c.seen) << c.layer << " / " << c.reading;
}

}  // namespace
}  // namespace prongsai::text
