#include "pipeline/checks/issue_lines.hpp"

#include <gtest/gtest.h>

namespace prongsai::checks {
namespace {

// A report whose first issue was found, with these lines on its one page.
Record with_lines(const std::string& text) {
  Record record;
  record.issues.push_back({.issue_no = 1});
  PageRecord page;
  page.page_no = 1;
  page.text = text;
  record.pages.push_back(page);
  return record;
}

layouts::Assessment form_of(int issues) {
  layouts::Assessment form;
  for (int no = 1; no <= issues; ++no) form.issues.push_back({.no = no});
  return form;
}

bool names_others(const std::string& text, int issues) {
  const std::vector<layouts::Assessment> forms = {form_of(issues)};
  return names_issues_not_found(with_lines(text), forms);
}

TEST(IssueLines, AnIssueThatIsNamedAsOftenAsAFoundOne) {
  EXPECT_TRUE(names_others("ประเด็นที่ ๑.๑ คู่มือ\nประเด็นที่ ๑.๒ ระบบ", 7));
  EXPECT_TRUE(names_others("1.1 คู่มือ\n1.2 ระบบ", 7));
  EXPECT_FALSE(names_others("1.1 คู่มือ\n1.1 คู่มือ\n1.2 ระบบ", 7)) << "named less often";
  EXPECT_FALSE(names_others("1.1 คู่มือ\n1.25 เท่า", 7)) << "another number";
}

// How many there are is the form's to say.
TEST(IssueLines, OnlyIssuesOfTheForm) {
  const std::string lines = "1.1 คู่มือ\n1.3 ระบบ";
  EXPECT_FALSE(names_others(lines, 2));
  EXPECT_TRUE(names_others(lines, 3));
  EXPECT_TRUE(names_others("1.1 คู่มือ\n1.9 ระบบ", 9));
}

TEST(IssueLines, LabelsCountWhereTheySaySomething) {
  const std::vector<std::string> labels = {"ระยะเวลา"};
  EXPECT_EQ(lines_with_label(with_lines("ระยะเวลา : ม.ค. 2567\nระยะเวลา : ......\nภายในระยะเวลา : นี้"), labels), 1);
  EXPECT_EQ(lines_with_label(with_lines("ระยะเวลา\tม.ค. 2567\nระยะเวลา\t-"), labels), 1) << "the next cell says what";
  EXPECT_EQ(lines_with_label(with_lines("ระยะเวลา ไตรมาสที่ 2\nระยะเวลาของแต่ละขั้นตอนงานบริการ"), labels), 1)
      << "a blank does";
}

}  // namespace
}  // namespace prongsai::checks
