#include "pipeline/stages/files/path_text.hpp"

#include <gtest/gtest.h>

namespace prongsai::stages {
namespace {

TEST(PathText, EveryNameComesBackAsItsBytes) {
  const std::string cases[] = {"/plain/a.pdf",
                               "/ไทย/น้ำ.pdf",
                               "/tis/\xC1\xD2\xB5\xC3\xA1\xD2\xC3.pdf",
                               "/half/\xE0\xB8.pdf",
                               "/back\\slash",
                               "/looks\\x41like",
                               "/looks\\x41like\xFF",
                               "/line\nbreak",
                               "/overlong\xC0\xAF",
                               "/surrogate\xED\xA0\x80",
                               ""};
  for (const std::string& bytes : cases) {
    EXPECT_EQ(path_of(escape_path(bytes)).native(), bytes) << escape_path(bytes);
  }
}

TEST(PathText, EscapesWhatIsNoUtf8) {
  EXPECT_EQ(escape_path("/a\xFF\xFE"), "/a\\xFF\\xFE");
  EXPECT_EQ(escape_path("/a\\x41"), "/a\\x5Cx41");
  EXPECT_EQ(escape_path("/น้ำ"), "/น้ำ");
}

TEST(PathText, ShowsTis620NamesAsThai) {
  EXPECT_EQ(display_path("/ไทย/\xC1\xD2\xB5\xC3\xA1\xD2\xC3.pdf"), "/ไทย/มาตรการ.pdf");
  EXPECT_EQ(display_path("/plain/a.pdf"), "/plain/a.pdf");
  EXPECT_EQ(display_path("\xFF/"), "\uFFFD/");
}

TEST(PathText, DecodesTheThaiCodePages) {
  EXPECT_EQ(decode_thai_bytes("\xA1\xDA\xDF\xFB"), "กฺ฿๛");
  EXPECT_EQ(decode_thai_bytes("\x80\x85\x91\x97\xA0"), "€…‘—\u00A0");
  EXPECT_EQ(decode_thai_bytes("\xDB\xFC\x81"), "\uFFFD\uFFFD\uFFFD");
}

TEST(PathText, EverySpellingOfAPathIsOneText) {
  EXPECT_EQ(canonical_text("/tmp/./x/../a.pdf"), canonical_text("/tmp/a.pdf"));
  EXPECT_EQ(canonical_text("a.pdf").front(), '/');
}

}  // namespace
}  // namespace prongsai::stages
