// What `collect` says of an address in English has its Thai in data/messages/causes.yaml.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "extractors/text/data/sayings.hpp"
#include "pipeline/collect/fetch/address_guard.hpp"
#include "pipeline/collect/fetch/transfer_failure.hpp"

namespace prongsai::collect {
namespace {

namespace fs = std::filesystem;

const text::Sayings& causes() {
  static const text::Sayings sayings =
      text::read_sayings(fs::path(PRONGSAI_SOURCE_DIR) / "data" / "messages" / "causes.yaml");
  return sayings;
}

void expect_thai(const std::string& english) {
  const std::string thai = causes().in_thai_or_same(english);
  EXPECT_NE(thai, english);
  EXPECT_FALSE(re2::RE2::PartialMatch(thai, "[a-z]{2,} [a-z]{2,}")) << thai;
}

TEST(Causes, EveryWordOfATransferIsThere) {
  for (int code = CURLE_OK + 1; code < CURL_LAST; ++code) expect_thai(what_failed(static_cast<CURLcode>(code)));
}

TEST(Causes, EveryNumberThatIsNotAskedIsThere) {
  const AddressGuard guard;
  for (const char* number :
       {"0.1.2.3",   "10.0.0.1",    "100.64.0.1",  "127.0.0.1",   "168.63.129.16", "169.254.1.1",    "172.16.0.1",
        "192.0.0.1", "192.0.2.1",   "192.88.99.1", "192.168.0.1", "198.18.0.1",    "224.0.0.1",      "240.0.0.1",
        "2001::1",   "2001:db8::1", "2002::1",     "3fff::1",     "::1",           "::ffff:1.2.3.4", "64:ff9b::1",
        "fd00::1",   "fe80::1",     "ff02::1",     "4000::1"}) {
    const std::string refusal = guard.refusal(std::string(number));
    ASSERT_NE(refusal, "") << number;
    expect_thai(refusal);
  }
}

// The literals by which a state is told, whichever file tells it.
TEST(Causes, EveryLiteralIsThere) {
  const re2::RE2 literal(
      R"re((?:because = |cause = |too_far = |refusal_ = |broken_off_ = |malformed\(|_address", |return |\? |: |not_checked, |not_a_document, |forbidden, )"([a-z][^"\n]* [^"\n]{3,})"(\s*\+)?)re");
  ASSERT_TRUE(literal.ok()) << literal.error();
  int seen = 0;
  for (const char* file : {"collect/walk/item_look.cpp", "collect/walk/item_verdict.cpp", "collect/web.cpp",
                           "collect/fetch/web_address.cpp", "collect/fetch/hosts.cpp", "collect/fetch/transfer.cpp",
                           "collect/fetch/transfer_result.cpp", "checks/url_text.cpp"}) {
    std::ifstream in(fs::path(PRONGSAI_SOURCE_DIR) / "pipeline" / file);
    const std::string source{std::istreambuf_iterator<char>(in), {}};
    re2::StringPiece rest(source);
    std::string said;
    std::string goes_on;
    for (; re2::RE2::FindAndConsume(&rest, literal, &said, &goes_on); ++seen) {
      // Literals that go on end, and begin, with what differs: the whole is one of the sayings' beginnings.
      if (goes_on.empty()) {
        SCOPED_TRACE(file);
        expect_thai(said);
      }
    }
  }
  EXPECT_GT(seen, 20);
  for (const char* whole :
       {"it is redirected more than 5 times", "3 files are linked there, and none of them names the item",
        "the answer is larger than 1000 bytes", "it leads to 'x': it is no web address",
        "the page could not be parsed: its reader took too long", "its host said nothing, https://a.example/b.pdf"}) {
    expect_thai(whole);
  }
}

}  // namespace
}  // namespace prongsai::collect
