#include "pipeline/checks/published.hpp"

#include <gtest/gtest.h>

#include <string>

#include "pipeline/checks/publication_facts.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
namespace {

Publication facts_of(Publication::State state, Publication::Place place) {
  Publication facts;
  facts.state = state;
  facts.place = place;
  facts.because = "HTTP 404";
  facts.place_because = "กลุ่มอำนวยการ";
  facts.tries = 2;
  facts.pages_seen = 12;
  facts.last_at = "2026-11-28T20:30:00Z";
  facts.clicks = {{"", "https://www.office.example/"}, {"ITA", "https://www.office.example/ita"}, {"O34", "https://x"}};
  return facts;
}

TEST(PublicationFacts, ComeBackAsTheyWere) {
  Publication facts = facts_of(Publication::State::dead_link, Publication::Place::group_page);
  facts.walked_all = true;
  facts.unsafe = "http";
  const auto back = parse_publication(publication_text(facts));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(publication_text(*back), publication_text(facts));
  EXPECT_EQ(clicks_in_words(*back), "ITA › O34");
  for (const char* text : {"", "x", "[]", "{}", R"({"state":"bad"})", R"({"state":1})",
                           R"({"state":"document","place":"x"})", R"({"state":"document","clicks":[1]})"}) {
    EXPECT_FALSE(parse_publication(text).has_value()) << text;
  }
}

TEST(PublicationFacts, TimesAreShownAsInBangkok) {
  EXPECT_EQ(bangkok_time("2026-12-31T20:30:00Z"), "2027-01-01 03:30 +07:00");
  EXPECT_EQ(bangkok_time("yesterday"), "yesterday");
}

class Published : public ::testing::Test {
 protected:
  // Codes with their variants, of all that is raised for a submission with these facts.
  std::vector<std::string> codes(const Publication& facts, const std::string& url) {
    Submission submission;
    submission.manifest = ManifestRow{.file = "a.pdf",
                                      .item_code = "O34",
                                      .main_site = "https://www.office.example/",
                                      .published_url = url,
                                      .publication = publication_text(facts)};
    Record record;
    record.status = Status::failed;
    const CheckInput input{submission, record, agencies_, rules_};
    std::vector<std::string> found;
    findings_ = run_checks(input);
    for (const Finding& finding : findings_) found.push_back(message_key(finding));
    return found;
  }

  static Rules& shared_rules() {
    static Rules rules(std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data");
    return rules;
  }
  Rules& rules_ = shared_rules();
  text::Agencies agencies_{std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data" / "agencies"};
  std::vector<Finding> findings_;
};

using Codes = std::vector<std::string>;
constexpr const char* kGroupAddress = "https://www.office.example/group-hr/o34.pdf";
constexpr const char* kMainAddress = "https://www.office.example/ita/o34.pdf";

TEST_F(Published, EachStateIsAFindingOfItsOwn) {
  using State = Publication::State;
  using Place = Publication::Place;
  EXPECT_EQ(codes(facts_of(State::dead_link, Place::unknown), kMainAddress), Codes{"dead_link"});
  EXPECT_NE(findings_.at(0).message_en.find("HTTP 404; asked 2 times, last 2026-11-29 03:30 +07:00"),
            std::string::npos);
  EXPECT_EQ(codes(facts_of(State::login_required, Place::unknown), kMainAddress), Codes{"login_required"});
  EXPECT_EQ(codes(facts_of(State::not_a_document, Place::unknown), kMainAddress), Codes{"not_a_document"});
  EXPECT_EQ(codes(facts_of(State::not_checked, Place::unknown), kMainAddress), Codes{"not_checked"});
  EXPECT_EQ(findings_.at(0).severity, Severity::info);
  EXPECT_EQ(codes(facts_of(State::document, Place::main_site), kMainAddress), Codes{});
}

// A Thai message and letter hold no English of the program; what the site says itself stays.
TEST_F(Published, WhyIsThaiInTheThaiMessage) {
  using State = Publication::State;
  const auto told = [&](State state, const std::string& because) {
    Publication facts = facts_of(state, Publication::Place::unknown);
    facts.because = because;
    (void)codes(facts, kMainAddress);
    return findings_.at(0);
  };
  const Finding slow = told(State::not_checked, "its host did not answer in time");
  EXPECT_NE(slow.message_th.find("(เครื่องแม่ข่ายไม่ตอบภายในเวลาที่กำหนด)"), std::string::npos) << slow.message_th;
  EXPECT_NE(slow.message_en.find("(its host did not answer in time),"), std::string::npos) << slow.message_en;
  const Finding led = told(State::not_checked, "it leads to 'ftp://x/': its scheme is neither http nor https");
  EXPECT_NE(led.message_th.find("(ถูกส่งต่อไปที่ 'ftp://x/': ไม่ได้ขึ้นต้นด้วย http หรือ https)"), std::string::npos)
      << led.message_th;
  const Finding linked = told(State::not_checked, "its host said nothing, https://www.office.example/a.pdf");
  EXPECT_NE(linked.message_th.find("(เครื่องแม่ข่ายไม่ตอบสิ่งใด: https://www.office.example/a.pdf)"), std::string::npos)
      << linked.message_th;
  const Finding titled = told(State::not_a_document, "Welcome to our page");
  EXPECT_NE(titled.message_th.find("(Welcome to our page)"), std::string::npos) << titled.message_th;
}

TEST_F(Published, WhatWasSeenTakesThePlaceOfTheAddress) {
  using State = Publication::State;
  using Place = Publication::Place;
  EXPECT_EQ(codes(facts_of(State::document, Place::main_site), kGroupAddress), Codes{});
  EXPECT_EQ(codes(facts_of(State::document, Place::unknown), kGroupAddress), Codes{"misplaced_page.url"});
  EXPECT_EQ(codes(facts_of(State::document, Place::group_page), kMainAddress), Codes{"misplaced_page.seen"});
  EXPECT_NE(findings_.at(0).message_th.find("ITA › O34"), std::string::npos);
  Publication page = facts_of(State::document, Place::group_page);
  page.clicks.clear();
  EXPECT_EQ(codes(page, kMainAddress), Codes{"misplaced_page.page"});
  EXPECT_EQ(codes(facts_of(State::document, Place::other_host), kMainAddress), Codes{"external_host.seen"});
  EXPECT_EQ(codes(facts_of(State::document, Place::not_found), kMainAddress), Codes{"not_on_main_site.walked"});
  EXPECT_EQ(findings_.at(0).severity, Severity::warning);
}

TEST_F(Published, AnUnsafeWayIsTold) {
  Publication facts = facts_of(Publication::State::document, Publication::Place::main_site);
  facts.unsafe = "http";
  EXPECT_EQ(codes(facts, kMainAddress), Codes{"unsafe_link"});
  facts.unsafe = "certificate";
  facts.unsafe_because = "expired";
  EXPECT_EQ(codes(facts, kMainAddress), Codes{"unsafe_link.certificate"});
}

}  // namespace
}  // namespace prongsai::checks
