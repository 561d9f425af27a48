// Fonts that do not say which letters they draw, made to say it where their own tables know. For this library only.
#pragma once

#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

namespace prongsai::source {

// Marks a font whose ToUnicode map was added here.
inline constexpr const char* letters_told_key = "/ProngsaiLettersTold";

// The document's bytes with a ToUnicode map added to each embedded composite TrueType font that has none and whose
// tables tell its letters; nothing when there is no such font. The file itself is not touched.
[[nodiscard]] std::optional<std::string> with_font_letters(QPDF& document, std::vector<QPDFObjectHandle>& pages);

}  // namespace prongsai::source
