// A scanned cover, typed pages behind it: how the office's name is spelt where it was typed.
#pragma once

#include <optional>
#include <string>

#include "extractors/layouts/identity/identity.hpp"

namespace prongsai::layouts {

// The one name in the document's text layers, paragraphs and cells, that a name read by OCR is a misreading of: two
// edits apart at most, the same digits. Nothing where it is spelt so itself, or where two names are as near.
[[nodiscard]] std::optional<std::string> typed_spelling(const std::string& scanned, const Identity& identity);

}  // namespace prongsai::layouts
