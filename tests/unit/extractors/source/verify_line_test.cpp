#include "extractors/source/ocr/verify_line.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/printed_lines.hpp"

namespace prongsai::source {
namespace {

using prongsai::testing::print_lines;
using prongsai::testing::PrintStyle;

// Counts the lines that it is shown.
class Counter : public Recogniser {
 public:
  LineReading read_line(const Raster&) override {
    ++lines;
    return {"อ่าน", 0.9, {}};
  }
  LineReading read_figure(const Raster&) override { return {}; }
  [[nodiscard]] std::string name() const override { return "counter"; }

  int lines = 0;
};

constexpr double left = 40, baseline = 60, pitch = 1.2 * 16;

// The first of two lines set tight; the second is full of marks.
StretchReading look(const std::string& line, double at = baseline) {
  const auto printed = print_lines({line, "ผู้ที่ซื้อหุ้นกู้ชั้นนี้"}, PrintStyle{});
  Counter counter;
  const Stretch stretch{{left - 2, at - 16, left + 200, at + 5}, at, 8, left - 2, left + 200};
  StretchReading reading = read_stretch(to_raster(printed.page), stretch, counter);
  EXPECT_LE(counter.lines, 1);
  return reading;
}

TEST(VerifyLine, MeasuresWhatStandsOverTheLetters) {
  EXPECT_EQ(look("ประชาชนทาตามแผนงานของสานกงาน").marks, 0);
  for (const char* one : {"ประชาชนทำตามแผนงาน", "ประชาชนท่าตามแผนงาน", "ประชาชนท้าตามแผนงาน"}) {
    EXPECT_GT(look(one).marks, 0.15) << one;
    EXPECT_LT(look(one).marks, 0.5) << one;
  }
  EXPECT_GT(look("ประชาชนน้ำตามแผนงาน").marks, 0.6);
}

TEST(VerifyLine, OnlyTheLineAtThatHeightIsRead) {
  EXPECT_EQ(look("ประชาชนทาตามแผนงาน").text, "อ่าน ");
  EXPECT_EQ(look("ประชาชนทาตามแผนงาน", baseline + 8 * pitch).text, "") << "nothing is printed there";
}

TEST(VerifyLine, MarksBesideTheSyllableDoNotCount) {
  const auto printed = print_lines({"ทาตามแผนงานของประชาชนที่นี่"}, PrintStyle{});
  Counter counter;
  const Stretch stretch{{left - 2, 44, left + 250, 65}, baseline, 8, left - 1, left + 20};
  EXPECT_EQ(read_stretch(to_raster(printed.page), stretch, counter).marks, 0);
}

}  // namespace
}  // namespace prongsai::source
