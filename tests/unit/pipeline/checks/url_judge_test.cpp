#include "pipeline/checks/url_judge.hpp"

#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kMain = "https://www.peo-example.go.th/";

UrlPlace place_of(const std::string& url, std::optional<std::string> main = kMain) {
  return shipped_rules().urls().judge(url, main).place;
}

TEST(UrlJudge, MainSite) {
  for (const std::string url : {
           "https://www.peo-example.go.th/ita/2567/o34.pdf",
           "http://peo-example.go.th/ita2567/o34",
           "peo-example.go.th/o34",
           "www.peo-example.go.th",
           "HTTPS://WWW.PEO-EXAMPLE.GO.TH:443/ITA/O34.PDF",
           "https://ita.peo-example.go.th/2567/o34",
           "https://www.peo-example.go.th/web/wp-content/uploads/2024/05/O34.pdf",
           "https://www.peo-example.go.th/index.php?page=ita&id=34",
           "  https://www.peo-example.go.th/ita/o34.pdf \n",
           "https:\\\\www.peo-example.go.th\\ita\\o34.pdf",  // browsers take them for slashes
           "https://www.peo-example.go.th\\ita\\o34.pdf",
           "www.peo-example.go.th\\o34.pdf",
           "//www.peo-example.go.th/ita/o34.pdf",
           "https://www.peo-example.go.th/ita/\no34.pdf",        // broken at a line's end
           "https://www.peo-example.go.th/ita/กลุ่มอำนวยการ.pdf",  // what the file is about, not where it lies
           "https://www.peo-example.go.th/กลุ่มเป้าหมาย/o34",       // target groups
           "https://www.peo-example.go.th/grouping-ita/o34",
       }) {
    EXPECT_EQ(place_of(url), UrlPlace::main_site) << url;
  }
}

TEST(UrlJudge, WorkGroupsPage) {
  for (const std::string url : {
           "https://www.peo-example.go.th/group/personnel/ita/o34.pdf",
           "https://www.peo-example.go.th/กลุ่มบริหารงานบุคคล/ita/o34.pdf",
           "https://www.peo-example.go.th/%E0%B8%81%E0%B8%A5%E0%B8%B8%E0%B9%88%E0%B8%A1%E0%B8%99%E0%B8%A2/o34",
           "https://www.peo-example.go.th/%25E0%25B8%2581%25E0%25B8%25A5%25E0%25B8%25B8%25E0%25B9%2588%25E0%25B8%25A1/"
           "o34",
           "https://www.peo-example.go.th/%A1%C5%D8%E8%C1%CD%D3%B9%C7%C2%A1%D2%C3/o34.pdf",  // กลุ่มอำนวยการ, TIS-620
           "https://personnel.peo-example.go.th/ita/o34.pdf",
           "http://plan.peo-example.go.th",
           "https://www.peo-example.go.th/Group-3/o34.pdf",
           "https://www.peo-example.go.th/index.php?name=personnel&file=o34",
           "https://www.peo-example.go.th/site/หน่วยตรวจสอบภายใน/o34.html",
       }) {
    EXPECT_EQ(place_of(url), UrlPlace::group_page) << url;
  }
}

TEST(UrlJudge, OtherHosts) {
  for (const std::string url : {
           "https://www.facebook.com/peo.example/posts/123",
           "https://m.facebook.com/peo.example",
           "https://drive.google.com/file/d/1abc/view",
           "https://sites.google.com/view/peo-example/ita",
           "https://www.peo-another.go.th/ita/o34.pdf",
           "https://go.th/peo-example.go.th/o34.pdf",
           "https://notpeo-example.go.th/o34.pdf",
           "https://peo-example.go.th.example.com/o34.pdf",
           "https://user:pass@peo-another.go.th/o34",
       }) {
    EXPECT_EQ(place_of(url), UrlPlace::external) << url;
  }
}

TEST(UrlJudge, NoUrlAtAll) {
  for (const std::string url :
       {"", "-", "ไม่มี", "o34.pdf", "C:\\ita\\o34.pdf", "ftp://peo-example.go.th/o34.pdf", "http:/peo-example.go.th/o34",
        "htp://peo-example.go.th", "https://", "http://localhost/o34", "https://peo..example.go.th/"}) {
    EXPECT_EQ(place_of(url), UrlPlace::malformed) << url;
  }
}

TEST(UrlJudge, WithoutAKnownMainSite) {
  EXPECT_EQ(place_of("https://anything.go.th/o34", std::nullopt), UrlPlace::main_site);
  EXPECT_EQ(place_of("https://anything.go.th/กลุ่มนโยบายและแผน/o34", std::nullopt), UrlPlace::group_page);
  EXPECT_EQ(place_of("https://www.facebook.com/anything", std::nullopt), UrlPlace::external);
}

TEST(UrlJudge, AnAgencyWhoseMainSiteLiesOnASharedHost) {
  const std::string main = "https://sites.google.com/view/peo-example";
  EXPECT_EQ(place_of("https://sites.google.com/view/peo-example/ita/o34", main), UrlPlace::main_site);
  EXPECT_EQ(place_of("https://sites.google.com/view/peo-another/ita/o34", main), UrlPlace::external);
}

TEST(UrlJudge, AMainSiteBelowAPathOfItsMinistry) {
  const std::string main = "https://www.ministry.go.th/group/peo-example";
  EXPECT_EQ(place_of("https://www.ministry.go.th/group/peo-example/o34", main), UrlPlace::main_site);
}

TEST(FindUrls, InRunningText) {
  EXPECT_THAT(find_urls("ดูที่ https://a.go.th/o1, (http://b.go.th/x) และ www.c.go.th."),
              ElementsAre("https://a.go.th/o1", "http://b.go.th/x", "www.c.go.th"));
  EXPECT_THAT(find_urls("ไม่มีลิงก์ในข้อความนี้"), IsEmpty());
}

}  // namespace
}  // namespace prongsai::checks
