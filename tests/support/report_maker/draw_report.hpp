// Draws a report: text with shaping (Pango), ruled tables whose rows go on over page breaks, as a word processor prints
// them. The result is a PDF with a text layer, or, when the report's wear says so, a PDF of scanned pages without one.
#pragma once

#include <filesystem>

#include "tests/support/report_maker/report.hpp"

namespace prongsai::report_maker {

// Throws std::runtime_error when the file cannot be written.
void draw_report(const Report& report, const std::filesystem::path& pdf_file);

}  // namespace prongsai::report_maker
