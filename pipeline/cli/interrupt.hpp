// The interrupt key: asks once to finish what is in hand; pressed again, it ends the program at once.
#pragma once

namespace prongsai::cli {

void watch_for_interrupt();
[[nodiscard]] bool interrupted();

}  // namespace prongsai::cli
