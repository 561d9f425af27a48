// Step 3 of the Thai repair: ำ that a PDF lost to plain า (ดาเนินการ for ดำเนินการ), and า shown as ำ (งำน for งาน).
//
// Word stores ำ as a zero-advance glyph and an า; the glyph has no Unicode value, so a reader sees only the า. What
// the page shows decides first; then the dictionary, the words of official reports, and the report's own words.
#pragma once

#include <vector>

#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/letters.hpp"

namespace prongsai::text {

struct SaraAmRepair {
  int changed = 0;
  std::vector<SaraDoubt> doubts;  // letters for which the other one was nearly as likely
};

SaraAmRepair mend_sara_am(Letters& letters, const RepairHints& hints);

// Learns the words that `letters` spell with ำ, and how often ำ was kept or surely lost.
void learn_sara_am(const Letters& letters, Vocabulary::State& state);

}  // namespace prongsai::text
