// Whether a document and its passages speak of the assessment: without that nothing in them is a score.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "extractors/layouts/flow.hpp"
#include "extractors/layouts/scores/table_words.hpp"
#include "extractors/layouts/words/labels.hpp"
#include "models/document.hpp"

namespace prongsai::layouts::scores {

struct Relevance {
  bool named = false;   // the assessment is named anywhere
  bool about = false;   // its title or cover names it
  std::string words;    // the line that does: the evidence
  std::set<int> pages;  // on which it is named, from 1
};

[[nodiscard]] Relevance relevance_of(const Document& document, const Flow& flow, const Labels& labels,
                                     const TableWords& words);

}  // namespace prongsai::layouts::scores
