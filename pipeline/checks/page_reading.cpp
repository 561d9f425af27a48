#include "pipeline/checks/page_reading.hpp"

#include <algorithm>

#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {

const PageRecord* page_numbered(const Record& record, int page_no) {
  const auto page = std::ranges::find(record.pages, page_no, &PageRecord::page_no);
  return page == record.pages.end() ? nullptr : &*page;
}

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

bool is_on_good_page(const CheckInput& input, const Evidence& at) {
  const PageRecord* page = page_numbered(input.record, at.page_no);
  return page == nullptr || is_read_well(input, *page);
}

}  // namespace prongsai::checks
