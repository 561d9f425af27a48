// Whether a file's objects are whole: its directory, its object streams, each stream that anything refers to.
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

#include "models/damage.hpp"

namespace prongsai::source {

// What qpdf met with, what does not decode, and what is referred to and not there, by the pages that it is reached from
// (0: by none, or by all). Bounded in objects and bytes; the effect is left open (lost). `pages`: the file's, in order.
[[nodiscard]] std::vector<Damage> check_objects(QPDF& document, const std::vector<QPDFObjectHandle>& pages);

}  // namespace prongsai::source
