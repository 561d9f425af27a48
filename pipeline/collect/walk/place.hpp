// Where an item stands, by its address and by the way that leads there.
#pragma once

#include "pipeline/collect/walk/walk.hpp"

namespace prongsai::collect {

// Sets place, clicks and what the walk saw in `look.facts`. `index`: of the item in the walk.
void place_item(ItemLook& look, std::size_t index, const Walk& walk, const checks::UrlRules& rules);

}  // namespace prongsai::collect
