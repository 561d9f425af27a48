// prongsai collect and what follows, as a user runs them, over the web of fictional offices.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/store/relation_reader.hpp"
#include "program.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/test_web/offices.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using prongsai::testing::TestWeb;
using prongsai::testing::WebOffice;
using ::testing::HasSubstr;

class CollectTest : public ::testing::Test {
 protected:
  CollectTest() {
    offices_ = testing::tell_offices(web_);
    web_.listen();
    std::ofstream list(folder_ / "published.csv");
    list << "agency,fiscal_year,item_code,main_site,published_url\n";
    for (const WebOffice& office : offices_) {
      list << "สำนักงานศึกษาธิการจังหวัด" << office.host << ",2567,O34," << main_site(web_, office) << ','
           << published_url(web_, office) << '\n';
    }
  }

  Outcome run(std::vector<std::string> arguments) const { return Program(folder_, std::move(arguments)).finish(); }

  Outcome collect(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {"collect",
                                          (folder_ / "published.csv").string(),
                                          "--out",
                                          out().string(),
                                          "--db",
                                          db().string(),
                                          "--contact",
                                          "https://observer.example/",
                                          "--allow-address",
                                          "127.0.0.1",
                                          "--delay-ms",
                                          "0",
                                          "--retry-wait-ms",
                                          "1",
                                          "--tries",
                                          "2",
                                          "--pages",
                                          "40",
                                          "--progress",
                                          "json"};
    for (const std::string& entry : web_.resolve()) arguments.insert(arguments.end(), {"--resolve", entry});
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  }

  [[nodiscard]] fs::path out() const { return folder_ / "out"; }
  [[nodiscard]] fs::path db() const { return folder_ / "year.db"; }

  TestWeb web_;
  const samples::TempFolder temporary_;
  const fs::path folder_ = temporary_.path();
  std::vector<WebOffice> offices_;
};

TEST_F(CollectTest, TellsProgressWritesALogAndSaysWhatIsOpen) {
  const Outcome first = collect();
  EXPECT_EQ(first.status, 3) << first.err;  // some could not be checked
  EXPECT_THAT(first.err, HasSubstr("\"items_done\":" + std::to_string(offices_.size())));
  EXPECT_THAT(first.err, HasSubstr("dead_link: 1"));
  const std::string log = content_of(db().string() + ".collect.log");
  EXPECT_EQ(std::count(log.begin(), log.end(), '\n'), static_cast<long>(offices_.size()));
  EXPECT_THAT(log, HasSubstr("dead_link unknown O34 สำนักงานศึกษาธิการจังหวัดwww.khlongmai.example http://"));
  EXPECT_THAT(log, HasSubstr("/ita/o34.pdf: HTTP 404"));
  const auto rights = fs::status(db().string() + ".collect.log").permissions();
  EXPECT_EQ(rights & (fs::perms::group_all | fs::perms::others_all), fs::perms::none);
}

TEST_F(CollectTest, WhatWasCollectedIsIngestedReviewedAndExported) {
  ASSERT_EQ(collect().status, 3);
  const Outcome ingest =
      run({"ingest", out().string(), "--db", db().string(), "--model", "none", "--progress", "none"});
  EXPECT_THAT(ingest.status, ::testing::AnyOf(0, 3)) << ingest.err;
  const Outcome findings = run({"findings", "--db", db().string(), "--format", "json"});
  for (const char* code : {"dead_link", "login_required", "not_a_document", "misplaced_page", "not_on_main_site",
                           "external_host", "not_checked", "unsafe_link"}) {
    EXPECT_THAT(findings.out, HasSubstr(std::string("\"") + code + "\"")) << code;
  }
  const Outcome exported =
      run({"export", "--db", db().string(), "--format", "csv", "--out", (folder_ / "csv").string()});
  ASSERT_EQ(exported.status, 0) << exported.err;
  const std::string table = content_of(folder_ / "csv" / "publication.csv");
  EXPECT_THAT(table, HasSubstr("page_sha256"));
  EXPECT_THAT(table, HasSubstr("การเปิดเผยข้อมูลสาธารณะ (OIT) › O34"));
  EXPECT_THAT(table, ::testing::Not(HasSubstr(folder_.string())));
}

// The page that was kept, as the review asks for it.
TEST_F(CollectTest, AKeptPageIsShownAsLines) {
  ASSERT_EQ(collect().status, 3);
  store::RelationReader reader(db());
  const auto rows =
      reader.all("SELECT page_sha256, page_url, link_url FROM publication WHERE main_site LIKE '%tharnthip%'");
  const std::string sha256 = std::get<std::string>(rows.at(0)[0]);
  const Outcome shown = run({"page_lines", "--type=text/html", "--url=" + std::get<std::string>(rows[0][1]),
                             "--link=" + std::get<std::string>(rows[0][2]), "--",
                             (out() / "objects" / sha256.substr(0, 2) / sha256).string()});
  EXPECT_EQ(shown.status, 0) << shown.err;
  EXPECT_THAT(shown.out, HasSubstr("\"title\":\"OIT ปี 2567\""));
  EXPECT_THAT(shown.out, HasSubstr("\"O34\"],\"marked\":["));
}

}  // namespace
}  // namespace prongsai::tests
