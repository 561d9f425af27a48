#include "pipeline/collect/fetch/robots.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace prongsai::collect {
namespace {

struct RobotsCase {
  std::string rules;
  std::string path;
  bool allowed;
};

// RFC 9309, its examples among them.
const std::vector<RobotsCase> kCases = {
    {"", "/a", true},
    {"User-agent: *\nDisallow:\n", "/a", true},
    {"User-agent: *\nDisallow: /\n", "/a", false},
    {"User-agent: *\nDisallow: /\n", "/robots.txt", true},
    {"user-AGENT : *\r\nDISALLOW : /p # why\r\n", "/p/q", false},
    {"User-agent: *\nDisallow: /p\nAllow: /p/open\n", "/p/open/x", true},
    {"User-agent: *\nAllow: /p\nDisallow: /p\n", "/p", true},
    {"User-agent: *\nDisallow: /*.pdf$\n", "/a/b.pdf", false},
    {"User-agent: *\nDisallow: /*.pdf$\n", "/a/b.pdf?x", true},
    {"User-agent: *\nDisallow: /a*b*c\n", "/a1b2c3", false},
    {"User-agent: *\nDisallow: /a*b*c\n", "/a1c2b3", true},
    {"User-agent: *\nDisallow: /a$\n", "/a", false},
    {"User-agent: *\nDisallow: /a$\n", "/ab", true},
    {"User-agent: prongsai\nDisallow: /x\nUser-agent: *\nDisallow: /\n", "/a", true},
    {"User-agent: prongsai\nDisallow: /x\nUser-agent: *\nDisallow: /\n", "/x", false},
    {"User-agent: *\nDisallow: /\nUser-agent: Prongsai/2.0\nAllow: /\n", "/a", true},
    {"User-agent: other\nUser-agent: *\nDisallow: /a\n", "/a", false},
    {"User-agent: other\nDisallow: /\n", "/a", true},
    {"User-agent: prongsaibot\nDisallow: /\n", "/a", true},
    {"User-agent: prongsai\nDisallow: /a\n\nUser-agent: prongsai\nDisallow: /b\n", "/b", false},
    {"Disallow: /\n", "/a", true},
    {"<html>not found</html>", "/a", true},
    {"User-agent: *\nDisallow: /%E0%B8%81\n", "/ก", false},
    {"User-agent: *\nDisallow: /ก\n", "/%e0%b8%81/x", false},
    {"User-agent: *\nDisallow: /?id=\n", "/?id=4", false},
};

TEST(Robots, FollowsRfc9309) {
  for (const RobotsCase& test : kCases) {
    EXPECT_EQ(Robots::parse(test.rules, "prongsai").allows(test.path), test.allowed) << test.rules << " " << test.path;
  }
}

TEST(Robots, TellsDelayAndSitemaps) {
  const Robots robots =
      Robots::parse("Sitemap: https://a.example/map.xml\nUser-agent: *\nCrawl-delay: 2.5\n", "prongsai");
  EXPECT_EQ(robots.delay(), std::chrono::milliseconds(2500));
  EXPECT_THAT(robots.sitemaps(), ::testing::ElementsAre("https://a.example/map.xml"));
  EXPECT_EQ(Robots::parse("User-agent: *\nCrawl-delay: 99999\n", "x").delay(), std::chrono::seconds(60));
}

TEST(Robots, AreClosedWhereTheyCannotBeHad) {
  EXPECT_FALSE(Robots::closed("HTTP 503").allows("/a"));
  EXPECT_EQ(Robots::closed("HTTP 503").cause(), "HTTP 503");
  EXPECT_TRUE(Robots().allows("/a"));
}

// A pattern of many stars must not take time without end.
TEST(Robots, ManyStarsAreQuick) {
  std::string stars = "User-agent: *\nDisallow: /";
  for (int i = 0; i < 5000; ++i) stars += "*a";
  EXPECT_TRUE(Robots::parse(stars + "b$\n", "prongsai").allows("/" + std::string(8000, 'a')));
}

}  // namespace
}  // namespace prongsai::collect
