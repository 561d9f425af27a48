// How well a page was read as a whole.
#pragma once

#include "pipeline/checks/check.hpp"

namespace prongsai::checks {

// The page of that number; null where the record has none.
[[nodiscard]] const PageRecord* page_numbered(const Record& record, int page_no);

// Its words came, in part at least, out of a picture.
[[nodiscard]] bool is_by_ocr(const PageRecord& page);

// 0 to 1: the engine's mean confidence, or the share of letters that stand in words read without doubt, where that is
// less: the mean stays above 0.85 on pages of which hardly a word is right.
[[nodiscard]] double reading_confidence(const Record& record, const PageRecord& page);

// By the threshold of low_confidence; an unreadable page was not read well, one with a text layer was.
[[nodiscard]] bool is_read_well(const CheckInput& input, const PageRecord& page);

// The page that a place is on was; so is one that the record does not know.
[[nodiscard]] bool is_on_good_page(const CheckInput& input, const Evidence& at);

}  // namespace prongsai::checks
