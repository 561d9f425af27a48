// Fonts that do not say which letters they draw, made to say it where their own tables know. For this library only.
//
// Word processors write the map from codes to letters themselves, and say a blank for glyphs that their typesetting put
// in: the ring of ำ, drawn apart from its า, and marks moved aside or down. Such a blank costs the mark and parts the
// word.
#pragma once

#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

namespace prongsai::source {

// Marks a font whose whole ToUnicode map was added here.
inline constexpr const char* kLettersToldKey = "/ProngsaiLettersTold";

// The document's bytes, with a ToUnicode map for each embedded composite TrueType font that has none and whose tables
// tell its letters, and with the Thai letters that a font's tables tell put into a map that says a blank or a sign of
// ASCII for them; nothing when there is no such font. The file itself is not touched.
[[nodiscard]] std::optional<std::string> with_font_letters(QPDF& document, std::vector<QPDFObjectHandle>& pages);

}  // namespace prongsai::source
