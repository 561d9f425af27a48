// SPDX-License-Identifier: GPL-3.0-or-later
// Lines made harder: letters exchanged for their look-alikes, raised marks, wide gaps, leaders of dots.
#pragma once

#include <string>

#include "chance.h"

namespace train_ocr {

// Exchanges some letters for look-alikes, so that the net looks at letters and not at words alone.
std::string exchange_look_alikes(Rng& rng, const std::string& utf8);

// Adds a raised mark (¹ ² ³ *) behind the text or behind one of its words.
std::string add_raised_mark(Rng& rng, const std::string& utf8);

// A row of dots to be filled in by hand, alone or between two pieces of text.
std::string with_leader(Rng& rng, const std::string& utf8);

// Two or three figures of neighbouring columns, one blank apart.
std::string figures_side_by_side(Rng& rng);

// A list mark or tick that stands alone or before a text.
std::string list_mark(Rng& rng);

// What is drawn for a text: now and then its blanks are as wide as the gap between two columns.
std::string widen_gaps(Rng& rng, const std::string& utf8);

}  // namespace train_ocr
