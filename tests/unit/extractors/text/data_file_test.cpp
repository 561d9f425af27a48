// What a data file may hold: text in UTF-8, and numbers that can be counted with.
#include "extractors/text/data/data_file.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace prongsai::text {
namespace {

// What is said of it; "" where it is read.
std::string refusal(const std::string& text, bool as_number = false) {
  try {
    const DataNode node = parse_data(text, "words.yaml").at("a");
    if (as_number) (void)node.number();
    return "";
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

TEST(DataFile, IsTextInUtf8) {
  EXPECT_EQ(refusal("a: ก\n"), "");
  EXPECT_EQ(refusal("b: c\na: te\xfft\n"), "words.yaml:2: not UTF-8");
  EXPECT_EQ(refusal(std::string("\xff\xfe"
                                "a\0:\0 \0b\0",
                                10)),
            "words.yaml:1: not UTF-8");
}

TEST(DataFile, HoldsNumbersThatCanBeCountedWith) {
  EXPECT_EQ(refusal("a: 0.5", true), "");
  for (const char* number : {"a: .nan", "a: .inf", "a: -.inf", "a: x"})
    EXPECT_EQ(refusal(number, true), "words.yaml:1: expected a number") << number;
}

}  // namespace
}  // namespace prongsai::text
