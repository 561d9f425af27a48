#include "pipeline/collect/pages/base_address.hpp"

namespace prongsai::collect {

WebAddress base_of(const Page& page, const WebAddress& at) {
  const auto base = resolve_address(at, page.base);
  return base ? base.value() : at;
}

}  // namespace prongsai::collect
