// Refusals are told in the page's language; none that the program can raise is missing from the file.
#include "pipeline/review/messages.hpp"

#include <regex>

#include "tests/unit/pipeline/review/desk_server.hpp"

namespace prongsai::review {
namespace {

const fs::path kMessages = fs::path(PRONGSAI_SOURCE_DIR) / "data" / "review" / "messages.json";

TEST(MessagesTest, PartsArePutIn) {
  const Messages messages(kMessages);
  EXPECT_EQ(messages.in_thai("there is no such cell: 12"), "ไม่มีช่องในตารางหมายเลข 12");
  EXPECT_EQ(messages.in_thai("a rank is a whole number from 1 to 100000"), "อันดับต้องเป็นจำนวนเต็ม 1 ถึง 100000");
  EXPECT_EQ(messages.in_thai("something else"), "ทำรายการไม่สำเร็จ: something else");
}

TEST(MessagesTest, EveryRefusalIsThere) {
  const Messages messages(kMessages);
  // The literal, and whether something differs before or behind it.
  const std::regex refusal(
      R"re((?:NoSuchTarget\(|Conflict\(|Gone\(|Refusal\{\d+, |send_error\(response, \d+, )((?:std::string\()?\w*\)? ?\+ ?)?\s*"([^"]*)"((?:\s*"[^"]*")*)(\s*\+)?)re");
  std::ifstream file(kMessages);
  const std::string catalog{std::istreambuf_iterator<char>(file), {}};
  int seen = 0;
  for (const char* folder : {"pipeline/review", "pipeline/store"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(PRONGSAI_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".cpp") continue;
      std::ifstream in(entry.path());
      const std::string source{std::istreambuf_iterator<char>(in), {}};
      for (std::sregex_iterator at(source.begin(), source.end(), refusal), end; at != end; ++at) {
        std::string literal =
            (*at)[2].str() + std::regex_replace((*at)[3].str(), std::regex(R"re(\s*"([^"]*)")re"), "$1");
        // What follows a part that differs cannot be told from here: the words before it are looked for.
        const bool is_cut = (*at)[4].matched;
        const bool is_known = catalog.find(literal) != std::string::npos || messages.knows(literal + "1");
        if ((*at)[1].matched) literal.insert(0, "x");
        EXPECT_TRUE(is_cut ? is_known : messages.knows(literal)) << entry.path() << ": " << literal;
        ++seen;
      }
    }
  }
  EXPECT_GT(seen, 50);
}

TEST_F(DeskTest, RefusalsAreInThePagesLanguage) {
  options_.data_folder = fs::path(PRONGSAI_SOURCE_DIR) / "data";
  const Running server(options_);
  Browser browser(server.port());
  const auto told = [&](const char* language) {
    const auto answer =
        browser.client().Get("/api/v1/submissions/999", {{"Accept-Language", language}, {"Accept-Encoding", "gzip"}});
    EXPECT_EQ(answer->status, 404);
    return json::parse(answer->body)["error"].get<std::string>();
  };
  EXPECT_EQ(told("th"), "ไม่มีรายงานนี้");
  EXPECT_EQ(told("th-TH,th;q=0.9,en;q=0.8"), "ไม่มีรายงานนี้");
  EXPECT_EQ(told("en"), "there is no such submission");
  const auto nowhere = browser.client().Get("/nowhere", {{"Accept-Language", "th"}});
  EXPECT_EQ(json::parse(nowhere->body)["error"], "ไม่มีหน้านี้");
}

}  // namespace
}  // namespace prongsai::review
