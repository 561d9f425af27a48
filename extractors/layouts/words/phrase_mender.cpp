#include "extractors/layouts/words/phrase_mender.hpp"

#include <algorithm>
#include <optional>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::size_t kFewestLetters = 4;
// From so many letters on, one may be wrong; from so many, one may be missing or too many.
constexpr std::size_t kForgivingLetters = 5;
constexpr std::size_t kSureLetters = 6;

// A base letter with the bytes of its marks.
struct Letter {
  char32_t value = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Letter> letters_of(std::string_view text) {
  std::vector<Letter> letters;
  for (const auto& point : text::code_points(text)) {
    if (text::is_blank(point.value)) continue;
    if (text::is_thai_mark(point.value)) {
      if (!letters.empty()) letters.back().end = point.end();
      continue;
    }
    letters.push_back({point.value, point.begin, point.end()});
  }
  return letters;
}

// One letter may stand for another when both are Thai: a figure's digit or a level's Latin letter is never a
// misreading.
bool forgivable(char32_t read, char32_t meant) {
  return text::is_thai_letter(read) && text::is_thai_letter(meant);
}

bool same_run(const std::vector<Letter>& text, std::size_t at, const std::u32string& phrase, std::size_t from) {
  if (at + phrase.size() - from > text.size()) return false;
  for (std::size_t i = from; i < phrase.size(); ++i) {
    if (text[at + i - from].value != phrase[i]) return false;
  }
  return true;
}

// Whether the word goes on behind a letter: "ลำดับคะแนน" begins like "ลำดับที่" and is not it.
bool goes_on(const std::vector<Letter>& text, std::size_t at) {
  return at + 1 < text.size() && text[at + 1].begin == text[at].end && text::is_thai_letter(text[at + 1].value);
}

// How many letters of the text are the phrase, one of them wrong, missing or too many; 0 when they are not.
std::size_t letters_alike(const std::vector<Letter>& text, std::size_t at, const std::u32string& phrase) {
  std::size_t same = 0;
  while (same < phrase.size() && at + same < text.size() && text[at + same].value == phrase[same]) ++same;
  if (same == phrase.size()) return phrase.size();
  if (phrase.size() < kForgivingLetters || at + same >= text.size()) return 0;
  const char32_t read = text[at + same].value;
  if (!forgivable(read, phrase[same])) return 0;
  if (same + 1 == phrase.size() && goes_on(text, at + same)) return 0;
  if (same_run(text, at + same + 1, phrase, same + 1)) return phrase.size();
  // A letter lost or put in must stand inside the phrase: at its ends it is a neighbour's.
  if (phrase.size() < kSureLetters || same == 0 || same + 1 == phrase.size()) return 0;
  if (same_run(text, at + same, phrase, same + 1)) return phrase.size() - 1;
  return same_run(text, at + same + 1, phrase, same) ? phrase.size() + 1 : 0;
}

}  // namespace

std::size_t MendedText::original(std::size_t at) const {
  if (at >= text_.size()) return source_size_;
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), at, [](std::size_t a, const Piece& p) { return a < p.begin; });
  if (after == pieces_.begin()) return at;
  const Piece& piece = *(after - 1);
  return piece.exact ? piece.original + (at - piece.begin) : piece.original;
}

void MendedText::copy(std::string_view source, std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  pieces_.push_back({text_.size(), begin, true});
  text_.append(source.substr(begin, end - begin));
}

void MendedText::put(std::string_view phrase, std::size_t original_begin) {
  pieces_.push_back({text_.size(), original_begin, false});
  text_.append(phrase);
}

PhraseMender::PhraseMender(const std::vector<std::string>& phrases) {
  for (const auto& phrase : phrases) {
    Phrase known{phrase, {}};
    for (const auto& letter : letters_of(phrase)) known.letters.push_back(letter.value);
    // "คะแนน:" would take the next word's first letter for its colon.
    const bool words = std::all_of(known.letters.begin(), known.letters.end(),
                                   [](char32_t c) { return text::is_thai_letter(c) || text::is_latin_letter(c); });
    if (words && known.letters.size() >= kFewestLetters) phrases_.push_back(std::move(known));
  }
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const Phrase& a, const Phrase& b) { return a.letters.size() > b.letters.size(); });
}

MendedText PhraseMender::mend(std::string_view text) const {
  const auto letters = letters_of(text);
  MendedText mended(text.size());
  std::size_t copied = 0;
  for (std::size_t i = 0; i < letters.size();) {
    std::size_t size = 0;
    const auto phrase = std::find_if(phrases_.begin(), phrases_.end(), [&](const Phrase& known) {
      size = letters_alike(letters, i, known.letters);
      return size > 0;
    });
    if (phrase == phrases_.end()) {
      ++i;
      continue;
    }
    mended.copy(text, copied, letters[i].begin);
    mended.put(phrase->spelling, letters[i].begin);
    i += size;
    copied = letters[i - 1].end;
  }
  mended.copy(text, copied, text.size());
  return mended;
}

}  // namespace prongsai::layouts
