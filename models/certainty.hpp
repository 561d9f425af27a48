// How sure a reading is of a stretch of text. It goes with the text: from words to lines, cells, paragraphs, figures.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "models/evidence.hpp"
#include "models/words.hpp"

namespace prongsai {

// From the surest on. What is `conflicting` or worse makes a figure one that nobody may be judged by.
enum class Certainty {
  certain,
  low_confidence,  // a sign of it was hard to tell for OCR
  ambiguous,       // a repair was a guess: ทา or ทำ?
  supposed,        // put together from parts, mended, or taken from the other reader
  conflicting,     // two readings of it differ
  contradicted,    // figures beside it leave no room for it
  unread,          // something stands there that could not be read as what it must be
};
constexpr auto words_of(Certainty) {
  using enum Certainty;
  return std::to_array<Worded<Certainty>>({{certain, "certain"},
                                           {low_confidence, "low_confidence"},
                                           {ambiguous, "ambiguous"},
                                           {supposed, "supposed"},
                                           {conflicting, "conflicting"},
                                           {contradicted, "contradicted"},
                                           {unread, "unread"}});
}

// A stretch of a text that was read with doubt.
struct Doubt {
  std::size_t begin = 0;  // bytes of the text that carries it
  std::size_t end = 0;
  Certainty certainty = Certainty::low_confidence;
  std::string text;         // the stretch, as it stands there
  std::string alternative;  // what the other reading makes of the word; "" where none was made or it agrees
  Evidence at;              // the word, with the confidence of its least sure sign; the line, where no word is known
};
using Doubts = std::vector<Doubt>;  // of one text

[[nodiscard]] inline Certainty worst_of(const Doubts& doubts) {
  Certainty worst = Certainty::certain;
  for (const Doubt& doubt : doubts) worst = std::max(worst, doubt.certainty);
  return worst;
}

// Those that touch [begin, end) of the text, as doubts of that stretch alone.
[[nodiscard]] inline Doubts doubts_in(const Doubts& doubts, std::size_t begin, std::size_t end) {
  Doubts within;
  for (const Doubt& doubt : doubts) {
    if (doubt.begin >= end || doubt.end <= begin) continue;
    Doubt& part = within.emplace_back(doubt);
    part.begin = std::max(doubt.begin, begin) - begin;
    part.end = std::min(doubt.end, end) - begin;
    part.text = doubt.text.substr(std::min(doubt.text.size(), begin + part.begin - doubt.begin), part.end - part.begin);
  }
  return within;
}

// Of two texts that are put together; the second begins at `at`.
inline void append_doubts(Doubts& doubts, const Doubts& of_second, std::size_t at) {
  for (const Doubt& doubt : of_second) {
    Doubt& moved = doubts.emplace_back(doubt);
    moved.begin += at;
    moved.end += at;
  }
}

// What keeps a figure in [begin, end) of the text from being judged by, as doubts of the figure.
[[nodiscard]] inline Doubts doubts_of_figure(const Doubts& doubts, std::size_t begin, std::size_t end) {
  Doubts own = doubts_in(doubts, begin, end);
  std::erase_if(own, [](const Doubt& doubt) { return doubt.certainty < Certainty::conflicting; });
  return own;
}

// Whether a text as a whole is in doubt: what it says hangs on a guess, or on what could not be read.
[[nodiscard]] inline bool is_doubtful_text(const Doubts& doubts) {
  return std::ranges::any_of(doubts, [](const Doubt& doubt) {
    return doubt.certainty == Certainty::ambiguous || doubt.certainty == Certainty::unread;
  });
}

}  // namespace prongsai
