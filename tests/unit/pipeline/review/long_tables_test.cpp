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
  // Of a table of results: 3,000 offices, each with its score.
  void add_many_scores() const {
    store::Store store(options_.db, store::Open::existing);
    store.database().exec(
        "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 2999) INSERT INTO score "
        "(submission_id, subject, agency, fiscal_year, value, unit, page_no, quote) SELECT " +
        std::to_string(id_) + ", 'ITA', 'โรงเรียนที่ ' || i, 2567, 80, 'points', 1, 'แถวที่ ' || i FROM n");
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

TEST_F(LongTablesTest, ScoresAreToldAsTheyAreAskedFor) {
  json few;
  {
    const Running server(options_);
    Browser browser(server.port());
    few = browser.get(at());
    EXPECT_EQ(few["scores_left"], 0);
  }
  add_many_scores();
  const Running server(options_);
  Browser browser(server.port());
  const json first = browser.get(at());
  EXPECT_EQ(first["scores"].size(), 200U);
  EXPECT_EQ(first["scores_left"], 2800 + few["scores"].size());
  EXPECT_LT(first.dump().size(), 400'000U);
  const json more = browser.get(at("?scores_from=200&scores=1000"));
  EXPECT_EQ(more["scores"].size(), 1000U);
  EXPECT_EQ(more["scores_left"], 1800 + few["scores"].size());
  EXPECT_GT(more["scores"][0]["id"], first["scores"].back()["id"]);
  EXPECT_EQ(more["scores"][0]["key"], browser.get(at("?scores=1200"))["scores"][200]["key"]);
  EXPECT_TRUE(browser.get(at("?scores_from=5000"))["scores"].empty());
  EXPECT_EQ(browser.get(at("?scores=999999"))["scores"].size(), 3000 + few["scores"].size());
}

TEST_F(LongTablesTest, AScoreSetRightFurtherBehindIsNotTakenForLost) {
  add_many_scores();
  const Running server(options_);
  Browser browser(server.port());
  const json score = browser.get(at("?scores_from=2000"))["scores"][3];
  browser.change("scores/" + score["id"].dump() + "/correction", score, {{"value", 81}});
  const json grade = score["fields"]["grade"];
  browser.change("scores/" + score["id"].dump() + "/grade", grade, {{"value", "A"}});
  const json first = browser.get(at());
  EXPECT_TRUE(first["stale"].empty()) << first["stale"];
  const json there = browser.get(at("?scores_from=2000"))["scores"][3];
  EXPECT_EQ(there["value"], 81);
  EXPECT_EQ(there["grade"], "A");
}

}  // namespace
}  // namespace prongsai::review
