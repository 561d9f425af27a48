// Which letter each glyph of an embedded TrueType font draws, by the font's own tables.
//
// A PDF may leave out the map from its codes to letters, but a font that a word processor or browser embedded often
// still carries the tables by which it was chosen: cmap (letter to glyph) and GSUB (glyph to its variants, such as a
// tone mark moved aside for a tall consonant). Read backwards they tell the letters with certainty.
// Tables: Microsoft OpenType specification 1.9, cmap, GSUB, Common Table Formats.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace prongsai::source {

using GlyphLetters = std::unordered_map<std::uint32_t, char32_t>;  // by glyph index

// Empty when `font` is no TrueType or OpenType file, or has no Unicode cmap. Broken tables give what they hold before
// the break; nothing is read outside `font`.
[[nodiscard]] GlyphLetters letters_of_glyphs(std::string_view font);

}  // namespace prongsai::source
