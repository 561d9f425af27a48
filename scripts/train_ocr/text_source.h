// SPDX-License-Identifier: GPL-3.0-or-later
// Text for training lines: real Thai strings, a phrase grammar, and figures.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "chance.h"

namespace train_ocr {

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

}  // namespace train_ocr
