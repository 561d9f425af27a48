// The interrupt key and the signal to end: once, what is in hand is finished; twice, it is dropped, to be read by a
// later run; a third ends the program as it stands.
#pragma once

#include <string_view>

namespace prongsai::cli {

// What the first and the second one are answered with.
struct InterruptWords {
  std::string_view first =
      "\nprongsai: finishing the documents in hand; press again to drop them, a later run reads them\n";
  std::string_view second = "\nprongsai: the documents in hand are dropped\n";
};

void watch_for_interrupt(const InterruptWords& words = {});
[[nodiscard]] bool interrupted();
[[nodiscard]] bool interrupted_twice();

}  // namespace prongsai::cli
