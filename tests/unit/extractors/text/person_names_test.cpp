#include "extractors/text/find/person_names.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <tuple>

#include "tests/support/temp_folder.hpp"

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

std::vector<Line> set_of(const std::string& file) {
  std::ifstream in(kSource / "tests" / "unit" / "extractors" / "text" / file);
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

struct Measured {
  int there = 0;
  int found_whole = 0;
  int found = 0;
  int right = 0;                    // of the found ones: nothing but a name
  std::vector<std::string> faults;  // what was missed or taken, with its line as masked

  [[nodiscard]] double recall() const { return static_cast<double>(found_whole) / there; }
  [[nodiscard]] double precision() const { return static_cast<double>(right) / found; }
};

Measured measured(const std::vector<Line>& lines) {
  Measured sum;
  for (const Line& line : lines) {
    const auto spans = names().find(line.text);
    const auto count = [&](const NameSpan& span, const std::vector<NameSpan>& among, int& good, const char* fault) {
      const bool is_good = lies_in_one_of(span, among);
      good += static_cast<int>(is_good);
      if (!is_good) sum.faults.push_back(fault + line.text + "\n    as: " + names().mask(line.text));
    };
    for (const NameSpan& name : line.names) count(name, spans, sum.found_whole, "missed in: ");
    for (const NameSpan& span : spans) count(span, line.names, sum.right, "no name in: ");
    sum.there += static_cast<int>(line.names.size());
    sum.found += static_cast<int>(spans.size());
  }
  return sum;
}

TEST(PersonNames, AreFoundWholeAndNothingElse) {
  const Measured mended = measured(set_of("person_names_set.txt"));
  EXPECT_GT(mended.there, 50);
  for (const std::string& fault : mended.faults) ADD_FAILURE() << fault;
}

void tell(const std::string& file, const Measured& sum) {
  std::cout << file << ": " << sum.there << " names, " << sum.found_whole << " found whole: recall " << sum.recall()
            << "; " << sum.found << " found, " << sum.right << " of them names: precision " << sum.precision() << '\n';
  for (const std::string& fault : sum.faults) std::cout << fault << '\n';
}

// What docs/measurements.md tells.
TEST(PersonNames, RecallAndPrecisionHold) {
  for (const auto& [file, recall, precision] :
       {std::tuple{"person_names_measured.txt", 0.95, 0.98}, {"person_names_second.txt", 0.97, 0.97}}) {
    const Measured sum = measured(set_of(file));
    tell(file, sum);
    EXPECT_GE(sum.there, 40) << file;
    EXPECT_GE(sum.recall(), recall) << file;
    EXPECT_GE(sum.precision(), precision) << file;
  }
}

TEST(PersonNames, TitlesStayAndNamesAreMasked) {
  EXPECT_EQ(names().mask("เสนอโดย นายสมหมาย ทองแท้ หัวหน้ากลุ่ม"), "เสนอโดย นาย[ชื่อบุคคล] หัวหน้ากลุ่ม");
  EXPECT_EQ(names().mask("ภายใน พ.ศ. ๒๕๖๖ ที่มี"), "ภายใน พ.ศ. ๒๕๖๖ ที่มี");
  EXPECT_EQ(names().mask("ไม่มีชื่อใครในนี้"), "ไม่มีชื่อใครในนี้");
  EXPECT_EQ(names().mask(""), "");
  EXPECT_EQ(names().mask("นาย"), "นาย");
}

// The file of words with another list of words that address somebody.
std::string with_addressed(const std::string& words) {
  std::ifstream in(kSource / "data" / "export" / "person_names.yaml");
  std::string file;
  for (std::string line; std::getline(in, line);) {
    file += (line.starts_with("addressed:") ? "addressed: [" + words + "]" : line) + "\n";
  }
  return file;
}

// Brackets, stars and bars in a word are letters of it: they neither change what else is found nor break it.
TEST(PersonNames, AWordMayHoldAnySign) {
  const prongsai::samples::TempFolder folder;
  for (const char* word : {"ครู (พิเศษ)", "ครู (พิเศษ", "ครู)", "ครู*+?", "ครู|พี่", "[ครู]", "ครู\\d"}) {
    const PersonNames with(folder.write("names.yaml", with_addressed("'" + std::string(word) + "'")));
    EXPECT_EQ(with.mask("เสนอโดย นายสมหมาย ทองแท้ หัวหน้ากลุ่ม"), "เสนอโดย นาย[ชื่อบุคคล] หัวหน้ากลุ่ม") << word;
    EXPECT_EQ(with.mask("เสนอโดย " + std::string(word) + " สมหมาย ทองแท้"),
              "เสนอโดย " + std::string(word) + " [ชื่อบุคคล]");
    EXPECT_EQ(with.mask("ปรึกษา ผศ.สมหมาย ทองแท้ แล้ว"), "ปรึกษา ผศ.[ชื่อบุคคล] แล้ว") << word;
  }
}

TEST(PersonNames, WordsThatWouldMaskNothingAreAnError) {
  const prongsai::samples::TempFolder folder;
  for (const char* words : {"''", "คุณ, …"}) {
    EXPECT_THROW(PersonNames{folder.write("names.yaml", with_addressed(words))}, std::runtime_error) << words;
  }
  const std::string no_word(1'000'000, 'a');  // longer than any pattern may be
  EXPECT_THROW(PersonNames{folder.write("names.yaml", with_addressed(no_word + ", คุณ"))}, std::runtime_error);
}

TEST(PersonNames, AFileOfWordsIsReadStrictly) {
  const prongsai::samples::TempFolder folder;
  for (const char* yaml : {"plain: [นาย]\n", "plain: นาย\n", "[", "surprise: [a]\n"}) {
    EXPECT_THROW(PersonNames{folder.write("names.yaml", yaml)}, std::runtime_error) << yaml;
  }
  EXPECT_THROW(PersonNames{"/nowhere/names.yaml"}, std::runtime_error);
}

}  // namespace
}  // namespace prongsai::text
