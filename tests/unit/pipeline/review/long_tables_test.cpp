// A report with tables of tens of thousands of cells: told page by page, and nothing that reviewers did is lost to
// that.
#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/unit/pipeline/review/desk_server.hpp"

namespace prongsai::review {
namespace {

class LongTablesTest : public DeskTest {
 protected:
  // Table 9: 1,500 rows of two cells; ten rows a page but for the last of each, of which a cell stands on the next
  // page.
  void add_long_table() const {
    store::Store store(options_.db, store::Open::existing);
    store.database().exec(
        "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 2999) INSERT INTO cell "
        "(submission_id, table_no, row_no, col_no, column_key, text, raw_text, page_no, x0, y0, x1, y1, source, "
        "confidence) SELECT " +
        std::to_string(id_) +
        ", 9, i / 2 + 1, i % 2 + 1, 'other', 'ช่อง ' || i, 'ช่อง ' || i, i / 20 + 1 + ((i / 2) % 10 = 9 AND i % 2 = "
        "1), 10, 10, 50, 20, 'text', 1 FROM n");
  }
  json page(Browser& browser, int page_no) const { return browser.get(at("?page=" + std::to_string(page_no))); }
};

TEST_F(LongTablesTest, AreToldPageByPageWithWholeRows) {
  {
    const Running server(options_);
    Browser browser(server.port());
    const json all = browser.get(at());
    EXPECT_TRUE(all["cells_of_page"].is_null());
    EXPECT_EQ(page(browser, 3)["cells"], all["cells"]) << "few cells are all there";
  }
  add_long_table();
  const Running server(options_);
  Browser browser(server.port());
  const json fifth = page(browser, 5);
  EXPECT_EQ(fifth["cells_of_page"], 5);
  std::vector<int> rows;
  for (const json& cell : fifth["cells"]) {
    EXPECT_EQ(cell["table_no"], 9);
    rows.push_back(cell["row_no"]);
  }
  ASSERT_EQ(rows.size(), 22U) << "ten of the page, and one that goes on there";
  EXPECT_EQ(rows.front(), 40);
  EXPECT_EQ(rows.back(), 50);
  EXPECT_EQ(browser.get(at())["cells_of_page"], 1);
  EXPECT_TRUE(page(browser, 4000)["cells"].empty());
  EXPECT_LT(fifth.dump().size(), 100'000U);
}

TEST_F(LongTablesTest, WhatIsSetRightOnAnotherPageIsNotTakenForLost) {
  add_long_table();
  const Running server(options_);
  Browser browser(server.port());
  const json cell = page(browser, 7)["cells"][4];
  browser.change("cells/" + cell["id"].dump() + "/correction", cell, {{"text", "แก้แล้ว"}});
  const json there = page(browser, 7);
  EXPECT_EQ(there["cells"][4]["text"], "แก้แล้ว");
  EXPECT_EQ(there["cells"][4]["corrected"], 1);
  EXPECT_TRUE(there["stale"].empty());
  const json elsewhere = page(browser, 1);
  EXPECT_TRUE(elsewhere["stale"].empty()) << elsewhere["stale"];
}

}  // namespace
}  // namespace prongsai::review
