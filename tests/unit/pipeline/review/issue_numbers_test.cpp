// The issues that a page lists are those of the form of the report's year.
#include "tests/unit/pipeline/review/desk_server.hpp"

namespace prongsai::review {
namespace {

json numbers_to(int last) {
  json numbers = json::array();
  for (int number = 1; number <= last; ++number) numbers.push_back(number);
  return numbers;
}

TEST_F(DeskTest, IssuesAreThoseOfTheYearsForm) {
  const Running server(options_);
  Browser browser(server.port());
  EXPECT_EQ(browser.get(at())["issue_numbers"], numbers_to(7));
  EXPECT_EQ(browser.get("overview")["issue_numbers"], numbers_to(7));
  const json own = {{"severity", "info"}, {"message", "ดู"}, {"issue_no", 8}};
  const json submission = browser.get(at());
  json body = own;
  body.update({{"key", submission["final_key"]}, {"version", submission["final_version"]}});
  EXPECT_EQ(browser.post(at("/findings"), body, 422)["error"], "an issue is a whole number from 1 to 7");
}

TEST_F(DeskTest, ANextYearsFormIsOneFileHereToo) {
  add_a_year_of_eight_issues();
  const Running server(options_);
  Browser browser(server.port());
  EXPECT_EQ(browser.get(at())["issue_numbers"], numbers_to(7)) << "a report of an earlier year";
  EXPECT_EQ(browser.get("overview")["issue_numbers"], numbers_to(8));
}

}  // namespace
}  // namespace prongsai::review
