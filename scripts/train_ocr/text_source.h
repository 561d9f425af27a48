// SPDX-License-Identifier: GPL-3.0-or-later
// Text for training lines: real Thai strings, a phrase grammar, and figures.
#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

namespace train_ocr {

using Rng = std::mt19937_64;

// Uniform integer in [lo, hi].
int pick_int(Rng& rng, int lo, int hi);
// Uniform real in [lo, hi).
double pick_real(Rng& rng, double lo, double hi);
// True with probability p.
bool chance(Rng& rng, double p);

// Which part of the strings may be used: a twentieth is never trained on.
enum class Part { train, held_out };

// What a line consists of.
enum class LineKind { mixed, figure };

class TextSource {
 public:
  // text_dir holds messages.txt and words.txt; grammar is the phrase file.
  TextSource(const std::string& text_dir, const std::string& grammar, Part part);

  // One line of at most max_chars code points, normalised, never empty.
  std::string line(Rng& rng, LineKind kind, int max_chars) const;

  // A figure as found alone in a table cell, in either digit script.
  static std::string lone_figure(Rng& rng);
  // Characters only a figure reader needs: digits . , / - % ( ) and space.
  static std::string strict_figure(Rng& rng);

  // Expands one rule of the phrase grammar.
  std::string expand(Rng& rng, const std::string& rule, int depth = 0) const;

 private:
  std::string mixed_line(Rng& rng, int max_chars) const;
  std::string short_piece(Rng& rng) const;
  std::string prose(Rng& rng, int want_chars) const;
  std::string random_marks(Rng& rng, int max_chars) const;

  Part part_;
  std::vector<std::string> messages_;
  std::vector<std::string> words_;
  std::map<std::string, std::vector<std::string>> rules_;
};

// Decoding helpers shared by the tools.
std::u32string to_u32(const std::string& utf8);
std::string to_utf8(const std::u32string& text);

// Canonical Thai order (upper/lower vowel before tone mark, ำ as one sign),
// single spaces, no characters outside the model's character set.
std::string normalise(const std::string& utf8);

// Turns ASCII digits into Thai digits.
std::string thai_digits(const std::string& utf8);

}  // namespace train_ocr
