// Where reports were published: the page that was kept is shown as text, and what can be reached is summed up.
#include <SQLiteCpp/SQLiteCpp.h>

#include "pipeline/stages/files/sha256.hpp"
#include "tests/unit/pipeline/review/desk_server.hpp"

namespace prongsai::review {
namespace {

constexpr const char* kPage = "<title>t</title><script>alert(1)</script><a href='o34.pdf'>O34</a>";
const std::string kPicture = "\x89PNG\r\n\x1A\n and what follows";

class PublishedTest : public DeskTest {
 protected:
  PublishedTest() {
    options_.read_page = [this](const StoredPage& page) -> Result<std::string> {
      asked_ = page;
      return answer_;
    };
    sql("UPDATE submission SET published_url = 'https://office.example/o34.pdf', manifest_agency = 'a', "
        "manifest_fiscal_year = 2567, manifest_item_code = 'O34'");
    sql("INSERT INTO publication (item_key, office_key, agency, fiscal_year, item_code, published_url, state, folder, "
        "page_url, page_type, page_sha256, page_at, link_url, picture_sha256) VALUES ('k', 'o', 'a', 2567, 'O34', "
        "'https://office.example/o34.pdf', 'document', '" +
        folder_.string() + "', 'https://office.example/ita', 'text/html', '" + keep(kPage) +
        "', '2026-11-28T10:20:53Z', 'https://office.example/o34.pdf', '" + keep(kPicture) + "')");
  }

  void sql(const std::string& text) {
    SQLite::Database database(options_.db.string(), SQLite::OPEN_READWRITE);
    database.exec(text);
  }

  [[nodiscard]] fs::path body(const std::string& sha256) const {
    return folder_ / "objects" / sha256.substr(0, 2) / sha256;
  }

  std::string keep(const std::string& bytes) const {
    const std::string sha256 = stages::sha256_of(bytes);
    fs::create_directories(body(sha256).parent_path());
    std::ofstream(body(sha256), std::ios::binary) << bytes;
    return sha256;
  }

  StoredPage asked_;
  std::string answer_ = R"({"title":"<b>t</b>","lines":["<script>alert(1)</script>"],"marked":[0],"cut":false})";
};

TEST_F(PublishedTest, TheKeptPageIsShownAsText) {
  const Running server(options_);
  Browser browser(server.port());
  const json page = browser.get(at("/published"));
  EXPECT_EQ(asked_.file, body(stages::sha256_of(kPage)));
  EXPECT_EQ(asked_.type, "text/html");
  EXPECT_EQ(asked_.url, "https://office.example/ita");
  EXPECT_EQ(asked_.link, "https://office.example/o34.pdf");
  EXPECT_EQ(page["lines"][0], "<script>alert(1)</script>");
  EXPECT_EQ(page["at"], "2026-11-28T10:20:53Z");
  EXPECT_EQ(page["sha256"], stages::sha256_of(kPage));
  EXPECT_EQ(page["picture"], true);
  const auto lines = browser.client().Get("/api/v1/" + at("/published"), browser.headers());
  EXPECT_EQ(lines->get_header_value("Content-Type"), "application/json");
  const auto picture = browser.client().Get("/api/v1/" + at("/published.png"), browser.headers());
  EXPECT_EQ(picture->body, kPicture);
  EXPECT_EQ(picture->get_header_value("Content-Type"), "image/png");
  EXPECT_EQ(picture->get_header_value("X-Content-Type-Options"), "nosniff");
}

TEST_F(PublishedTest, WhyItCouldNotBeCheckedIsToldInThaiToo) {
  options_.data_folder = fs::path(PRONGSAI_SOURCE_DIR) / "data";
  sql(R"(UPDATE submission SET publication = '{"state":"not_checked","because":"its host said nothing"}',
      error = 'the published address could not be checked: its host said nothing')");
  const Running server(options_);
  Browser browser(server.port());
  const json one = browser.get(at());
  EXPECT_EQ(one["publication"]["because"], "its host said nothing");
  EXPECT_EQ(one["publication"]["because_th"], "เครื่องแม่ข่ายไม่ตอบสิ่งใด");
  EXPECT_EQ(one["error_th"], "ตรวจที่อยู่ที่เผยแพร่ไม่ได้: เครื่องแม่ข่ายไม่ตอบสิ่งใด");
}

TEST_F(PublishedTest, WhatIsNoLongerWhatItWasIsNotShown) {
  const Running server(options_);
  Browser browser(server.port());
  std::ofstream(body(stages::sha256_of(kPage))) << "another";
  browser.get(at("/published"), 410);
  std::ofstream(body(stages::sha256_of(kPicture))) << "another";
  browser.get(at("/published.png"), 410);
  // A body that is what its hash says, but no picture.
  sql("UPDATE publication SET picture_sha256 = '" + keep("<script>alert(1)</script>") + "'");
  browser.get(at("/published.png"), 410);
  // A row of an untrusted database names files by hash only.
  sql("UPDATE publication SET page_sha256 = '../../../../../../../../etc/passwd', picture_sha256 = '../year.db'");
  browser.get(at("/published"), 410);
  browser.get(at("/published.png"), 410);
  sql("UPDATE publication SET page_sha256 = NULL");
  browser.get(at("/published"), 404);
  browser.get("submissions/999/published", 404);
}

TEST_F(PublishedTest, AReaderThatTellsNonsenseIsNotBelieved) {
  const Running server(options_);
  Browser browser(server.port());
  for (const char* answer : {"", "<html>", "[]", "{}", R"({"lines":1,"marked":[]})", R"({"lines":[],"marked":{}})"}) {
    answer_ = answer;
    browser.get(at("/published"), 422);
  }
}

TEST_F(PublishedTest, WhatCanBeReachedIsSummedUpByProvince) {
  int number = 0;
  const auto item = [&](const std::string& agency, const std::string& publication, const std::string& url = "") {
    const std::string n = std::to_string(++number);
    sql("INSERT INTO submission (source_path, canonical_path, status, saved_at, agency, manifest_agency, "
        "manifest_item_code, published_url, publication) VALUES ('s" +
        n + "', 's" + n +
        "', 'failed', "
        "'2026-11-28T10:00:00Z', '" +
        agency + "', '" + agency + "', 'O34', '" + (url.empty() ? "https://x.example/" + n : url) + "', '" +
        publication + "')");
  };
  const std::string clicks = R"(,"clicks":[["","u"],["ITA","v"]]})";
  const std::string rim = "สำนักงานศึกษาธิการจังหวัดริมธาร";
  item(rim, R"({"state":"document","place":"main_site")" + clicks, "https://x.example/same");
  item(rim, R"({"state":"document","place":"main_site")" + clicks, "https://x.example/same");  // a second document
  item(rim, R"({"state":"document","place":"group_page")" + clicks);
  item(rim, R"({"state":"dead_link")" + clicks);
  item(rim, R"({"state":"document","place":"not_found","walked_all":true})");
  item(rim, R"({"state":"not_checked")" + clicks);
  item(rim, R"({"state":"document"})");
  item(rim, "written by hand");
  item("องค์กรที่ไม่บอก", R"({"state":"no_address"})");
  const Running server(options_);
  Browser browser(server.port());
  const json expected = {
      {{"province", "ริมธาร"}, {"items", 6}, {"reached", 2}, {"by_group", 1}, {"missed", 2}, {"untold", 2}},
      {{"province", nullptr}, {"items", 1}, {"reached", 0}, {"by_group", 0}, {"missed", 1}, {"untold", 0}}};
  EXPECT_EQ(browser.get("overview")["reach"], expected);
  const std::string province = "overview?province=%E0%B8%A3%E0%B8%B4%E0%B8%A1%E0%B8%98%E0%B8%B2%E0%B8%A3";
  EXPECT_EQ(browser.get(province)["reach"], json::array({expected[0]}));
  EXPECT_EQ(browser.get("overview?item=O35")["reach"], json::array());
}

}  // namespace
}  // namespace prongsai::review
