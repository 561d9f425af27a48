#include "pipeline/stages/measure.hpp"

#include <gtest/gtest.h>

#include "tests/support/pdf_fixture.hpp"
#include "tests/support/raw_pdf.hpp"

namespace prongsai::stages {
namespace {

using prongsai::testing::PdfFixture;
using prongsai::testing::read_file;

std::string pages_of_text(int pages) {
  PdfFixture file("pages.pdf");
  for (int i = 1; i < pages; ++i) file.text(72, 100, "ก").next_page();
  file.text(72, 100, "ก");
  return read_file(file.path());
}

TEST(Measure, CountsWhatIsAttachedToo) {
  PdfFixture cover("cover.pdf");
  cover.text(72, 100, "ปก");
  const std::string inner =
      read_file(prongsai::testing::with_attached(cover.path(), "inner.pdf", {{"a", pages_of_text(3)}}));
  PdfFixture outer("outer.pdf");
  outer.text(72, 100, "ปก");
  const auto file = prongsai::testing::with_attached(
      outer.path(), "whole.pdf", {{"i.pdf", inner}, {"b.pdf", pages_of_text(5)}, {"c.pdf", "%PDF-1.7"}});
  EXPECT_EQ(measure({"whole.pdf", read_file(file)}).pages, 1 + 1 + 3 + 5);
  EXPECT_EQ(measure({"b.pdf", pages_of_text(5)}).pages, 5);
}

}  // namespace
}  // namespace prongsai::stages
