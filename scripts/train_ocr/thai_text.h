// SPDX-License-Identifier: GPL-3.0-or-later
// Thai text as the models read it: one order of marks, single spaces, no character outside the model's set.
#pragma once

#include <string>

#include "chance.h"

namespace train_ocr {

// UTF-8 of well-formed text.
std::u32string to_u32(const std::string& utf8);
std::string to_utf8(const std::u32string& text);

// Canonical Thai order (upper/lower vowel before tone mark, ำ as one sign),
// single spaces, no characters outside the model's character set.
std::string normalise(const std::string& utf8);

// Turns ASCII digits into Thai digits; addresses keep theirs.
std::string thai_digits(const std::string& utf8);

// At most max_chars code points of it, from its start or from anywhere; never
// parts a mark or a leading vowel from its consonant.
std::string cut_piece(Rng& rng, const std::u32string& s, int max_chars, bool from_start);

}  // namespace train_ocr
