// The ring of ำ that a text layer gives as a mai tho: อ้าเภอ for อำเภอ.
//
// Some programs wrote Thai fonts so that the ring (U+0E4D) is told as the tone mark at the next place of the font, and
// lose the tone marks over upper vowels on the way. One such word is a slip of the pen; several show that the layer
// does so everywhere.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::text {

// Words of reports in the text (UTF-8, repaired) that are such a word once ้า is read as ำ.
[[nodiscard]] int swapped_rings(std::string_view text);

// The text with those words as they are spelt. Others, and sound text, come out unchanged.
[[nodiscard]] std::string mend_swapped_rings(std::string_view text);

}  // namespace prongsai::text
