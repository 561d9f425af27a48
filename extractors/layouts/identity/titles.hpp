// Titles of a report and its divisions into parts (ส่วนที่) and chapters (บทที่).
#pragma once

#include <vector>

#include "extractors/layouts/reading.hpp"

namespace prongsai::layouts {

// Lines that run on from margin to margin, in plain print, and begin as a sentence does (จาก…, ตามที่…): no title.
[[nodiscard]] bool is_running_text(const Document& document, const Paragraph& paragraph, const Labels& labels);

[[nodiscard]] std::vector<Title> find_titles(const Document& document, const Flow& flow, const Labels& labels);
[[nodiscard]] std::vector<Division> find_divisions(const Flow& flow, const Labels& labels);

// A short line that names an office by dots only: "สำนักงาน..... ประจำปี".
[[nodiscard]] bool has_office_placeholder(std::string_view line, const Labels& labels);

}  // namespace prongsai::layouts
