// One walk over a page's content, for everything that Poppler does not tell.
#pragma once

#include <vector>

#include "extractors/source/pdf.hpp"
#include "extractors/source/sara_am.hpp"

namespace prongsai::source {

struct PageFacts {
  PageHints hints;
  std::vector<SaraMark> sara_marks;
};

}  // namespace prongsai::source
