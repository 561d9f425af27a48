// Numbers that people and saved links name are never given twice.
#include "pipeline/store/sqlite/row_ids.hpp"

#include <gtest/gtest.h>

#include "pipeline/store/store.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::store {
namespace {

TEST(RowIds, AreNotGivenAgainWhenTheirRowsAreGone) {
  const samples::TempFolder folder;
  Store store(folder.path() / "reports.db", Open::create);
  EXPECT_EQ(reserve_ids(store.database(), "cell", 3), 1);
  EXPECT_EQ(reserve_ids(store.database(), "cell", 1), 4) << "no row of the first three was ever written";
  EXPECT_EQ(reserve_ids(store.database(), "finding", 1), 1) << "each relation counts for itself";
}

TEST(RowIds, AreKeptByWhatPeopleName) {
  for (const char* relation : {"finding", "cell", "score", "issue", "table_info"}) EXPECT_TRUE(keeps_ids(relation));
  for (const char* relation : {"page", "paragraph", "submission", ""}) EXPECT_FALSE(keeps_ids(relation));
}

}  // namespace
}  // namespace prongsai::store
