// What an answer that is no document means. For this library only.
#pragma once

#include <optional>

#include "pipeline/collect/walk/item_look.hpp"

namespace prongsai::collect {

// The state that a chain of answers tells by itself, set in `facts` with what decided it; false where something
// arrived and has to be looked at. Only what a server says of itself, twice, is ever held against an office.
[[nodiscard]] bool tell_without_body(const Chain& chain, Publication& facts);

// A page on which no document of the item was found.
void judge_bare_page(const Page& page, const std::string& url, const SiteWords& words, Publication& facts);

// Whether the way is safe: http only, or a certificate that is not valid.
void judge_safety(const Chain& chain, Publication& facts);

}  // namespace prongsai::collect
