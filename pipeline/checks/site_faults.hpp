// Where a report's items were published, told wrong in three ways: by the manifest's URL (or by what was seen from the
// main site, where `collect` looked: then the address alone says nothing), by a link in the report
// beside an item code, and by the report's own words ("ไม่พบข้อมูลบนเว็บไซต์หลัก", not found on the main site).
// misplaced_page, not_on_main_site and external_host each take their share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/checks/check.hpp"

namespace prongsai::checks {

// The findings of one code from all three sources.
[[nodiscard]] std::vector<Finding> site_faults(const CheckInput& input, const std::string& code);

// The sources one by one; each gives findings of all three codes.
[[nodiscard]] std::vector<Finding> faults_of_manifest(const CheckInput& input);
[[nodiscard]] std::vector<Finding> faults_in_links(const CheckInput& input);
[[nodiscard]] std::vector<Finding> faults_in_words(const CheckInput& input);

}  // namespace prongsai::checks
