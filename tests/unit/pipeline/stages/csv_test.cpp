#include "pipeline/stages/files/csv.hpp"

#include <gtest/gtest.h>

namespace prongsai::stages {
namespace {

using Fields = std::vector<std::vector<std::string>>;

Fields fields_of(std::string_view text) {
  Fields all;
  const auto failure = each_csv_row(text, [&](const CsvRow& row) { all.push_back(row.fields); });
  return failure ? Fields{{std::to_string(failure->line) + ": " + failure->what}} : all;
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
      {"\"open,b\nc", {{"1: the quote opened here is never closed"}}},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(fields_of(text), expected) << text;
}

TEST(Csv, CountsLinesInsideQuotes) {
  std::vector<int> lines;
  EXPECT_FALSE(each_csv_row("a,b\n\"x\ny\",1\n\nlast,2\n", [&](const CsvRow& row) { lines.push_back(row.line); }));
  EXPECT_EQ(lines, (std::vector<int>{1, 2, 5}));
}

}  // namespace
}  // namespace prongsai::stages
