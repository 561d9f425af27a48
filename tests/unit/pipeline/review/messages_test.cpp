// Refusals are told in the page's language; none that the program can raise is missing from the file.
#include "pipeline/review/messages.hpp"

#include <re2/re2.h>

#include "tests/unit/pipeline/review/desk_server.hpp"

namespace prongsai::review {
namespace {

const fs::path kData = fs::path(PRONGSAI_SOURCE_DIR) / "data";
const fs::path kMessages = kData / "review" / "messages.json";

TEST(MessagesTest, PartsArePutIn) {
  const Messages messages(kData);
  EXPECT_EQ(messages.in_thai("there is no such cell: 12"), "ไม่มีช่องในตารางหมายเลข 12");
  EXPECT_EQ(messages.in_thai("a rank is a whole number from 1 to 100000"), "อันดับต้องเป็นจำนวนเต็ม 1 ถึง 100000");
  EXPECT_EQ(messages.in_thai("something else"), "ทำรายการไม่สำเร็จ: something else");
}

// A literal of several pieces, as the compiler joins them.
std::string joined(std::string first, std::string more) {
  static const re2::RE2 kSeam(R"re(\s*"([^"]*)")re");
  re2::RE2::GlobalReplace(&more, kSeam, "\\1");
  return first + more;
}

TEST(MessagesTest, EveryRefusalIsThere) {
  const Messages messages(kData);
  // The literal, and whether something differs before or behind it.
  const re2::RE2 refusal(
      R"re((?:NoSuchTarget\(|Conflict\(|Gone\(|Refusal\{\d+, |send_error\(response, \d+, )((?:std::string\()?\w*\)? ?\+ ?)?\s*"([^"]*)"((?:\s*"[^"]*")*)(\s*\+)?)re");
  ASSERT_TRUE(refusal.ok()) << refusal.error();
  std::ifstream file(kMessages);
  const std::string catalog{std::istreambuf_iterator<char>(file), {}};
  int seen = 0;
  for (const char* folder : {"pipeline/review", "pipeline/store"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(PRONGSAI_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".cpp") continue;
      std::ifstream in(entry.path());
      const std::string source{std::istreambuf_iterator<char>(in), {}};
      re2::StringPiece rest(source);
      std::string before, first, more, behind;
      while (re2::RE2::FindAndConsume(&rest, refusal, &before, &first, &more, &behind)) {
        std::string literal = joined(first, more);
        // What follows a part that differs cannot be told from here: the words before it are looked for.
        const bool is_cut = !behind.empty();
        const bool is_known = catalog.find(literal) != std::string::npos || messages.knows(literal + "1");
        if (!before.empty()) literal.insert(0, "x");
        EXPECT_TRUE(is_cut ? is_known : messages.knows(literal)) << entry.path() << ": " << literal;
        ++seen;
      }
    }
  }
  EXPECT_GT(seen, 50);
}

TEST(MessagesTest, EveryReasonOfAReadingIsThere) {
  const Messages messages(kData);
  const re2::RE2 reason(
      R"re((?:recognise\(|read_text\(|reason = |why = |failure \? |leave_page\(page_no, |kForeignLayer = )"([a-z][^"\n]{8,})")re");
  ASSERT_TRUE(reason.ok()) << reason.error();
  int seen = 0;
  for (const char* file : {"extractors/source/page/route.cpp", "pipeline/stages/read_document.cpp",
                           "pipeline/stages/recognise_scan.cpp"}) {
    std::ifstream in(fs::path(PRONGSAI_SOURCE_DIR) / file);
    const std::string source{std::istreambuf_iterator<char>(in), {}};
    re2::StringPiece rest(source);
    for (std::string said; re2::RE2::FindAndConsume(&rest, reason, &said); ++seen)
      EXPECT_TRUE(messages.reading_in_thai(said)) << file << ": " << said;
  }
  EXPECT_GT(seen, 20);
  EXPECT_EQ(messages.reading_in_thai("24 of 24 pages could not be read (1, 2, …)"), "อ่านไม่ได้ 24 จาก 24 หน้า (1, 2, …)");
  EXPECT_EQ(messages.reading_in_thai("ข้อความในรายงาน"), std::nullopt);
  EXPECT_EQ(messages.reading_in_thai(""), std::nullopt);
}

// Why there is no document, as a report's error says it, whatever the site told.
TEST(MessagesTest, EveryReasonOfCollectingIsThere) {
  const Messages messages(kData);
  std::ifstream in(fs::path(PRONGSAI_SOURCE_DIR) / "pipeline" / "collect" / "settle.cpp");
  const std::string source{std::istreambuf_iterator<char>(in), {}};
  const re2::RE2 words(R"re(return "([a-z][^"]+)" \+ because;)re");
  re2::StringPiece rest(source);
  int seen = 0;
  for (std::string said; re2::RE2::FindAndConsume(&rest, words, &said); ++seen)
    EXPECT_TRUE(messages.reading_in_thai(said + ": text/html; charset=utf-8")) << said;
  EXPECT_EQ(seen, 7);
  EXPECT_EQ(messages.reading_in_thai("the published address could not be checked: its host said nothing"),
            "ตรวจที่อยู่ที่เผยแพร่ไม่ได้: เครื่องแม่ข่ายไม่ตอบสิ่งใด");
  EXPECT_EQ(messages.cause_in_thai("its redirects go round in a circle"), "ถูกส่งต่อวนกลับมาที่เดิม");
  EXPECT_EQ(messages.cause_in_thai("HTTP 404"), "HTTP 404");
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
