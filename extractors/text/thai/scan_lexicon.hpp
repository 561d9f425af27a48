// Words of official reports that are still known when a scan lost some of their marks. For scan_spelling.cpp.
#pragma once

#include <string_view>

namespace prongsai::text {

// Separated by blanks and line ends. Words that lose a mark easily, and words that would be taken for one of these
// (ที่ดิน for ที่ดี, รวมกัน for ร่วมกัน).
[[nodiscard]] std::string_view scan_lexicon();

}  // namespace prongsai::text
