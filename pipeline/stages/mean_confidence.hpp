// How sure a page's or a piece's words were read on the whole.
#pragma once

#include <vector>

#include "models/page.hpp"

namespace prongsai::stages {

// The words' confidences, 0 to 1, each weighed by its code points; `of_none` where there is no letter to weigh.
[[nodiscard]] double mean_confidence(const std::vector<Word>& words, double of_none);

}  // namespace prongsai::stages
