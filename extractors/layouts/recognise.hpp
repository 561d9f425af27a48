// How well a document fits a layout: the signs of its file that were found, weighed.
#pragma once

#include <vector>

#include "extractors/layouts/layout_engine.hpp"
#include "extractors/layouts/reading.hpp"

namespace prongsai::layouts {

// One verdict a layout, in the layouts' order. A layout is chosen when its signs reach its threshold; a score of 0
// says that it declined. Annexed forms count for nothing, unless nothing else is there.
[[nodiscard]] std::vector<LayoutVerdict> recognise(const Reading& reading, const Knowledge& knowledge);

}  // namespace prongsai::layouts
