// Which fonts the machine has for text whose fonts a file does not hold.
#pragma once

#include <string>

namespace prongsai::source {

struct InstalledFonts {
  int all = 0;   // known to fontconfig; 0: such text is not painted at all
  int thai = 0;  // of them, those that have Thai's letters
  // The family that the renderer is given for a usual Thai font that is not there; "" where it has no Thai letters.
  std::string in_place_of_missing;
};

[[nodiscard]] InstalledFonts installed_fonts();

}  // namespace prongsai::source
