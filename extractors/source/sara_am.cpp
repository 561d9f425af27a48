#include "extractors/source/sara_am.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace prongsai::source {

namespace {

constexpr char32_t sara_aa = 0x0E32;

bool is_tone_mark(char32_t letter) { return letter >= 0x0E48 && letter <= 0x0E4B; }

// Not a letter that text extraction would show.
bool means_nothing(char32_t letter) {
  return letter <= 0x20 || letter == 0xA0 || letter == 0xFFFD || (letter >= 0x200B && letter <= 0x200F) ||
         (letter >= 0xE000 && letter <= 0xF8FF);
}

bool moves_nothing(const PaintedGlyph& glyph) { return std::abs(glyph.font->advance(glyph.code)) < 0.001; }

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

// Code point indexes of the word's า, with the UTF-8 read byte by byte: U+0E32 is E0 B8 B2.
template <typename Visit>
void for_each_aa(const Word& word, Visit visit) {
  std::size_t index = 0;
  for (std::size_t i = 0; i < word.text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(word.text[i]);
    if ((byte & 0xC0) == 0x80) continue;  // a continuation byte begins no code point
    if (word.text.compare(i, 3, "\xE0\xB8\xB2") == 0) visit(index);
    ++index;
  }
}

// A quarter of the em: less than the narrowest Thai letter's advance.
bool stands_at(const Box& character, const RingMark& mark) {
  return std::abs(character.x0 - mark.pen.x) < 0.25 * mark.font_size && mark.pen.y >= character.y0 - 1 &&
         mark.pen.y <= character.y1 + 1;
}

}  // namespace

void RingFinder::glyph(const PaintedGlyph& glyph, Point pen, double painted_size) {
  Seen seen{{glyph.font, glyph.code}, glyph.font->letter(glyph.code), false, pen};
  seen.mute = glyph.font->has_to_unicode() && means_nothing(seen.letter) && moves_nothing(glyph);
  if (seen.mute) ++painted_[seen.code];
  if (seen.letter == sara_aa) {
    if (const Seen* ring = ring_before(seen, painted_size)) {
      ++before_aa_[ring->code];
      candidates_.push_back({ring->code, {pen, painted_size}});
    }
  }
  last_[1] = last_[0];
  last_[0] = seen;
}

// น้ำ: the tone mark stands before or after the ring.
const RingFinder::Seen* RingFinder::ring_before(const Seen& aa, double painted_size) const {
  const Seen* ring = is_tone_mark(last_[0].letter) && !last_[0].mute ? &last_[1] : last_.data();
  const bool near = distance(ring->pen, aa.pen) < 0.3 * painted_size;
  return ring->mute && near && ring->code.first == aa.code.first ? ring : nullptr;
}

// A tone mark that lost its letter would also stand before other letters; the ring of ำ never does.
std::vector<RingMark> RingFinder::marks() const {
  std::vector<RingMark> marks;
  for (const Candidate& candidate : candidates_) {
    if (before_aa_.at(candidate.ring) * 10 >= painted_.at(candidate.ring) * 9) marks.push_back(candidate.mark);
  }
  return marks;
}

void mark_sara_am(std::vector<Word>& words, const std::vector<RingMark>& marks) {
  if (marks.empty()) return;
  for (Word& word : words) {
    if (word.chars.empty()) continue;
    for_each_aa(word, [&](std::size_t index) {
      const auto at = [&](const RingMark& mark) { return stands_at(word.chars[index], mark); };
      if (std::any_of(marks.begin(), marks.end(), at)) word.sara_am_at.push_back(index);
    });
  }
}

}  // namespace prongsai::source
