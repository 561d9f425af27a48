#include "extractors/text/unicode/joined.hpp"

#include <gtest/gtest.h>

namespace prongsai::text {
namespace {

TEST(Joined, PutsWordsBetween) {
  EXPECT_EQ(joined({}, ", "), "");
  EXPECT_EQ(joined({"a"}, ", "), "a");
  EXPECT_EQ(joined({"a", "b", "c"}, ", "), "a, b, c");
  EXPECT_EQ(joined({"", "b"}, ", "), "b") << "an empty beginning leaves nothing behind it";
  EXPECT_EQ(joined({"a", "", "c"}, ","), "a,,c") << "an empty text within keeps its place";
}

TEST(Joined, LinesAreShownInOne) {
  EXPECT_EQ(one_line("ก\nข\n"), "ก⏎ข⏎");
  EXPECT_EQ(one_line(""), "");
}

}  // namespace
}  // namespace prongsai::text
