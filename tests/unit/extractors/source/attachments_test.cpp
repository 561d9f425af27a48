#include "extractors/source/pdf/attachments.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "tests/support/pdf_fixture.hpp"
#include "tests/support/raw_pdf.hpp"
#include "tests/support/said_pdf.hpp"

namespace prongsai::source {
namespace {

using prongsai::testing::locked_pdf;
using prongsai::testing::pdf_that_says;
using prongsai::testing::PdfFixture;
using prongsai::testing::read_file;
using prongsai::testing::ToAttach;
using prongsai::testing::with_attached;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::filesystem::path holding(const std::vector<ToAttach>& files) {
  PdfFixture page("outer.pdf");
  page.text(72, 100, "ปก");
  return with_attached(page.path(), "holding.pdf", files);
}

std::string why_not(const Pdf& pdf, int place, long long most = 1'000'000) {
  const auto bytes = pdf.attached_pdf(place, most);
  return bytes ? "" : bytes.failure().code + ": " + bytes.failure().message;
}

TEST(Attachments, APdfIsGivenByteForByteAndNothingElseIs) {
  const std::string inner = pdf_that_says("ข้างใน");
  const auto pdf =
      Pdf::open(holding({{"แผน.pdf", inner}, {"ตาราง.xlsx", "PK\3\4 of another kind"}, {"แผน.pdf", inner + "%"}}));
  ASSERT_TRUE(pdf);
  EXPECT_THAT(pdf.value().attachments(), ElementsAre("แผน.pdf", "ตาราง.xlsx", "แผน.pdf"));
  EXPECT_EQ(pdf.value().attached_pdf(1, 1'000'000).value(), inner);
  EXPECT_EQ(pdf.value().attached_pdf(3, 1'000'000).value(), inner + "%");
  EXPECT_EQ(why_not(pdf.value(), 2), "unsupported_file: The attached file is no PDF file.");
  EXPECT_THAT(why_not(pdf.value(), 0), HasSubstr("is not there"));
  EXPECT_THAT(why_not(pdf.value(), 4), HasSubstr("is not there"));
}

TEST(Attachments, OneThatIsTooLargeIsNotDecodedToItsEnd) {
  const std::string bomb = "%PDF-1.7\n" + std::string(64U << 20U, ' ');
  const auto pdf = Pdf::open(holding({{"ระเบิด.pdf", bomb}, {"ศูนย์.pdf", std::string(64U << 20U, '\0')}}));
  ASSERT_TRUE(pdf);
  EXPECT_EQ(why_not(pdf.value(), 1), "unsupported_file: The attached file is larger than 1000000 bytes.");
  EXPECT_EQ(why_not(pdf.value(), 2), "unsupported_file: The attached file is no PDF file.");
}

TEST(Attachments, OneThatDoesNotDecodeIsRefused) {
  std::string bytes = read_file(holding({{"เสีย.pdf", pdf_that_says("ข้างใน")}}));
  const auto at = bytes.find("/Type /EmbeddedFile");
  ASSERT_NE(at, std::string::npos);
  const auto data = bytes.find("stream\n", at) + 40;
  bytes.replace(data, 200, std::string(200, '\xAA'));
  const auto pdf = Pdf::open_bytes(bytes, "outer.pdf");
  ASSERT_TRUE(pdf);
  EXPECT_THAT(why_not(pdf.value(), 1), HasSubstr("damaged_file"));
}

TEST(Attachments, AreFoundWithinEachOther) {
  const std::string innermost = pdf_that_says("ในสุด");
  const std::string middle = read_file(holding({{"ข้อความ.txt", "text"}, {"ในสุด.pdf", innermost}}));
  const std::string outer = read_file(holding({{"กลาง.pdf", middle}}));
  EXPECT_EQ(attached_pdf(outer, "outer.pdf", std::array{1}).value(), middle);
  EXPECT_EQ(attached_pdf(outer, "outer.pdf", std::array{1, 2}).value(), innermost);
  EXPECT_FALSE(attached_pdf(outer, "outer.pdf", std::array{1, 1}));
  EXPECT_FALSE(attached_pdf(outer, "outer.pdf", std::array{2}));
  EXPECT_FALSE(attached_pdf(outer, "outer.pdf", std::array{1, 2, 1}));
}

TEST(Attachments, OfAFileWithAnOwnerPasswordAreGivenAndOfALockedOneNot) {
  const std::string inner = pdf_that_says("ข้างใน");
  const auto file = holding({{"แผน.pdf", inner}});
  EXPECT_EQ(attached_pdf(read_file(locked_pdf(file, "owner.pdf", "")), "x.pdf", std::array{1}).value(), inner);
  const auto locked = attached_pdf(read_file(locked_pdf(file, "user.pdf", "secret")), "x.pdf", std::array{1});
  ASSERT_FALSE(locked);
  EXPECT_EQ(locked.failure().code, "encrypted_file");
}

}  // namespace
}  // namespace prongsai::source
