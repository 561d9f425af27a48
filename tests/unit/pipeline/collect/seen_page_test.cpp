#include "pipeline/collect/pages/seen_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "pipeline/collect/pages/html_page.hpp"
#include "pipeline/collect/pages/stored_page.hpp"

namespace prongsai::collect {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Fetch fetched() {
  Fetch fetch;
  fetch.url = "https://www.office.example/%E0%B8%82%E0%B9%89%E0%B8%AD";
  fetch.at = "2026-11-28T20:30:00Z";
  fetch.sha256 = "ab12";
  fetch.content_type = "text/html";
  return fetch;
}

Page page_of(int before, int after) {
  std::string html = "<title>OIT</title>";
  for (int i = 0; i < before; ++i) html += "<p>before " + std::to_string(i);
  html += "<p><a href='o34.pdf'>O34</a>";
  for (int i = 0; i < after; ++i) html += "<p>after " + std::to_string(i);
  return read_html(html, "");
}

TEST(SeenPage, KeepsTheLinesAroundTheLink) {
  const Page page = page_of(100, 100);
  const SeenPage seen = see_page(fetched(), page, &page.links[0], "https://www.office.example/o34.pdf");
  ASSERT_EQ(seen.lines.size(), 25U);
  EXPECT_EQ(seen.lines[static_cast<std::size_t>(seen.marked)], "O34");
  EXPECT_EQ(seen.lines.front(), "before 88");
  EXPECT_EQ(seen.lines.back(), "after 11");
  EXPECT_EQ(lines_around_link(seen), "  before 99\n▸ O34\n  after 0\n");
}

TEST(SeenPage, KeepsTheFirstLinesWhereThereIsNoLink) {
  const SeenPage seen = see_page(fetched(), page_of(100, 0), nullptr, "");
  EXPECT_EQ(seen.lines.size(), 25U);
  EXPECT_EQ(seen.lines.front(), "before 0");
  EXPECT_EQ(lines_around_link(seen), "");
  const SeenPage nothing = see_page(fetched(), Page(), nullptr, "");
  EXPECT_TRUE(nothing.lines.empty());
}

TEST(SeenPage, ALinkOfAPageWithoutTextHasNoLine) {
  Page page;
  page.links.push_back({"o34.pdf", "", 7, false});
  const SeenPage seen = see_page(fetched(), page, &page.links[0], "https://www.office.example/o34.pdf");
  EXPECT_EQ(seen.marked, -1);
}

TEST(SeenPage, IsDrawnWithWhatProvesIt) {
  const Page page = page_of(2, 2);
  const auto lines = painted(see_page(fetched(), page, &page.links[0], "https://www.office.example/o34.pdf"));
  std::vector<std::string> texts;
  for (const auto& line : lines) texts.push_back(line.text);
  EXPECT_THAT(texts,
              ElementsAre("https://www.office.example/ข้อ", "2026-11-29 03:30 +07:00 · sha256 ab12", "OIT", "",
                          "before 0", "before 1", "O34", "» https://www.office.example/o34.pdf", "after 0", "after 1"));
  EXPECT_EQ(lines[6].look, source::PaintedLine::Look::marked);
}

TEST(StoredPage, IsLinesOfTextWithTheLinkMarked) {
  const auto shown = nlohmann::json::parse(
      stored_page("<title>a &lt;b&gt;</title><base href='/ita/'><p>x<p>&lt;script&gt;alert(1)&lt;/script&gt;<p>"
                  "<a href='o34.pdf'>O34</a><script>alert(2)</script><img src=x onerror=alert(3)><p>"
                  "<a href='https://OFFICE.example/ita/o34.pdf#page=2'>again</a>",
                  "text/html", "https://office.example/page", "https://office.example/ita/o34.pdf"));
  EXPECT_EQ(shown["title"], "a <b>");
  EXPECT_THAT(shown["lines"], ElementsAre("x", "<script>alert(1)</script>", "O34", "again"));
  EXPECT_THAT(shown["marked"], ElementsAre(2, 3));
  EXPECT_EQ(shown["cut"], false);
  EXPECT_EQ(nlohmann::json::parse(stored_page("\xFF<p>\xC3\xD2\xC2", "", "no address", ""))["marked"].size(), 0U);
}

}  // namespace
}  // namespace prongsai::collect
