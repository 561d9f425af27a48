// Whether the report's own office and year stand fast enough to accuse by them.
#pragma once

#include "pipeline/checks/check.hpp"

namespace prongsai::checks {

// Read in a place where reports say whose they are, from a text layer, or from a scan where a list vouches for the name
// or the text names it more than once; or, in a report of the assessment that says nowhere whose it is, named by its
// text layer over and over.
[[nodiscard]] bool agency_is_certain(const CheckInput& input);

// How often a page names the office, blanks aside.
[[nodiscard]] int times_named(const PageRecord& page, const std::string& agency);

// Read in such a place; in a scan, on a page that was read well, with no other reading of its figures.
[[nodiscard]] bool year_is_certain(const CheckInput& input);

// A layout of the assessment's reports matched, or the first pages speak of it (words of unrelated_document).
[[nodiscard]] bool is_about_assessment(const CheckInput& input);

}  // namespace prongsai::checks
