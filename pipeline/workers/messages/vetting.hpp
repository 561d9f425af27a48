// What a reply must be before the coordinator believes it: an untrusted file may have taken its sender over.
//
// The walk is store::describe()'s, so that no field that is stored can be forgotten.
#pragma once

#include <optional>
#include <string>

#include "pipeline/workers/messages/wire.hpp"

namespace prongsai::workers {

// Why a reply of kind page or done cannot be an answer to `job`, an English clause: text that is not UTF-8, a place on
// a page that the document does not have, a box or figure that is not finite, a number out of its range, an unknown
// form of a code. Nothing for a
// sound one.
[[nodiscard]] std::optional<std::string> fault_of(const Reply& reply, const Job& job);

// For the sender, before it encodes: broken bytes in texts, which a file's links and names may bring in, become U+FFFD.
void make_valid_text(Reply& reply);

}  // namespace prongsai::workers
