#include "extractors/layouts/checklists.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "document_builder.hpp"
#include "extractors/text/item_codes.hpp"

namespace prongsai::layouts {
namespace {

const Checklists& checklists() {
  static const Checklists kChecklists(test::kDataFolder / "checklists");
  return kChecklists;
}

TEST(Checklists, HoldSevenIssuesAndTenIndicators) {
  EXPECT_EQ(checklists().issues().size(), 7U);
  EXPECT_EQ(checklists().indicators().size(), 10U);
  EXPECT_EQ(checklists().indicators()[6].instrument, "EIT");
}

TEST(Checklists, KnowIndicatorsByNumberThenByName) {
  const struct {
    const char* cell;
    int indicator;  // 0: none
  } cases[] = {
      {"ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ", 4},
      {"ตัวชี้วัดที่ 10 การป้องกัน การทุจริต", 10},
      {"(๗) ประสิทธิภาพการสื่อสาร", 7},
      {"การใช้ทรัพย์สินของทางราชการ", 4},
      {"ประสทธิภาพการสือสาร", 7},
      {"ตัวชี้วัดที่ ๑๑", 0},
      {"จัดทำคู่มือ 4 เล่ม", 0},
      {"", 0},
  };
  for (const auto& c : cases) EXPECT_EQ(checklists().indicator_of(c.cell).value_or(0), c.indicator) << c.cell;
}

TEST(Checklists, ItemsAreWellFormedAndUnique) {
  std::ifstream file(test::kDataFolder / "checklists" / "items.csv");
  std::string line;
  std::getline(file, line);
  EXPECT_EQ(line, "year,scheme,code,title,subindicator,basis");
  std::set<std::string> seen;
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    std::string year, scheme, code;
    std::getline(fields, year, ',');
    std::getline(fields, scheme, ',');
    std::getline(fields, code, ',');
    EXPECT_TRUE(year.size() == 4 && year.starts_with("25")) << line;
    EXPECT_EQ(text::parse_item_code(code, false), code) << line;
    EXPECT_TRUE(line.ends_with(",read") || line.ends_with(",inferred")) << line;
    seen.insert(year + scheme + code);
  }
  EXPECT_EQ(seen.size(), 284U) << "a code comes once a year and scheme";
}

}  // namespace
}  // namespace prongsai::layouts
