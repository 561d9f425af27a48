// The lists of a record, walked with their names. For this folder only.
#pragma once

#include "models/record.hpp"

namespace prongsai::workers {

// visit(name, list) for each; the record may be const or not.
template <typename Document, typename Visit>
void each_list(Document& record, const Visit& visit) {
  visit("pages", record.pages);
  visit("paragraphs", record.paragraphs);
  visit("issues", record.issues);
  visit("tables", record.tables);
  visit("cells", record.cells);
  visit("scores", record.scores);
  visit("score_readings", record.score_readings);
  visit("links", record.links);
  visit("doubtful_words", record.doubtful_words);
  visit("asides", record.asides);
  visit("damages", record.damages);
}

}  // namespace prongsai::workers
