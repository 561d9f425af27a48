// Reports whose pages were read in one way or another.
#pragma once

#include "report.hpp"

namespace prongsai::checks {

inline Report with_pages(const std::vector<PageRecord>& pages) {
  Report report;
  report.record.pages = pages;
  for (std::size_t i = 0; i < pages.size(); ++i) report.record.pages[i].page_no = static_cast<int>(i) + 1;
  return report;
}

inline PageRecord page(PageSource source, double confidence) {
  PageRecord out;
  out.source = source;
  out.confidence = confidence;
  return out;
}

}  // namespace prongsai::checks
