// The address that a page's links are resolved against.
#pragma once

#include "pipeline/collect/fetch/web_address.hpp"
#include "pipeline/collect/pages/page.hpp"

namespace prongsai::collect {

// The page's own address for links: its <base>, else where it was found.
[[nodiscard]] WebAddress base_of(const Page& page, const WebAddress& at);

}  // namespace prongsai::collect
