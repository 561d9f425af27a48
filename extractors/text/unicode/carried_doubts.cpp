#include "extractors/text/unicode/carried_doubts.hpp"

#include "extractors/text/unicode/letter_places.hpp"

namespace prongsai::text {

Doubts carried(const Doubts& doubts, std::string_view from, std::string_view to) {
  if (doubts.empty()) return {};
  const LetterPlaces places(from, to);
  Doubts out;
  for (const Doubt& doubt : doubts) {
    const Stretch stretch = places.of(doubt.begin, doubt.end);
    if (stretch.begin == stretch.end) continue;
    Doubt& moved = out.emplace_back(doubt);
    moved.begin = stretch.begin;
    moved.end = stretch.end;
    moved.text = to.substr(stretch.begin, stretch.end - stretch.begin);
  }
  return out;
}

void DoubtedText::add_line(std::string_view line, const Doubts& of_line) {
  if (!text.empty()) text += '\n';
  append_doubts(doubts, of_line, text.size());
  text += line;
}

}  // namespace prongsai::text
