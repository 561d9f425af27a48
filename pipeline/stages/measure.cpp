#include "pipeline/stages/measure.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "extractors/source/pdf/pdf.hpp"
#include "pipeline/stages/list_attached.hpp"

namespace prongsai::stages {
namespace {

constexpr double kTextPage = 1;
constexpr double kScannedPage = 30;
constexpr double kOpening = 0.5;  // hashing, opening and saving, in text pages
constexpr int kLookedAt = 5;      // pages of a file that are looked at

// A picture over most of the page, and no words that a text layer could give.
bool looks_scanned(const source::Pdf& pdf, int page_no) {
  const source::PageHints hints = pdf.hints(page_no);
  return hints.image_cover > 0.5 && (hints.invisible_text || pdf.words(page_no).size() < 5);
}

// Spread evenly from the first page to the last.
std::set<int> pages_to_look_at(int pages) {
  std::set<int> chosen;
  for (int i = 0; i < std::min(kLookedAt, pages); ++i) {
    chosen.insert(1 + static_cast<int>(std::lround(static_cast<double>(i) * (pages - 1) / std::max(1, kLookedAt - 1))));
  }
  return chosen;
}

Workload of_pages(const source::Pdf& pdf) {
  Workload load{pdf.page_count(), 0};
  const std::set<int> looked_at = pages_to_look_at(load.pages);
  const auto scanned =
      std::count_if(looked_at.begin(), looked_at.end(), [&](int page_no) { return looks_scanned(pdf, page_no); });
  if (scanned > 0) {
    const double share = static_cast<double>(scanned) / static_cast<double>(looked_at.size());
    load.scanned_pages = static_cast<int>(std::lround(share * load.pages));
  }
  return load;
}

// As many pages as one document can have: more is no better told apart.
void add(Workload& load, const Workload& more) {
  load.pages = std::min(load.pages + more.pages, source::PdfLimits{}.max_pages);
  load.scanned_pages = std::min(load.scanned_pages + more.scanned_pages, load.pages);
}

Workload measure_at(ReportBytes report, int depth) {
  const auto pdf = source::Pdf::open_bytes(std::move(report.bytes), report.name);
  if (!pdf) return {};
  Workload load = of_pages(pdf.value());
  for (const AttachedDocument& document : list_attached(pdf.value(), depth).documents) {
    auto bytes = pdf.value().attached_pdf(document.place, document.size);
    if (bytes) add(load, measure_at({document.name, std::move(bytes).value()}, depth + 1));
  }
  return load;
}

}  // namespace

Workload measure(ReportBytes report) {
  return measure_at(std::move(report), 0);
}

double cost_of(const Workload& load) {
  return kOpening + kScannedPage * load.scanned_pages + kTextPage * (load.pages - load.scanned_pages);
}

}  // namespace prongsai::stages
