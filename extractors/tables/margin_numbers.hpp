// Line numbers in the margin, as of a draft: they are no part of the sentences that they stand before.
#pragma once

#include "models/page.hpp"

namespace prongsai::tables {

// Takes out of the page's words bare numbers in smaller print left of the text, where five lines and more have one
// each, no line between them has none, and each is one more than the one above. They stand in `asides` then.
void take_margin_numbers(Page& page);

}  // namespace prongsai::tables
