#include "extractors/source/pdf/sara_am.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace prongsai::source {

namespace {

constexpr char32_t kSaraAa = 0x0E32;  // า
constexpr char32_t kSaraAm = 0x0E33;  // ำ

bool is_tone_mark(char32_t letter) {
  return letter >= 0x0E48 && letter <= 0x0E4B;
}

// Not a letter that text extraction would show. The private-use forms of old Thai fonts (U+F700–F71A) are shown, and
// are marks of their own: a mai tho before า is no ring.
bool means_nothing(char32_t letter) {
  return letter <= 0x20 || letter == 0xA0 || letter == 0xFFFD || (letter >= 0x200B && letter <= 0x200F);
}

bool moves_nothing(const PaintedGlyph& glyph) {
  return std::abs(glyph.font->advance(glyph.code)) < 0.001;
}

double distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

struct SaraLetter {
  std::size_t index = 0;  // in code points
  SaraMark::Kind kind = SaraMark::Kind::am_read_as_aa;
};

// The word's า and ำ, its UTF-8 read byte by byte: U+0E32 is E0 B8 B2, U+0E33 is E0 B8 B3.
std::vector<SaraLetter> sara_letters(const std::string& text) {
  std::vector<SaraLetter> found;
  std::size_t index = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) == 0x80) continue;  // a continuation byte begins no code point
    if (text.compare(i, 3, "\xE0\xB8\xB2") == 0) found.push_back({index, SaraMark::Kind::am_read_as_aa});
    if (text.compare(i, 3, "\xE0\xB8\xB3") == 0) found.push_back({index, SaraMark::Kind::aa_read_as_am});
    ++index;
  }
  return found;
}

// A quarter of the em: less than the narrowest Thai letter's advance.
bool stands_at(const Box& character, const SaraMark& mark) {
  return std::abs(character.x0 - mark.pen.x) < 0.25 * mark.font_size && mark.pen.y >= character.y0 - 1 &&
         mark.pen.y <= character.y1 + 1;
}

}  // namespace

void RingFinder::start_page() {
  last_ = {};
  candidates_.clear();
}

void RingFinder::glyph(const PaintedGlyph& glyph, Point pen, double painted_size) {
  Seen seen{{glyph.font, glyph.code}, glyph.font->letter(glyph.code), false, pen};
  seen.mute = glyph.font->has_to_unicode() && means_nothing(seen.letter) && moves_nothing(glyph);
  if (seen.mute) ++painted_[seen.code];
  if (seen.letter == kSaraAa || seen.letter == kSaraAm) note(seen, painted_size);
  last_[1] = last_[0];
  last_[0] = seen;
}

void RingFinder::note(const Seen& letter, double painted_size) {
  const Seen* ring = ring_before(letter, painted_size);
  if (ring) ++before_aa_[ring->code];
  if (letter.letter == kSaraAa && ring) {
    candidates_.push_back({ring->code, {SaraMark::Kind::am_read_as_aa, letter.pen, painted_size}});
  } else if (letter.letter == kSaraAm && ring) {
    ringed_am_.insert(letter.code);
  } else if (letter.letter == kSaraAm) {
    candidates_.push_back({letter.code, {SaraMark::Kind::aa_read_as_am, letter.pen, painted_size}});
  }
}

// น้ำ: the tone mark stands before or after the ring.
const RingFinder::Seen* RingFinder::ring_before(const Seen& aa, double painted_size) const {
  const Seen* ring = is_tone_mark(last_[0].letter) && !last_[0].mute ? &last_[1] : last_.data();
  const bool near = distance(ring->pen, aa.pen) < 0.3 * painted_size;
  return ring->mute && near && ring->code.first == aa.code.first ? ring : nullptr;
}

// A tone mark that lost its letter would also stand before other letters; the ring of ำ never does.
bool RingFinder::holds(const Candidate& candidate) const {
  if (candidate.mark.kind == SaraMark::Kind::aa_read_as_am) return ringed_am_.count(candidate.code) > 0;
  return before_aa_.at(candidate.code) * 10 >= painted_.at(candidate.code) * 9;
}

std::vector<SaraMark> RingFinder::marks() const {
  std::vector<SaraMark> marks;
  for (const Candidate& candidate : candidates_) {
    if (holds(candidate)) marks.push_back(candidate.mark);
  }
  return marks;
}

void mark_sara(std::vector<Word>& words, const std::vector<SaraMark>& marks) {
  if (marks.empty()) return;
  for (Word& word : words) {
    if (word.chars.empty()) continue;
    for (const SaraLetter& letter : sara_letters(word.text)) {
      const auto at = [&](const SaraMark& mark) {
        return mark.kind == letter.kind && stands_at(word.chars[letter.index], mark);
      };
      if (std::none_of(marks.begin(), marks.end(), at)) continue;
      (letter.kind == SaraMark::Kind::am_read_as_aa ? word.sara_am_at : word.sara_aa_at).push_back(letter.index);
    }
  }
}

}  // namespace prongsai::source
