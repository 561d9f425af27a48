#include "pipeline/review/sharing_out.hpp"

#include <gtest/gtest.h>

#include <map>

namespace prongsai::review {
namespace {

TEST(SharingOut, KeepsAnOfficeTogetherAndSharesEvenly) {
  std::vector<std::pair<std::int64_t, std::string>> reports;
  for (std::int64_t id = 0; id < 30; ++id) reports.emplace_back(id, "office " + std::to_string(id / 3));
  std::map<std::string, std::string> whose;
  std::map<std::string, int> given;
  for (const auto& [id, reviewer] : shared_out(reports, {"ก", "ข"})) {
    const std::string office = reports[static_cast<std::size_t>(id)].second;
    EXPECT_EQ(whose.emplace(office, reviewer).first->second, reviewer) << office;
    ++given[reviewer];
  }
  EXPECT_EQ(given, (std::map<std::string, int>{{"ก", 15}, {"ข", 15}}));
}

TEST(SharingOut, ReportsWithoutAnOfficeAreNotOneOffice) {
  std::map<std::string, int> given;
  for (const auto& each : shared_out({{1, ""}, {2, ""}, {3, ""}, {4, ""}}, {"ก", "ข"})) ++given[each.reviewer];
  EXPECT_EQ(given, (std::map<std::string, int>{{"ก", 2}, {"ข", 2}}));
}

TEST(SharingOut, NobodyIsNobody) {
  for (const auto& each : shared_out({{1, "a"}, {2, "b"}}, {})) EXPECT_EQ(each.reviewer, "");
  EXPECT_TRUE(shared_out({}, {"ก"}).empty());
}

}  // namespace
}  // namespace prongsai::review
