#include "pipeline/cli/parts/known.hpp"

#include <gtest/gtest.h>

namespace prongsai::cli {
namespace {

TEST(Known, TheNearestWordIsSuggestedWhereItIsAnotherOne) {
  const std::vector<std::string> provinces = {"ลำปาง", "ลำพูน"};
  EXPECT_EQ(suggestion("ลำปราง", provinces), "; did you mean 'ลำปาง'?");
  EXPECT_EQ(suggestion("ลำปาง", provinces), "") << "a province that is known, of which no report is";
  EXPECT_EQ(suggestion("เชียงใหม่", provinces), "");
}

TEST(Known, AMisspeltWordIsRefused) {
  EXPECT_NO_THROW(require_known("--code", {"empty_cell"}, {"wrong_year", "empty_cell"}));
  EXPECT_THROW(require_known("--code", {"emtpy_cell"}, {"wrong_year", "empty_cell"}), CLI::ValidationError);
  EXPECT_NO_THROW(require_reports("--year", {"2567"}, {"2566", "2567"}));
  EXPECT_THROW(require_reports("--year", {"2568"}, {"2566", "2567"}), CLI::ValidationError);
}

}  // namespace
}  // namespace prongsai::cli
