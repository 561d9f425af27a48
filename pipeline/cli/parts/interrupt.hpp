// The interrupt key and the signal to end: once, what is in hand is finished; twice, it is dropped, to be read by a
// later run; a third ends the program as it stands.
#pragma once

#include <string_view>

namespace prongsai::cli {

inline constexpr std::string_view kDocumentsInHand =
    "\nprongsai: finishing the documents in hand; press again to drop them, a later run reads them\n";

// `said_first`: what the first one is answered with.
void watch_for_interrupt(std::string_view said_first = kDocumentsInHand);
[[nodiscard]] bool interrupted();
[[nodiscard]] bool interrupted_twice();

}  // namespace prongsai::cli
