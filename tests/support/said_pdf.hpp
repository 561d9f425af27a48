// A PDF of one page with one line.
#pragma once

#include <string>

#include "tests/support/pdf_fixture.hpp"

namespace prongsai::testing {

// Its bytes.
inline std::string pdf_that_says(const std::string& text) {
  PdfFixture page("said.pdf");
  page.text(72, 100, text);
  return read_file(page.path());
}

}  // namespace prongsai::testing
