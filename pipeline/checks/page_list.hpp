// Pages of a report that share a fault, and their numbers for a message: 1, 3–5.
#pragma once

#include <string>
#include <vector>

#include "models/record.hpp"

namespace prongsai::checks {

template <typename Predicate>
std::vector<const PageRecord*> pages_where(const Record& record, const Predicate& predicate) {
  std::vector<const PageRecord*> pages;
  for (const PageRecord& page : record.pages) {
    if (predicate(page)) pages.push_back(&page);
  }
  return pages;
}

[[nodiscard]] std::string page_numbers(const std::vector<const PageRecord*>& pages);

}  // namespace prongsai::checks
