// Where a value was read: what a person needs to check it on the page.
#pragma once

#include <string>

#include "models/geometry.hpp"
#include "models/words.hpp"

namespace prongsai {

enum class TextSource { text, ocr };  // the PDF's own text layer, or optical character recognition
constexpr auto words_of(TextSource) {
  using enum TextSource;
  return std::to_array<Worded<TextSource>>({{text, "text"}, {ocr, "ocr"}});
}

struct Evidence {
  int page_no = 0;  // from 1; 0 means that no page holds it (a value from the manifest)
  Box box;          // points on that page
  TextSource source = TextSource::text;
  double confidence = 1.0;  // 0 to 1; 1 for an intact text layer
};

}  // namespace prongsai
