#include "pipeline/checks/page_reading.hpp"

#include <algorithm>

#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {

bool is_by_ocr(const PageRecord& page) {
  return page.source == PageSource::ocr || page.source == PageSource::mixed;
}

double reading_confidence(const Record& record, const PageRecord& page) {
  std::size_t doubtful = 0;
  for (const DoubtfulWord& word : record.doubtful_words) {
    if (word.at.page_no == page.page_no) doubtful += word.text.size();
  }
  const std::size_t all = std::max(page.raw_text.size(), doubtful);
  const double sure = all == 0 ? 1 : 1 - static_cast<double>(doubtful) / static_cast<double>(all);
  return std::min(page.confidence, sure);
}

bool is_read_well(const CheckInput& input, const PageRecord& page) {
  if (page.unreadable) return false;
  if (!is_by_ocr(page)) return true;
  return reading_confidence(input.record, page) >= input.rules.of("low_confidence").threshold("page_confidence");
}

}  // namespace prongsai::checks
