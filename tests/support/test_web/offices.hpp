// Twenty-odd fictional offices on the test web, each with a site of another make and another thing wrong, and what is
// to be found about its item O34.
#pragma once

#include <string>
#include <vector>

#include "tests/support/test_web/test_web.hpp"

namespace prongsai::testing {

struct WebOffice {
  std::string host;
  std::string item = "/ita/o34.pdf";  // published address: below the host, or whole
  std::string state;                  // that is to be found
  std::string place;
  std::string clicks = "";  // words of the way, joined by ›; "" for none
};

// Tells the web all of them; before listen().
std::vector<WebOffice> tell_offices(TestWeb& web);

// The address that the office published, and its main site.
[[nodiscard]] std::string published_url(const TestWeb& web, const WebOffice& office);
[[nodiscard]] std::string main_site(const TestWeb& web, const WebOffice& office);

}  // namespace prongsai::testing
