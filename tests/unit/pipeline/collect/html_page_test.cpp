#include "pipeline/collect/pages/html_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace prongsai::collect {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> hrefs(const Page& page) {
  std::vector<std::string> all;
  for (const PageLink& link : page.links) all.push_back(link.href);
  return all;
}

TEST(HtmlPage, TakesTitleHeadingBreadcrumbAndLinks) {
  const Page page = read_html(
      "<!doctype html><html><head><title> O34 -\n ศธจ.ธารทิพย์ </title></head><body>"
      "<nav class='breadcrumbs'><a href='/'>หน้าแรก</a> &raquo; <a href='/g'>กลุ่มอำนวยการ</a> › O34</nav>"
      "<h1>มาตรการ <b>ส่งเสริม</b></h1><p>ก่อน</p><p>อ่าน <a href='a.pdf?x=1&amp;y=2'>รายงาน<br>O34</a> ที่นี่</p>"
      "<p>หลัง</p><script>var a='<a href=x>';</script></body></html>",
      "text/html; charset=utf-8");
  EXPECT_EQ(page.title, "O34 - ศธจ.ธารทิพย์");
  EXPECT_EQ(page.heading, "มาตรการ ส่งเสริม");
  EXPECT_THAT(page.breadcrumb, ElementsAre("หน้าแรก", "กลุ่มอำนวยการ", "O34"));
  EXPECT_THAT(hrefs(page), ElementsAre("/", "/g", "a.pdf?x=1&y=2"));
  EXPECT_EQ(page.scripts, 1);
  EXPECT_EQ(page.links[2].words, "รายงานO34");
  EXPECT_EQ(page.lines[static_cast<std::size_t>(page.links[2].line)], "อ่าน รายงาน");
}

TEST(HtmlPage, FindsLinksThatAreNoAnchors) {
  const Page page = read_html(
      "<iframe src='viewer.html' title='O34'></iframe><embed src=b.pdf><object data='c.pdf'></object>"
      "<area href=d.html alt='แผนที่'><button onclick=\"window.open('e.pdf','_blank')\" value='ดู'>x</button>"
      "<a href='#' onclick=\"location.href='f.pdf'\">f</a><a href=\"javascript:window.open('g.pdf')\">g</a>"
      "<meta http-equiv=refresh content=\"0; url='h.html'\"><base href='/b/'><a name=x>no link</a>",
      "");
  EXPECT_THAT(hrefs(page), ElementsAre("viewer.html", "b.pdf", "c.pdf", "d.html", "e.pdf", "f.pdf", "g.pdf"));
  EXPECT_TRUE(page.links[0].shown);
  EXPECT_EQ(page.refresh, "h.html");
  EXPECT_EQ(page.base, "/b/");
}

TEST(HtmlPage, KnowsALoginFormAndAPicturesWords) {
  const Page page =
      read_html("<form><input type=password></form><a href=x><img alt='ประกาศ'></a><a href=y title='ย'> </a>", "");
  EXPECT_TRUE(page.asks_password);
  EXPECT_EQ(page.links[0].words, "ประกาศ");
  EXPECT_EQ(page.links[1].words, "ย");
}

// สำนักงาน in the encodings that Thai sites have used.
TEST(HtmlPage, ReadsThaiEncodings) {
  const std::string utf8 = "สำนักงาน";
  const std::string tis = "\xCA\xD3\xB9\xD1\xA1\xA7\xD2\xB9";
  EXPECT_EQ(read_html("<title>" + utf8 + "</title>", "").title, utf8);
  EXPECT_EQ(read_html("<title>" + tis + "</title>", "text/html; charset=TIS-620").title, utf8);
  EXPECT_EQ(read_html("<meta charset=windows-874><title>" + tis + "</title>", "text/html").title, utf8);
  EXPECT_EQ(read_html("<title>" + tis + "</title>", "text/html; charset=utf-8").title, utf8);
  EXPECT_EQ(read_html("<title>" + tis + "</title>", "").title, utf8);
  EXPECT_EQ(read_html("<meta charset=tis-620><title>" + utf8 + "</title>", "").title, utf8);
  EXPECT_EQ(read_html("\xEF\xBB\xBF<title>" + utf8 + "</title>", "").title, utf8);
}

TEST(HtmlPage, SurvivesWhatNoStackHolds) {
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<div>";
  EXPECT_EQ(read_html(deep + "<a href=x>y</a>", "").links.size(), 1U);
}

TEST(HtmlPage, KeepsItsBounds) {
  std::string many;
  for (std::size_t i = 0; i < kMostLinks + 50; ++i) many += "<p><a href=x" + std::to_string(i) + ">y</a>";
  const Page page = read_html(many, "");
  EXPECT_EQ(page.links.size(), kMostLinks);
  EXPECT_EQ(page.lines.size(), kMostLines);
  EXPECT_TRUE(page.cut);
  EXPECT_LE(read_html("<title>" + std::string(100000, 'a'), "").title.size(), kLongestWords);
}

TEST(HtmlPage, ReadsSitemaps) {
  EXPECT_THAT(read_sitemap("<urlset><url><loc>https://a.example/x?a=1&amp;b=2</loc></url>"
                           "<url><loc><![CDATA[https://a.example/y]]></loc></url><loc>open"),
              ElementsAre("https://a.example/x?a=1&b=2", "https://a.example/y"));
}

}  // namespace
}  // namespace prongsai::collect
