#include "pipeline/stages/mean_confidence.hpp"

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::stages {

double mean_confidence(const std::vector<Word>& words, double of_none) {
  double sum = 0, letters = 0;
  for (const Word& word : words) {
    const auto length = static_cast<double>(text::length(word.text));
    sum += word.confidence * length;
    letters += length;
  }
  return letters > 0 ? sum / letters : of_none;
}

}  // namespace prongsai::stages
