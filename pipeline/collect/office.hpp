// One office from beginning to end: its items looked at, its main site walked, what was found settled and kept.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "pipeline/collect/walk/walk.hpp"

namespace prongsai::collect {

// What is done with an item once all is told. `picture`: PNG of look.seen, "" for none.
using Settle = std::function<void(const ItemLook& look, const std::string& picture)>;

// Gives the number of items. Looks up what was asked before, so that it may be begun again at any time.
[[nodiscard]] Task<std::size_t> collect_office(Tools tools, std::vector<store::CollectItem> items, WalkBounds bounds,
                                               Settle settle);

}  // namespace prongsai::collect
