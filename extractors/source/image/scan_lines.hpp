// Which components lie in lines of print, whichever way the page lies.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/source/image/scan_components.hpp"

namespace prongsai::source {

// Indexes of the components that stand beside others of about their size on a common edge, four or more in a row: along
// the page's width or its height. Specks, pictures and the pieces of an emblem do not.
[[nodiscard]] std::vector<std::size_t> in_lines(const InkMap& ink);

}  // namespace prongsai::source
