#include "extractors/layouts/scores/other_scales.hpp"

namespace prongsai::layouts {
namespace {

// Weighted parts begin at about twenty of thirty or forty; the lowest totals ever announced are above thirty.
constexpr double kLeastScore = 10;
// … of items and indicators no part that is not nothing makes so little: points of five.
constexpr double kLeastPart = 5;

bool is_of_the_whole(SubjectKind subject) {
  return subject == SubjectKind::ita || subject == SubjectKind::iit || subject == SubjectKind::eit ||
         subject == SubjectKind::oit;
}

}  // namespace

void drop_other_scales(Record& record) {
  std::erase_if(record.scores, [](const ScoreRecord& score) {
    const bool little = is_of_the_whole(score.subject) ? score.value < kLeastScore : score.value <= kLeastPart;
    return score.at.source != TextSource::ocr && score.value > 0 && little;
  });
}

}  // namespace prongsai::layouts
