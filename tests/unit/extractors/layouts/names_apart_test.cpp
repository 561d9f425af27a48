// The parts by which a printed name of an office is told: the word that it begins with, what stands before it, where it
// ends; and whose it is then by votes.
#include <gtest/gtest.h>

#include "document_builder.hpp"
#include "extractors/layouts/identity/agency_candidates.hpp"
#include "extractors/layouts/identity/name_ends.hpp"
#include "extractors/layouts/identity/name_extent.hpp"
#include "extractors/layouts/identity/name_leads.hpp"
#include "extractors/layouts/identity/office_heads.hpp"
#include "extractors/layouts/identity/votes.hpp"
#include "extractors/layouts/identity/years_in_words.hpp"

namespace prongsai::layouts {
namespace {

const Labels& labels() {
  static const Labels kLabels(test::kDataFolder / "layouts" / "common" / "labels.yaml");
  return kLabels;
}

TEST(OfficeHeads, TheLongestWordForAnOfficeThatStandsThere) {
  const OfficeHeads heads(labels());
  const std::string line = "ของโรงพยาบาลบ้านสวน";
  const std::size_t at = line.find("โรง");
  EXPECT_EQ(heads.at(line, at, false), std::string("โรงพยาบาล").size());
  EXPECT_EQ(heads.at(line, 0, false), 0U);
  EXPECT_GT(heads.at("ประกาศจังหวัดสมมุตินคร", std::string("ประกาศ").size(), true), 0U);
  EXPECT_EQ(heads.at("ประกาศจังหวัดสมมุตินคร", std::string("ประกาศ").size(), false), 0U) << "nobody issues that line";
}

TEST(NameLeads, ANameBeginsALineOrStandsBehindABlank) {
  const NameLeads leads(labels());
  const std::string line = "รายงาน โรงพยาบาลบ้านสวน";
  EXPECT_TRUE(leads.may_begin(line, 0, NameIn::line));
  EXPECT_TRUE(leads.may_begin(line, line.find("โรง"), NameIn::line));
  const std::string inside = "ตึกโรงพยาบาลบ้านสวน";
  EXPECT_FALSE(leads.may_begin(inside, inside.find("โรง"), NameIn::line));
}

TEST(NameLeads, ANameOfALawOrAnAddresseeIsNamedOtherwise) {
  const NameLeads leads(labels());
  const auto otherwise = [&](const std::string& line, const std::string& name) {
    const std::size_t at = line.find(name);
    return leads.is_named_otherwise(line, at, at + name.size());
  };
  EXPECT_TRUE(otherwise("ระเบียบกระทรวงการคลังว่าด้วยการจัดซื้อ", "กระทรวงการคลัง"));
  EXPECT_FALSE(otherwise("ผลของกระทรวงการคลัง", "กระทรวงการคลัง"));
}

TEST(NameEnds, AtABracketOrWhereItGetsAFigure) {
  const NameEnds ends(labels());
  const std::string head = "โรงพยาบาล";
  const auto name = [&](const std::string& line) { return line.substr(0, ends.end_of_name(line, 0, head.size())); };
  EXPECT_EQ(name("โรงพยาบาลบ้านสวน (รพ.)"), "โรงพยาบาลบ้านสวน");
  EXPECT_EQ(name("โรงพยาบาลบ้านสวน, กองช่าง"), "โรงพยาบาลบ้านสวน");
  EXPECT_EQ(name("โรงพยาบาลบ้านสวนได้ 97.15 คะแนน"), "โรงพยาบาลบ้านสวน");
  EXPECT_TRUE(ends.gets_something(" ได้ 97.15"));
  EXPECT_FALSE(ends.gets_something("ได้ 97.15")) << "without a blank";
}

TEST(NameExtent, ANameThatALineCutIsCompletedWhereAllParagraphsAgree) {
  const auto completed = [](const std::vector<std::string>& texts) {
    test::DocumentBuilder builder;
    for (const std::string& text : texts) builder.text(text);
    return completed_name("อำเภอสาย", builder.build()).value_or("-");
  };
  EXPECT_EQ(completed({"อำเภอสายลำธาร", "อำเภอสายลำธารพบว่า"}), "อำเภอสายลำธาร");
  EXPECT_EQ(completed({"อำเภอสายลำธาร", "อำเภอสายลม"}), "-") << "two names";
  EXPECT_EQ(completed({"อำเภอสายลำธาร", "อำเภอสาย"}), "-") << "one shows its end";
  EXPECT_TRUE(ends_clean("ก ข", 3));
  EXPECT_FALSE(ends_clean("กข", 3));
}

Evidence on_page(int page_no) {
  Evidence at;
  at.page_no = page_no;
  return at;
}

TEST(Votes, TheHeaviestWinsAndKeepsThePlaceOfItsStrongestWitness) {
  Votes<int> votes;
  EXPECT_FALSE(votes.winner());
  votes.add(2566, 5, on_page(1), IdentityPlace::cover);
  votes.add(2567, 2, on_page(2), IdentityPlace::mention);
  votes.add(2567, 4, on_page(3), IdentityPlace::heading);
  votes.add(2567, 4, on_page(4), IdentityPlace::title);
  ASSERT_TRUE(votes.winner());
  EXPECT_EQ(votes.winner()->value, 2567);
  EXPECT_EQ(votes.winner()->weight, 10);
  EXPECT_EQ(votes.winner()->at.page_no, 3) << "the first of equals";
  EXPECT_EQ(votes.winner()->place, IdentityPlace::heading);
}

TEST(AgencyCandidates, TwoSpellingsAreOneAndTheSeenEndIsItsEnd) {
  AgencyCandidates candidates;
  const auto office = [](const std::string& name) { return OfficeName{name, false, false, false, 0, name.size()}; };
  candidates.vote(office("โรงพยาบาลบ้านสวนส้ม"), 4, IdentityPlace::cover, on_page(2), false);
  candidates.vote(office("โรงพยาบาลบ้านสวน"), 1, IdentityPlace::mention, on_page(3), true);
  candidates.vote(office("กรมธนารักษ์"), 4, IdentityPlace::cover, on_page(1), true);
  const auto all = candidates.ordered(Document());
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].office.name, "โรงพยาบาลบ้านสวน") << "it is seen to end there";
  EXPECT_EQ(all[0].at.page_no, 2) << "the place of its strongest witness";
  EXPECT_EQ(all[0].texts, 2);
}

TEST(YearsInWords, TheReportsOwnYearIsNotTheAssessedOne) {
  const YearsInWords measures(labels(), ReportKind::measures);
  const auto year = [&](const std::string& line) {
    const auto placed = measures.year_of_place(line);
    return placed ? placed->year : 0;
  };
  EXPECT_EQ(year("มาตรการ ประจำปีงบประมาณ พ.ศ. 2567"), 2567);
  EXPECT_EQ(year("ปีการศึกษา 2565 / ปีงบประมาณ 2566"), 2566);
  EXPECT_EQ(year("ปีงบประมาณ พ.ศ. ๒๕๖๗ เทียบกับปีงบประมาณ พ.ศ. ๒๕๖๘"), 2567);
  EXPECT_EQ(year("ไม่มีปี"), 0);
  EXPECT_EQ(measures.measures_year(2566), 2567);
  EXPECT_EQ(YearsInWords(labels(), ReportKind::results).measures_year(2566), 2566);
}

TEST(YearsInWords, ATimeFrameIsOfTheBudgetYearThatItEndsIn) {
  EXPECT_EQ(year_of_timeframe("ต.ค. 2566 - ก.ย. 2567"), 2567);
  EXPECT_EQ(year_of_timeframe("ตุลาคม 2566"), 2567);
  EXPECT_EQ(year_of_timeframe("กันยายน 2566"), 2566);
  EXPECT_EQ(year_of_timeframe("ทุกเดือน"), std::nullopt);
  EXPECT_TRUE(states_figures("ได้ 91.02 คะแนน"));
  EXPECT_FALSE(states_figures("ข้อ 1.2 ปี 2567"));
}

}  // namespace
}  // namespace prongsai::layouts
