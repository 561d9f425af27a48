// Files that hang on a document: in its list of embedded files, and in notes on its pages (ISO 32000-1, 7.11.4).
#pragma once

#include <span>
#include <string>

#include "extractors/source/pdf/pdf.hpp"
#include "models/result.hpp"

namespace prongsai::source {

// The PDF that lies within another one's bytes: `places` leads to it from the outside in, each as in
// Pdf::attachments(), from 1. `name` is what messages call the outer file. A Failure of Pdf::open_bytes(), or of
// Pdf::attached_pdf().
[[nodiscard]] Result<std::string> attached_pdf(std::string bytes, const std::string& name, std::span<const int> places,
                                               const PdfLimits& limits = {});

}  // namespace prongsai::source
