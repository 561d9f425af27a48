// Letters of the text layer that the Thai repair would have to guess at, verified on the painted page.
#pragma once

#include "extractors/source/ocr/recogniser.hpp"
#include "extractors/source/pdf/pdf.hpp"
#include "extractors/tables/report_lines.hpp"
#include "models/omissions.hpp"

namespace prongsai::stages {

// Tells the lines of each such letter whose picture was read beyond doubt, and repairs them anew. Only pages with
// doubts are painted, and none that `omit` leaves unpainted.
void resolve_doubts(const source::Pdf& pdf, tables::ReportLines& lines, source::Recogniser& recogniser,
                    const Omissions& omit);

}  // namespace prongsai::stages
