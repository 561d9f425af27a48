// The titles of a report and of its pieces.
#pragma once

#include <cstddef>
#include <string>

namespace prongsai::layouts {

// A title of the report, or of a chapter-like piece of it, with the short lines that belong to it.
struct Title {
  enum class Kind { measures, results, analysis, form } kind = Kind::measures;
  std::size_t begin = 0;  // flow items
  std::size_t end = 0;
  std::string text;  // its lines joined
  bool annexed = false;
};

}  // namespace prongsai::layouts
