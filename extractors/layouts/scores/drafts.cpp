#include "extractors/layouts/scores/drafts.hpp"

#include <algorithm>
#include <map>

#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts {

void drop_drafts(Record& record, const Document& document, const ScoreWords& words) {
  std::map<int, const Paragraph*> drafts;  // by page
  for (const Paragraph& paragraph : document.paragraphs) {
    if (contains_any(tight(paragraph.text), words.drafts)) drafts.try_emplace(paragraph.at.page_no, &paragraph);
  }
  for (const auto& [number, paragraph] : drafts) {
    const auto on_page = [page = number](const ScoreRecord& score) { return score.at.page_no == page; };
    if (std::ranges::none_of(record.scores, on_page)) continue;
    std::erase_if(record.scores, on_page);
    ScoreReading reading;
    reading.unclear = "draft";
    reading.words = paragraph->text;
    reading.at = paragraph->at;
    record.score_readings.push_back(std::move(reading));
  }
}

}  // namespace prongsai::layouts
