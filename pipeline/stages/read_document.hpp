// Read and recognise: a PDF file → pages with words, each by its text layer or by OCR, judged page by page.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>

#include "extractors/source/ocr/recogniser.hpp"
#include "extractors/source/pdf/pdf.hpp"
#include "extractors/tables/report_lines.hpp"
#include "models/attached_document.hpp"
#include "models/damage.hpp"
#include "models/document.hpp"
#include "models/omissions.hpp"
#include "models/result.hpp"

namespace prongsai::stages {

struct ReadSettings {
  source::PdfLimits limits;
  source::Recogniser* recogniser = nullptr;  // none: scanned pages are stored as unreadable
  // Told of each page as it is taken up; false: there is no time for it and all that follow. May be empty.
  std::function<bool(int page_no, int page_count)> on_page;
  // Told of what follows the pages, by name; "" when the last page is read.
  std::function<void(const std::string& step)> on_step;
  Omissions omit;
  int depth = 0;  // of the document: how many that are attached to it are taken follows from it (most_attached())
};

// A report's bytes, and what messages call its file.
struct ReportBytes {
  std::string name;
  std::string bytes;
};

struct ReadPages {
  tables::ReportLines lines;
  std::vector<Link> links;
  std::vector<Aside> asides;  // of the document as a whole: attached files that are no documents of their own
  std::vector<AttachedDocument> attached;
  std::string producer;
  std::vector<Damage> damages;         // as libraries said; their effect is to be judged
  std::vector<Failure> page_failures;  // pages that could not be read, each message naming its page
};

// Ends a reading that ends for memory: the page taken up last needs more than there is.
class PageNeedsMemory : public std::runtime_error {
 public:
  PageNeedsMemory() : std::runtime_error("a page needs more memory than there is") {}
};

// Both throw PageNeedsMemory where the settings' omissions ask for it.
[[nodiscard]] Result<ReadPages> read_document(const std::filesystem::path& file, const ReadSettings& settings);
// The same for bytes that were read already.
[[nodiscard]] Result<ReadPages> read_document(ReportBytes report, const ReadSettings& settings);

// One page of a scan, or a page whose text layer was rejected (recognise_scan.cpp).
[[nodiscard]] Page recognise_scan(const source::Pdf& pdf, int page_no, source::Recogniser& recogniser);

}  // namespace prongsai::stages
