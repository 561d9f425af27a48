// Signs that a page holds scores, whether or not any could be read from it.
#pragma once

#include <vector>

#include "extractors/layouts/flow.hpp"
#include "models/document.hpp"

namespace prongsai::layouts::scores {

struct ScoreSigns {
  bool instruments = false;  // all of them are named
  int figures = 0;           // of two places, up to a hundred
};

// Annexed forms (one flag a flow item) are left out.
[[nodiscard]] ScoreSigns count_signs(const Document& document, const Flow& flow, const std::vector<bool>& annexed,
                                     int page_no);

}  // namespace prongsai::layouts::scores
