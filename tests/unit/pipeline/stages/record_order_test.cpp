#include "pipeline/stages/record_order.hpp"

#include <gtest/gtest.h>

namespace prongsai::stages {
namespace {

Record two_tables() {
  Record record;
  record.tables.resize(2);
  for (int table : {0, 1}) {
    record.tables[static_cast<std::size_t>(table)].table_no = table + 1;
    record.tables[static_cast<std::size_t>(table)].columns.resize(3);
  }
  record.cells = {{.table_no = 1, .row_no = 1, .col_no = 1}, {.table_no = 2, .row_no = 1, .col_no = 2, .col_span = 2}};
  return record;
}

TEST(RecordOrder, HoldsForTablesAndTheirCells) {
  EXPECT_TRUE(tables_are_in_order(Record()));
  EXPECT_TRUE(tables_are_in_order(two_tables()));
}

TEST(RecordOrder, TellsWhatIsNone) {
  struct Case {
    const char* what;
    void (*change)(Record&);
  };
  for (const auto& [what, change] : {
           Case{"two of one number", [](Record& record) { record.tables[1].table_no = 1; }},
           Case{"from 0", [](Record& record) { record.tables[0].table_no = 0; }},
           Case{"a cell of no table", [](Record& record) { record.cells[0].table_no = 3; }},
           Case{"a cell in no row", [](Record& record) { record.cells[0].row_no = 0; }},
           Case{"a cell in no column", [](Record& record) { record.cells[0].col_no = 0; }},
           Case{"a cell that spans nothing", [](Record& record) { record.cells[0].row_span = 0; }},
           Case{"a cell beyond the last column", [](Record& record) { record.cells[1].col_span = 3; }},
       }) {
    Record record = two_tables();
    change(record);
    EXPECT_FALSE(tables_are_in_order(record)) << what;
  }
}

}  // namespace
}  // namespace prongsai::stages
