// Parts of a report that state nothing about its office although they speak of the assessment: lists of contents, whose
// numbers are pages, and exercises, whose offices are made up.
#pragma once

#include "extractors/layouts/reading.hpp"
#include "extractors/layouts/words/labels.hpp"

namespace prongsai::layouts {

// Sets `annexed` on their flow items. Titles, divisions and sections must be in the reading already.
void set_apart(Reading& reading, const Labels& labels);

}  // namespace prongsai::layouts
