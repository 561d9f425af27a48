// The words of a report's scans that were read with doubt.
#pragma once

#include <vector>

#include "models/document.hpp"
#include "models/record.hpp"

namespace prongsai::layouts {

[[nodiscard]] std::vector<DoubtfulWord> doubtful_words(const Document& document);

}  // namespace prongsai::layouts
