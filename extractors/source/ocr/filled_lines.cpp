#include "extractors/source/ocr/filled_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <ranges>
#include <utility>

#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::source {

namespace {

constexpr double kBoxBaseline = 0.73;  // of a scanned word's box, from its top
// In heights of a plain letter.
constexpr double kAboveDots = 1.2;     // as far as the baseline of what belongs to dots lies above them …
constexpr double kWrittenBelow = 0.2;  // … or below: of what is written on them,
constexpr double kPrintBelow = 0.4;    // and of the words beside them
constexpr double kBeside = 4;          // as far as these stand from the dots

double baseline_of(const Word& word) {
  return word.box.y0 + kBoxBaseline * word.box.height();
}

void move_down(Word& word, double by) {
  word.box.y0 += by;
  word.box.y1 += by;
  for (Box& box : word.chars) {
    box.y0 += by;
    box.y1 += by;
  }
}

bool says_something(const Word& word) {
  return std::ranges::any_of(text::to_utf32(word.text), [](char32_t c) {
    return text::is_digit(c) || text::is_latin_letter(c) || text::is_thai_consonant(c);
  });
}

bool is_level(const Word& word, const Word& dots, double letter, double below) {
  const double above = baseline_of(dots) - baseline_of(word);
  return above < kAboveDots * letter && above > -below * letter;
}

bool stands_on(const Word& word, const Word& dots, double letter) {
  const double x = word.box.centre().x;
  return x > dots.box.x0 && x < dots.box.x1 && is_level(word, dots, letter, kWrittenBelow);
}

class DotSettler {
 public:
  DotSettler(std::vector<Word>& words, double letter)
      : words_(&words), letter_(letter), written_(words.size(), false) {}

  std::vector<Word> settle(std::vector<Word> dotted) {
    std::vector<std::vector<std::size_t>> on;  // words that stand on each row of dots
    for (const Word& dots : dotted) on.push_back(written_on(dots));
    std::vector<Word> left;
    for (std::size_t i = 0; i < dotted.size(); ++i) {
      const auto baseline = baseline_beside(dotted[i]);
      for (const std::size_t w : on[i]) {
        if (baseline) move_down((*words_)[w], *baseline - baseline_of((*words_)[w]));
      }
      if (!on[i].empty()) continue;
      if (baseline) move_down(dotted[i], *baseline - baseline_of(dotted[i]));
      left.push_back(std::move(dotted[i]));
    }
    return left;
  }

 private:
  std::vector<std::size_t> written_on(const Word& dots) {
    std::vector<std::size_t> on;
    for (std::size_t w = 0; w < words_->size(); ++w) {
      if (!says_something((*words_)[w]) || !stands_on((*words_)[w], dots, letter_)) continue;
      written_[w] = true;
      on.push_back(w);
    }
    return on;
  }

  // Of the form's own word that stands nearest to the dots, to their left or to their right.
  [[nodiscard]] std::optional<double> baseline_beside(const Word& dots) const {
    std::optional<double> baseline;
    double nearest = kBeside * letter_;
    for (std::size_t w = 0; w < words_->size(); ++w) {
      const Word& word = (*words_)[w];
      const double gap = std::max(dots.box.x0 - word.box.x1, word.box.x0 - dots.box.x1);
      if (written_[w] || gap < -letter_ || gap >= nearest || !is_level(word, dots, letter_, kPrintBelow)) continue;
      nearest = gap;
      baseline = baseline_of(word);
    }
    return baseline;
  }

  std::vector<Word>* words_;
  double letter_;
  std::vector<bool> written_;  // one a word: it stands on dots
};

}  // namespace

std::vector<Word> settle_dots(std::vector<Word>& words, std::vector<Word> dotted, double letter) {
  return DotSettler(words, letter).settle(std::move(dotted));
}

}  // namespace prongsai::source
