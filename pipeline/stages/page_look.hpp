// What a page shows: its words, what is drawn on it, and the facts that tell how to read it.
#pragma once

#include <optional>
#include <vector>

#include "extractors/source/page/route.hpp"
#include "extractors/source/pdf/pdf.hpp"
#include "models/document.hpp"
#include "models/omissions.hpp"
#include "models/result.hpp"

namespace prongsai::stages {

// A page of a document, and how it stands: `pdf` may be a turned copy of the page alone.
struct Leaf {
  const source::Pdf& pdf;
  int page_no = 0;   // in `pdf`
  int original = 0;  // in the report
  int turned = 0;    // clockwise degrees from how the report displays it
};

struct PageLook {
  source::PageHints hints;
  std::vector<Word> words;
  std::optional<Failure> failure;  // why the page could not be painted
  std::vector<Ruling> rulings;
  source::RouteFacts facts;
};

// Clockwise degrees that set visible writing upright: 0 when most of it is.
[[nodiscard]] int turn_needed(const source::PageHints& hints);

// A page that cannot be painted has words and `failure`, no rulings.
[[nodiscard]] PageLook look_at(const Leaf& leaf, const Omissions& omit);

}  // namespace prongsai::stages
