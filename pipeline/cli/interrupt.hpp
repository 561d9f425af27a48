// The interrupt key and the signal to end: once, what is in hand is finished; twice, it is dropped, to be read by a
// later run; a third ends the program as it stands.
#pragma once

namespace prongsai::cli {

void watch_for_interrupt();
[[nodiscard]] bool interrupted();
[[nodiscard]] bool interrupted_twice();

}  // namespace prongsai::cli
