#include "pipeline/stages/csv.hpp"

#include <gtest/gtest.h>

namespace prongsai::stages {
namespace {

using Fields = std::vector<std::vector<std::string>>;

Fields fields_of(std::string_view text) {
  Fields all;
  const auto rows = parse_csv(text);
  if (!rows) return {{rows.failure().message}};
  for (const CsvRow& row : rows.value()) all.push_back(row.fields);
  return all;
}

TEST(Csv, ReadsWhatSpreadsheetsWrite) {
  const std::vector<std::pair<std::string, Fields>> cases = {
      {"", {}},
      {"a,b\nc,d", {{"a", "b"}, {"c", "d"}}},
      {"a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
      {"a,b\n\n,\nc,d\n", {{"a", "b"}, {"c", "d"}}},
      {"\"a,b\",c", {{"a,b", "c"}}},
      {"\"say \"\"hi\"\"\",c", {{"say \"hi\"", "c"}}},
      {"\"two\nlines\",c", {{"two\nlines", "c"}}},
      {"a;b,c;d\n1;2;3", {{"a", "b,c", "d"}, {"1", "2", "3"}}},
      {"a\tb\n1\t2", {{"a", "b"}, {"1", "2"}}},
      {"a,,c", {{"a", "", "c"}}},
      {"5\" pipe,b", {{"5\" pipe", "b"}}},
      {"\"open,b\nc", {{"the quote opened in line 1 is never closed"}}},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(fields_of(text), expected) << text;
}

TEST(Csv, CountsLinesInsideQuotes) {
  const auto rows = parse_csv("a,b\n\"x\ny\",1\n\nlast,2\n");
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows.value().size(), 3U);
  EXPECT_EQ(rows.value()[1].line, 2);
  EXPECT_EQ(rows.value()[2].line, 5);
}

}  // namespace
}  // namespace prongsai::stages
