// The lists of a record, walked with the tables that hold them: to store it, and to send it as a message.
#pragma once

#include "models/record.hpp"

namespace prongsai::store {

// visit(table, list) for each; the record may be const or not.
template <typename Document, typename Visit>
void each_list(Document& record, const Visit& visit) {
  visit("page", record.pages);
  visit("paragraph", record.paragraphs);
  visit("issue", record.issues);
  visit("table_info", record.tables);
  visit("cell", record.cells);
  visit("score", record.scores);
  visit("score_reading", record.score_readings);
  visit("identity_candidate", record.candidates);
  visit("link", record.links);
  visit("doubtful_word", record.doubtful_words);
  visit("aside", record.asides);
  visit("damage", record.damages);
  visit("attached_document", record.attached);
}

}  // namespace prongsai::store
