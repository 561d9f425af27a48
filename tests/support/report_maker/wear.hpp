// A clean page image → the same page as an office scanner leaves it.
#pragma once

#include <cairo.h>

#include <string>

#include "tests/support/report_maker/report.hpp"

namespace prongsai::report_maker {

// JPEG bytes of the worn page. `page` is a CAIRO_FORMAT_RGB24 image; `page_no` varies noise and skew a little.
[[nodiscard]] std::string worn_jpeg(cairo_surface_t* page, const Wear& wear, int page_no);

}  // namespace prongsai::report_maker
