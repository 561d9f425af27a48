#include "models/record_view.hpp"

#include <gtest/gtest.h>

#include <string>

namespace prongsai {
namespace {

CellRecord cell(int table, int row, int col, ColumnKey key) {
  CellRecord out;
  out.table_no = table;
  out.row_no = row;
  out.col_no = col;
  out.column_key = key;
  out.text = std::to_string(table) + '/' + std::to_string(row) + '/' + std::to_string(col);
  return out;
}

std::string text_of(const CellRecord* found) {
  return found == nullptr ? "-" : found->text;
}

TEST(RecordView, RowsComeInOrderWhateverTheCellsCameIn) {
  Record record;
  record.cells = {cell(1, 2, 1, ColumnKey::measure), cell(2, 1, 1, ColumnKey::measure),
                  cell(1, 1, 2, ColumnKey::result), cell(1, 1, 1, ColumnKey::measure)};
  const auto rows = RecordView(record).of(1);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].row_no, 1);
  EXPECT_EQ(text_of(rows[0].cells.at(0)), "1/1/1");
  EXPECT_EQ(text_of(rows[0].cells.at(1)), "1/1/2");
  EXPECT_EQ(text_of(rows[1].at(1)), "1/2/1");
  EXPECT_TRUE(RecordView(record).of(3).empty());
}

TEST(RecordView, ACellStandsInEveryRowAndColumnThatItReachesOver) {
  Record record;
  record.cells = {cell(1, 1, 1, ColumnKey::issue), cell(1, 1, 2, ColumnKey::measure), cell(1, 2, 2, ColumnKey::measure),
                  cell(1, 3, 1, ColumnKey::issue), cell(1, 3, 2, ColumnKey::measure)};
  record.cells[0].row_span = 2;
  record.cells[4].col_span = 2;
  const auto rows = RecordView(record).of(1);
  EXPECT_EQ(text_of(rows[1].at(1)), "1/1/1");
  EXPECT_EQ(text_of(rows[1].of(ColumnKey::issue)), "1/1/1");
  EXPECT_EQ(rows[1].cells.size(), 1U) << "it begins in the first row";
  EXPECT_EQ(text_of(rows[2].at(1)), "1/3/1");
  EXPECT_EQ(text_of(rows[2].at(3)), "1/3/2");
  EXPECT_EQ(text_of(rows[1].at(3)), "-");
  EXPECT_EQ(text_of(rows[1].of(ColumnKey::result)), "-");
}

}  // namespace
}  // namespace prongsai
