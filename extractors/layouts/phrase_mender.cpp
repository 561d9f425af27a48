#include "extractors/layouts/phrase_mender.hpp"

#include <algorithm>
#include <optional>

#include "extractors/text/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::size_t kFewestLetters = 4;
// From so many letters on, one may be wrong.
constexpr std::size_t kForgivingLetters = 6;

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

bool alike(const std::vector<Letter>& text, std::size_t at, const std::u32string& phrase) {
  if (at + phrase.size() > text.size()) return false;
  std::size_t left = phrase.size() >= kForgivingLetters ? 1 : 0;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const char32_t letter = text[at + i].value;
    if (letter == phrase[i]) continue;
    // A digit is a figure's, never a misread letter of a phrase.
    if (left == 0 || text::is_digit(letter) || text::is_digit(phrase[i])) return false;
    --left;
  }
  return true;
}

}  // namespace

std::size_t MendedText::original(std::size_t at) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), at, [](std::size_t a, const Piece& p) { return a < p.begin; });
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
    if (known.letters.size() >= kFewestLetters) phrases_.push_back(std::move(known));
  }
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const Phrase& a, const Phrase& b) { return a.letters.size() > b.letters.size(); });
}

MendedText PhraseMender::mend(std::string_view text) const {
  const auto letters = letters_of(text);
  MendedText mended;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < letters.size();) {
    const auto phrase = std::find_if(phrases_.begin(), phrases_.end(),
                                     [&](const Phrase& known) { return alike(letters, i, known.letters); });
    if (phrase == phrases_.end()) {
      ++i;
      continue;
    }
    mended.copy(text, copied, letters[i].begin);
    mended.put(phrase->spelling, letters[i].begin);
    i += phrase->letters.size();
    copied = letters[i - 1].end;
  }
  mended.copy(text, copied, text.size());
  return mended;
}

}  // namespace prongsai::layouts
