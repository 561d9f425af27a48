#include "extractors/source/image/grey_levels.hpp"

#include <cmath>
#include <cstddef>

namespace prongsai::source {

int quantile(const GreyLevels& levels, double share) {
  long total = 0;
  for (const int n : levels) total += n;
  const auto wanted = static_cast<long>(std::lround(static_cast<double>(total) * share));
  long seen = 0;
  for (int level = 0; level < 256; ++level) {
    seen += levels[static_cast<std::size_t>(level)];
    if (seen > wanted) return level;
  }
  return 255;
}

}  // namespace prongsai::source
