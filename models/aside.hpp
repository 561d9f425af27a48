// What stands on a page beside its text and is no part of it: kept as it was read, so that nothing is lost unseen.
#pragma once

#include <string>

#include "models/geometry.hpp"
#include "models/words.hpp"

namespace prongsai {

struct Aside {
  enum class Kind {
    mark,      // a raised or smaller sign behind a figure or word, as of a footnote
    hidden,    // text that the page does not show: covered, in the colour of its ground, cut off or painted invisibly
    struck,    // struck out
    overlay,   // written over the page's own text: a watermark, a stamp, a signature
    woven,     // two texts over each other that could not be told apart; they stay in the page's text
    unread,    // holds words, and was not read: a picture, outlines, a drawn sign
    attached,  // a file that hangs on the document; `text` is its name
  };

  int page_no = 0;  // from 1; 0: the document as a whole
  Kind kind = Kind::mark;
  std::string text;  // as the file has it; "" where nothing was read
  Box box;           // points on that page; empty where it has no place
};

constexpr auto words_of(Aside::Kind) {
  using enum Aside::Kind;
  return std::to_array<Worded<Aside::Kind>>({{mark, "mark"},
                                             {hidden, "hidden"},
                                             {struck, "struck"},
                                             {overlay, "overlay"},
                                             {woven, "woven"},
                                             {unread, "unread"},
                                             {attached, "attached"}});
}

}  // namespace prongsai
