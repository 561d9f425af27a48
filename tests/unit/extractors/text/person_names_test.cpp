#include "extractors/text/find/person_names.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace prongsai::text {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = PRONGSAI_SOURCE_DIR;

const PersonNames& names() {
  static const PersonNames loaded(kSource / "data" / "export" / "person_names.yaml");
  return loaded;
}

struct Line {
  std::string text;
  std::vector<NameSpan> names;
};

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

// A line of the set, without its marks.
Line unmarked(const std::string& marked) {
  constexpr std::size_t kMark = 3;  // bytes of ⟦ and of ⟧
  Line line;
  std::string rest = replaced(marked, "↵", "\n");
  for (auto open = rest.find("⟦"); open != std::string::npos; open = rest.find("⟦")) {
    const auto close = rest.find("⟧");
    line.text += rest.substr(0, open);
    const std::string name = rest.substr(open + kMark, close - open - kMark);
    line.names.push_back({line.text.size(), line.text.size() + name.size()});
    line.text += name;
    rest.erase(0, close + kMark);
  }
  line.text += rest;
  return line;
}

std::vector<Line> the_set() {
  std::ifstream in(kSource / "tests" / "unit" / "extractors" / "text" / "person_names_set.txt");
  std::vector<Line> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && !line.starts_with('#')) lines.push_back(unmarked(line));
  }
  return lines;
}

bool lies_in_one_of(const NameSpan& span, const std::vector<NameSpan>& others) {
  return std::any_of(others.begin(), others.end(),
                     [&](const NameSpan& other) { return other.begin <= span.begin && span.end <= other.end; });
}

TEST(PersonNames, AreFoundWholeAndNothingElse) {
  int there = 0, found_whole = 0, found = 0, right = 0;
  for (const Line& line : the_set()) {
    const auto spans = names().find(line.text);
    for (const NameSpan& name : line.names) {
      ++there;
      const bool whole = lies_in_one_of(name, spans);
      found_whole += static_cast<int>(whole);
      if (!whole) ADD_FAILURE() << "missed in: " << line.text << "\n      as: " << names().mask(line.text);
    }
    for (const NameSpan& span : spans) {
      ++found;
      const bool is_name = lies_in_one_of(span, line.names);
      right += static_cast<int>(is_name);
      if (!is_name) ADD_FAILURE() << "no name in: " << line.text << "\n        as: " << names().mask(line.text);
    }
  }
  EXPECT_GT(there, 50);
  RecordProperty("recall", std::to_string(static_cast<double>(found_whole) / there));
  RecordProperty("precision", std::to_string(static_cast<double>(right) / found));
}

TEST(PersonNames, TitlesStayAndNamesAreMasked) {
  EXPECT_EQ(names().mask("เสนอโดย นายสมหมาย ทองแท้ หัวหน้ากลุ่ม"), "เสนอโดย นาย[ชื่อบุคคล] หัวหน้ากลุ่ม");
  EXPECT_EQ(names().mask("ภายใน พ.ศ. ๒๕๖๖ ที่มี"), "ภายใน พ.ศ. ๒๕๖๖ ที่มี");
  EXPECT_EQ(names().mask("ไม่มีชื่อใครในนี้"), "ไม่มีชื่อใครในนี้");
  EXPECT_EQ(names().mask(""), "");
  EXPECT_EQ(names().mask("นาย"), "นาย");
}

TEST(PersonNames, AFileOfWordsIsReadStrictly) {
  const fs::path file = fs::path(testing::TempDir()) / "names.yaml";
  for (const char* yaml : {"plain: [นาย]\n", "plain: นาย\n", "[", "surprise: [a]\n"}) {
    std::ofstream(file) << yaml;
    EXPECT_THROW(PersonNames{file}, std::runtime_error) << yaml;
  }
  EXPECT_THROW(PersonNames{"/nowhere/names.yaml"}, std::runtime_error);
}

}  // namespace
}  // namespace prongsai::text
