// Pages that no program should write: nothing may crash, hang or lose its head.
#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <vector>

#include "extractors/tables/assemble.hpp"
#include "extractors/tables/dump.hpp"
#include "tests/unit/extractors/tables/page_builder.hpp"

namespace prongsai::tables {
namespace {

using testing::PageBuilder;

class Scribble {
 public:
  explicit Scribble(unsigned seed) : random_(seed) {}

  double number(double low, double high) { return std::uniform_real_distribution<double>(low, high)(random_); }
  int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }

  Page page(int page_no) {
    static const std::vector<std::string> kTexts{"",         " ", "ก",   "ั่",     "๑.",       "กำหนด", "ํา",
                                                 "\xFF\xE0", "-", "O34", "๒๕๖๗", "........", "ที่",     "ค\n"};
    PageBuilder builder(page_no);
    Page& page = builder.page();
    for (int i = pick(60); i > 0; --i) {
      const double x = number(-50, 600);
      const double y = number(-50, 900);
      builder.word(x, y, kTexts[static_cast<std::size_t>(pick(static_cast<int>(kTexts.size())))]);
      Word& word = page.words.back();
      if (pick(8) == 0) word.chars.clear();
      if (pick(8) == 0) word.chars.resize(word.chars.size() + 1);
      if (pick(8) == 0) word.box = {word.box.x1, word.box.y1, word.box.x0, word.box.y0};
      if (pick(8) == 0) word.rotation = 90;
      if (pick(8) == 0) word.sara_am_at = {0, 99};
      if (pick(8) == 0) word.font_size = 0;
    }
    for (int i = pick(30); i > 0; --i) {
      const double from = 50.0 * pick(12);
      const double to = from + 50.0 * pick(8);
      const double at = 50.0 * pick(16) + number(-2, 2);
      if (pick(2) == 0)
        builder.horizontal(at, from, to);
      else
        builder.vertical(at, from, to);
    }
    return page;
  }

 private:
  std::mt19937 random_;
};

TEST(Robustness, ScribbledPages) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    Scribble scribble(seed);
    std::vector<Page> pages;
    for (int p = 1; p <= 3; ++p) pages.push_back(scribble.page(p));
    const Document document = assemble(pages);
    EXPECT_EQ(document.pages.size(), 3U);
    EXPECT_EQ(document.order.size(), document.paragraphs.size() + document.tables.size());
    for (const Table& table : document.tables) {
      for (const TableRow& row : table.rows) {
        int next = 0;
        for (const TableCell& cell : row.cells) {
          EXPECT_EQ(cell.col, next) << "seed " << seed << '\n' << dump_tables(document);
          next = cell.col + cell.col_span;
        }
        EXPECT_EQ(next, table.cols) << "seed " << seed << '\n' << dump_tables(document);
      }
    }
  }
}

TEST(Robustness, AHatchedPage) {
  PageBuilder page;
  for (int i = 0; i < 5000; ++i) page.horizontal(i * 0.16, 10, 500).vertical(i * 0.11, 10, 800);
  EXPECT_TRUE(find_grids(page.rulings(), 595, 842).empty());
}

}  // namespace
}  // namespace prongsai::tables
