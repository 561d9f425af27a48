// Pages that say of their own figures that they are none yet: drafts with made-up numbers, an office's own trial.
#pragma once

#include "extractors/layouts/scores/words.hpp"
#include "models/document.hpp"
#include "models/record.hpp"

namespace prongsai::layouts {

// Takes out the scores of pages on which a line says so ("ตัวเลขสมมติเพื่อจัดรูปแบบ", "ยังไม่ใช่ผลจริง"), and tells it once a
// page as a reading that is unclear.
void drop_drafts(Record& record, const Document& document, const ScoreWords& words);

}  // namespace prongsai::layouts
