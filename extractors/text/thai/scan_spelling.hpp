// Words that a scan lost a mark of, spelt right again.
//
// Scans lose the small marks above and below letters first (ขันตอน for ขั้นตอน, ค่มือ for คู่มือ), and recognisers take
// letters for their twins (มาตรจาน for มาตรฐาน). Words that official reports are full of are known by their letters
// alone; where such a word stands in a text with a mark or two amiss, it is written as it is spelt. Words too short or
// too much like others are left as they were read: so are names and, always, digits. Commas of thousands are mended.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::text {

// What may be amiss: all that a recogniser gets wrong, or, in a text layer that is known to lose them, lost marks
// alone.
enum class Amiss { marks_and_letters, lost_marks };

// For text read from pixels, and for layers that lost marks. In and out: UTF-8, marks in canonical order (repair_thai
// gives it).
[[nodiscard]] std::string mend_scanned(std::string_view text, Amiss amiss = Amiss::marks_and_letters);

// How far Thai letters make words: names and misreadings do not. For telling which of two readings of one page is
// right.
struct SpeltLetters {
  long known = 0;  // in words of ICU's dictionary, of the official words or of the words of scans
  long unknown = 0;
};

[[nodiscard]] SpeltLetters spelt_letters(std::string_view text);

}  // namespace prongsai::text
