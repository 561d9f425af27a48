#include "extractors/text/thai/syllables.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "extractors/text/unicode/thai_letters.hpp"

namespace prongsai::text {
namespace {

// A font that draws a mark, or the ring of ำ, over a space of its own leaves one blank; more than three are a gap
// between columns.
constexpr std::size_t kFalseBlanks = 3;

// No Thai word begins with these, so a blank before them is false.
bool never_begins_a_word(char32_t c) {
  return is_thai_mark(c) || is_thai_following_vowel(c);
}

// May `c` follow a letter `base` that stands before false blanks?
bool belongs_to(char32_t base, char32_t c) {
  if (is_thai_consonant(base) || is_thai_tone(base) || base == kNikhahit) return true;
  return is_thai_mark(c) && is_thai_mark(base);
}

// ป่ เป้ ฟ้ ฝ่: over a tall letter fonts have tone marks of their own, drawn further left, and a reader sees a gap behind
// them. What stands behind such a gap is an า: hardly a word has ำ there, and most reports have ป่า, ฟ้า, เป้าหมาย.
bool is_tone_over_tall(const Letters& letters, std::size_t at) {
  constexpr std::u32string_view kTall = U"ปฝฟฬ";
  return at > 0 && is_thai_tone(letters[at].value) && kTall.find(letters[at - 1].value) != kTall.npos;
}

int rejoin(Letters& letters) {
  Letters out;
  out.reserve(letters.size());
  int changed = 0;
  for (Letter letter : letters) {
    if (never_begins_a_word(letter.value) && !out.empty() && out.back().value == U' ') {
      std::size_t blanks = 0;
      while (blanks < out.size() && out[out.size() - 1 - blanks].value == U' ') ++blanks;
      const char32_t base = blanks < out.size() ? out[out.size() - 1 - blanks].value : U' ';
      if (blanks <= kFalseBlanks && belongs_to(base, letter.value)) {
        out.resize(out.size() - blanks);
        ++changed;
        if (letter.value == kSaraAa && !is_tone_over_tall(out, out.size() - 1)) {
          letter.value = kSaraAm;
          if (letter.sara_am != SaraAm::certain) letter.sara_am = SaraAm::spaced;
        }
      }
    }
    out.push_back(letter);
  }
  letters = std::move(out);
  return changed;
}

// WTT 2.0 order; marks of one class keep theirs. Agrees with Unicode's canonical order, so NFC changes nothing.
int order_of(char32_t mark) {
  if (mark == 0x0E3A) return 0;  // ฺ
  if (is_thai_above_vowel(mark) || is_thai_below_vowel(mark)) return 1;
  return mark == kNikhahit ? 2 : 3;
}

// The marks and the า or ำ after one consonant, collected and put in order.
class Syllable {
 public:
  // False when the letter does not belong to this syllable.
  bool take(const Letter& letter) {
    const char32_t c = letter.value;
    if (c == kSaraAa || c == kSaraAm) {
      take_vowel(letter);
      return true;
    }
    if (!is_thai_mark(c)) return false;
    const bool moves = is_thai_tone(c) || c == kNikhahit;  // over the า, where some fonts leave them
    if (has_vowel_ && !moves) return false;
    const bool twice = std::any_of(marks_.begin(), marks_.end(), [c](const Letter& m) { return m.value == c; });
    if (!twice) marks_.push_back(letter);
    return true;
  }

  void put(Letters& out) {
    std::stable_sort(marks_.begin(), marks_.end(),
                     [](const Letter& a, const Letter& b) { return order_of(a.value) < order_of(b.value); });
    const auto ring = std::find_if(marks_.begin(), marks_.end(), [](const Letter& m) { return m.value == kNikhahit; });
    if (has_vowel_ && ring != marks_.end()) {
      marks_.erase(ring);
      vowel_.value = kSaraAm;
    }
    out.insert(out.end(), marks_.begin(), marks_.end());
    if (has_vowel_) out.push_back(vowel_);
  }

 private:
  void take_vowel(const Letter& letter) {
    if (has_vowel_ && vowel_.value != letter.value) {  // ำ beside า: the font drew ำ from both
      vowel_.value = kSaraAm;
    } else if (!has_vowel_ || letter.sara_am == SaraAm::certain) {
      vowel_ = letter;
    }
    has_vowel_ = true;
  }

  Letters marks_;
  Letter vowel_;
  bool has_vowel_ = false;
};

int order_marks(Letters& letters) {
  Letters out;
  out.reserve(letters.size());
  int changed = 0;
  for (std::size_t i = 0; i < letters.size();) {
    // Marks that a text begins with, or that stand after a digit, have no consonant; they are ordered all the same.
    if (!is_thai_mark(letters[i].value)) out.push_back(letters[i++]);
    Syllable syllable;
    const std::size_t from = i;
    const std::size_t out_from = out.size();
    while (i < letters.size() && syllable.take(letters[i])) ++i;
    if (i == from) continue;
    syllable.put(out);
    const auto at = [](auto begin, std::size_t index) { return begin + static_cast<std::ptrdiff_t>(index); };
    const bool same = std::equal(at(letters.begin(), from), at(letters.begin(), i), at(out.begin(), out_from),
                                 out.end(), [](const Letter& a, const Letter& b) { return a.value == b.value; });
    if (!same) ++changed;
  }
  letters = std::move(out);
  return changed;
}

}  // namespace

int mend_syllables(Letters& letters) {
  const int rejoined = rejoin(letters);
  return rejoined + order_marks(letters);
}

}  // namespace prongsai::text
