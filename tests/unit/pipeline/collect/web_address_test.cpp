#include "pipeline/collect/fetch/web_address.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace prongsai::collect {
namespace {

struct Written {
  std::string text;
  std::string url;  // "": refused
};

std::string url_of(const Result<WebAddress>& address) {
  return address ? address.value().url : "";
}

// Spellings that stand in submitted lists and that RFC 3986, RFC 5891 and browsers know.
const std::vector<Written> kWritten = {
    {"https://www.office.example/ita/o34.pdf", "https://www.office.example/ita/o34.pdf"},
    {"  https://www.office.example/a\n b\t.pdf \r\n", "https://www.office.example/a%20b.pdf"},
    {"www.office.example/ita", "https://www.office.example/ita"},
    {"//office.example/a", "https://office.example/a"},
    {"office.example:8080/a", "https://office.example:8080/a"},
    {"HTTP://WWW.Office.Example:80/A", "http://www.office.example/A"},
    {"https://office.example:443", "https://office.example/"},
    {"https://office.example", "https://office.example/"},
    {"https://office.example?x=1", "https://office.example/?x=1"},
    {"https://office.example./a", "https://office.example/a"},
    {"https://office.example/a/../b/./c", "https://office.example/b/c"},
    {"https://office.example/../../etc/passwd", "https://office.example/etc/passwd"},
    {"https://office.example\\ita\\o34.pdf", "https://office.example/ita/o34.pdf"},
    {"https://office.example/a#page=3", "https://office.example/a"},
    {"https://office.example/รายงาน.pdf",
     "https://office.example/%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99.pdf"},
    {"https://office.example/\xC3\xD2\xC2.pdf", "https://office.example/%C3%D2%C2.pdf"},  // TIS-620 bytes
    {"https://office.example/%C3%D2%C2.pdf", "https://office.example/%C3%D2%C2.pdf"},
    {"https://office.example/100%25", "https://office.example/100%25"},
    {"https://office.example/?q=ข้อ 1", "https://office.example/?q=%E0%B8%82%E0%B9%89%E0%B8%AD%201"},
    {"https://office.example/a|b\"c", "https://office.example/a%7Cb%22c"},
    {"https://โปร่งใส.ไทย/", "https://xn--72c3bya3a2ij7a.xn--o3cw4h/"},
    {"https://xn--o3cw4h.example/", "https://xn--o3cw4h.example/"},
    {"https://[2001:4860::1]:8443/a", "https://[2001:4860::1]:8443/a"},
    {"http://0x7f.1/", "http://127.0.0.1/"},        // what is asked is the number that it stands for
    {"http://2130706433/", "http://127.0.0.1/"},    // likewise
    {"http://017700000001/", "http://127.0.0.1/"},  // likewise
    {"", ""},
    {"   ", ""},
    {"-", ""},
    {"ไม่มี", ""},
    {"http://localhost/", ""},
    {"http://intranet/", ""},
    {"http://", ""},
    {"https:///path", ""},
    {"http:/office.example/", ""},
    {"ftp://office.example/a.pdf", ""},
    {"file:///etc/passwd", ""},
    {"gopher://office.example/", ""},
    {"javascript:alert(1)", ""},
    {"data:text/html,x", ""},
    {"mailto:ita@office.example", ""},
    {"C:\\reports\\o34.pdf", ""},
    {"https://user:secret@office.example/", ""},
    {"https://user@office.example/", ""},
    {"https://good.example\\@evil.example/", "https://good.example/@evil.example/"},  // as browsers take it
    {"https://good.example#@evil.example/", "https://good.example/"},
    {"https://office.example:99999/", ""},
    {"https://office.example:22/", ""},
    {"https://office.example:6379/", ""},
    {"https://of fice.example/", ""},
    {"https://office..example/", ""},
    {"https://[::1/", ""},
    {"https://[::ffff:127.0.0.1%25eth0]/", "https://[::ffff:127.0.0.1]/"},
};

TEST(WebAddress, ReadsWhatOfficesWrite) {
  for (const Written& written : kWritten) EXPECT_EQ(url_of(parse_address(written.text)), written.url) << written.text;
}

TEST(WebAddress, RemembersThatNoSchemeWasGiven) {
  EXPECT_FALSE(parse_address("office.example").value().scheme_given);
  EXPECT_TRUE(parse_address("http://office.example").value().scheme_given);
}

TEST(WebAddress, RefusesWhatIsTooLong) {
  EXPECT_FALSE(parse_address("https://office.example/" + std::string(9000, 'a')).ok());
}

// RFC 3986, section 5.4, and links as pages have them.
const std::vector<Written> kLinks = {
    {"g", "http://a.example/b/c/g"},
    {"./g", "http://a.example/b/c/g"},
    {"g/", "http://a.example/b/c/g/"},
    {"/g", "http://a.example/g"},
    {"//g.example", "http://g.example/"},
    {"?y", "http://a.example/b/c/d;p?y"},
    {"g?y", "http://a.example/b/c/g?y"},
    {"#s", "http://a.example/b/c/d;p?q"},
    {"", "http://a.example/b/c/d;p?q"},
    {"g#s", "http://a.example/b/c/g"},
    {"../g", "http://a.example/b/g"},
    {"../../g", "http://a.example/g"},
    {"../../../g", "http://a.example/g"},
    {" ../รายงาน.pdf ", "http://a.example/b/%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99.pdf"},
    {"https://b.example/x y", "https://b.example/x%20y"},
    {"javascript:void(0)", ""},
    {"JavaScript:void(0)", ""},
    {"mailto:x@y.example", ""},
    {"tel:021234567", ""},
    {"data:,x", ""},
    {"http://u:p@a.example/", ""},
};

TEST(WebAddress, ResolvesLinksOfPages) {
  const WebAddress base = parse_address("http://a.example/b/c/d;p?q").value();
  for (const Written& link : kLinks) EXPECT_EQ(url_of(resolve_address(base, link.text)), link.url) << link.text;
}

std::string key_of(const std::string& text) {
  return address_key(parse_address(text).value());
}

TEST(WebAddress, KnowsSpellingsOfOnePage) {
  const std::string key = key_of("https://www.office.example/ita/รายงาน");
  EXPECT_EQ(key_of("http://office.example/ita/%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99/"), key);
  EXPECT_EQ(key_of("office.example/ita/%C3%D2%C2%A7%D2%B9/index.php?utm_source=line&fbclid=1"), key);
  EXPECT_EQ(key_of("office.example/ita/"
                   "%25E0%25B8%25A3%25E0%25B8%25B2%25E0%25B8%25A2%25E0%25B8%2587%25E0%25B8%25B2%25E0%25B8%2599"),
            key);
  EXPECT_NE(key_of("office.example/ita/รายงาน?id=2"), key);
  EXPECT_NE(key_of("ita.office.example/ita/รายงาน"), key);
  EXPECT_NE(key_of("office.example:8080/ita/รายงาน"), key);
}

TEST(WebAddress, KnowsWhoRegisteredAHost) {
  EXPECT_EQ(registered_domain("ita.tharnthip.go.th"), "tharnthip.go.th");
  EXPECT_EQ(registered_domain("www.tharnthip.go.th"), "tharnthip.go.th");
  EXPECT_EQ(registered_domain("go.th"), "go.th");
  EXPECT_EQ(registered_domain("a.b.office.example"), "office.example");
  EXPECT_EQ(registered_domain("10.0.0.1"), "10.0.0.1");
}

TEST(WebAddress, ShowsThaiLetters) {
  EXPECT_EQ(readable_address("https://xn--72c3bya3a2ij7a.xn--o3cw4h/%C3%D2%C2?a=%E0%B8%81"),
            "https://โปร่งใส.ไทย/ราย?a=ก");
}

}  // namespace
}  // namespace prongsai::collect
