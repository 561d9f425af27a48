// How far a name of an office's own reaches that no list vouches for.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "models/document.hpp"

namespace prongsai::layouts {

// Whether no Thai letter goes on at a byte of the text: a name that ends there is seen to end.
[[nodiscard]] bool ends_clean(std::string_view text, std::size_t at);

// A name that was cut where its line ended ("…จังหวัดสาย" before "ลำธาร"), whole: it goes on as all paragraphs of the
// document that hold it do, two at least, where in one of them that is all that goes on. Nothing where one shows its
// end.
[[nodiscard]] std::optional<std::string> completed_name(const std::string& name, const Document& document);

}  // namespace prongsai::layouts
