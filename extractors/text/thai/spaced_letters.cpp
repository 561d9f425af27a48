#include "extractors/text/thai/spaced_letters.hpp"

#include <cstddef>
#include <utility>
#include <vector>

#include "extractors/text/unicode/thai_letters.hpp"

namespace prongsai::text {
namespace {

constexpr std::size_t kFewestSpaced = 5;  // letters that stand alone, one after the other
constexpr std::size_t kVowels = 2;        // of these, vowels or letters with one

// What stands between blanks.
struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t blanks = 0;  // before it
  bool single = false;     // one letter with its marks, or a vowel
  bool vowel = false;      // it is a vowel or bears a mark
};

Token token_at(const Letters& letters, std::size_t begin) {
  Token token{begin, begin, 0, true, false};
  std::size_t bases = 0;
  while (token.end < letters.size() && letters[token.end].value != U' ') {
    const char32_t c = letters[token.end++].value;
    if (!is_thai_letter(c)) token.single = false;
    if (is_thai_mark(c) || is_thai_leading_vowel(c) || is_thai_following_vowel(c)) token.vowel = true;
    // สำ: the ring and its า stand over their letter.
    if (!is_thai_mark(c) && c != kSaraAm) ++bases;
  }
  if (bases > 1) token.single = false;
  return token;
}

std::vector<Token> tokens_of(const Letters& letters) {
  std::vector<Token> tokens;
  std::size_t blanks = 0;
  for (std::size_t i = 0; i < letters.size();) {
    if (letters[i].value == U' ') {
      ++blanks;
      ++i;
      continue;
    }
    tokens.push_back(token_at(letters, i));
    tokens.back().blanks = std::exchange(blanks, 0);
    i = tokens.back().end;
  }
  return tokens;
}

// One past the last token of the stretch that begins there.
std::size_t stretch_end(const std::vector<Token>& tokens, std::size_t first) {
  std::size_t end = first;
  std::size_t vowels = 0;
  while (end < tokens.size() && tokens[end].single && (end == first || tokens[end].blanks <= 3)) {
    vowels += tokens[end].vowel ? 1 : 0;
    ++end;
  }
  return end - first >= kFewestSpaced && vowels >= kVowels ? end : first;
}

}  // namespace

int join_spaced_letters(Letters& letters) {
  const std::vector<Token> tokens = tokens_of(letters);
  std::vector<bool> dropped(letters.size(), false);
  int changed = 0;
  for (std::size_t t = 0; t < tokens.size();) {
    const std::size_t end = stretch_end(tokens, t);
    for (std::size_t k = t + 1; k < end; ++k) {
      const std::size_t kept = tokens[k].blanks > 1 ? 1 : 0;
      for (std::size_t i = 0; i + kept < tokens[k].blanks; ++i) dropped[tokens[k].begin - 1 - i] = true;
      changed += static_cast<int>(tokens[k].blanks - kept);
      for (std::size_t i = tokens[k].begin; i < tokens[k].end; ++i) {
        if (letters[i].value == kSaraAa) letters[i].sara_am = SaraAm::certain;
      }
    }
    t = end > t ? end : t + 1;
  }
  if (changed == 0) return 0;
  Letters joined;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (!dropped[i]) joined.push_back(letters[i]);
  }
  letters = std::move(joined);
  return changed;
}

}  // namespace prongsai::text
