// Which source a page is read from: its text layer, recognition, both, or nothing, and why.
//
// Having text is no proof: a scanner's program may have written gibberish behind the picture, a font may tell nothing
// of its letters, a code page may have been mixed up. So the route is judged from what the layer says, how it is
// painted and what the page shows. A pure function of facts.
#pragma once

#include <string>

#include "extractors/source/page/route_ink.hpp"
#include "extractors/source/page/route_letters.hpp"
#include "extractors/source/pdf/pdf.hpp"
#include "models/page.hpp"

namespace prongsai::source {

struct RouteFacts {
  LetterCounts letters;
  LetterCounts letters_decoded;  // after from_latin1_mixup
  PageHints hints;
  InkFacts ink;
};

struct Route {
  PageSource source = PageSource::text;
  bool broken_text_layer = false;
  bool unseen = false;        // the layer has words where the page shows nothing
  bool hidden_layer = false;  // the layer is another program's recognition behind a picture
  bool latin1_mixup = false;  // the layer is Thai once from_latin1_mixup has been applied
  double confidence = 1;      // in the text layer's letters
  std::string reason;         // one English clause
};

[[nodiscard]] Route choose_route(const RouteFacts& facts);

// The picture shows Thai print, and the letters hidden behind it are not that print: nobody can search or hear them.
[[nodiscard]] bool belied_by_picture(const LetterCounts& layer, const LetterCounts& picture);

}  // namespace prongsai::source
