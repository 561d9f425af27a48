#include "extractors/layouts/columns/names.hpp"

#include <algorithm>
#include <array>

namespace prongsai::layouts {
namespace {

constexpr std::array<std::string_view, 17> kKeys{
    "weakness", "improvement", "responsible", "procedure", "follow_up",  "sequence", "indicator", "measure", "activity",
    "issue",    "analysis",    "how_applied", "timeframe", "limitation", "result",   "outcome",   "other"};

}  // namespace

std::span<const std::string_view> column_keys() {
  return kKeys;
}

bool is_column_key(std::string_view key) {
  return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

}  // namespace prongsai::layouts
