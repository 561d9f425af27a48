// Which fonts the machine has for text whose fonts a file does not hold.
#pragma once

namespace prongsai::source {

// How many fontconfig knows; 0: such text is not painted at all.
[[nodiscard]] int installed_fonts();

}  // namespace prongsai::source
