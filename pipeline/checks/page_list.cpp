#include "pipeline/checks/page_list.hpp"

namespace prongsai::checks {

std::string page_numbers(const std::vector<const PageRecord*>& pages) {
  std::string out;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1]->page_no == pages[last]->page_no + 1) ++last;
    if (!out.empty()) out += ", ";
    out += std::to_string(pages[i]->page_no);
    if (last > i) out += "–" + std::to_string(pages[last]->page_no);
    i = last + 1;
  }
  return out;
}

}  // namespace prongsai::checks
