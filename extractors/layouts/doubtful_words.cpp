#include "extractors/layouts/doubtful_words.hpp"

#include "extractors/tables/line_doubts.hpp"

namespace prongsai::layouts {

std::vector<DoubtfulWord> doubtful_words(const Document& document) {
  std::vector<DoubtfulWord> found;
  for (const Page& page : document.pages) {
    for (const Word& word : page.words) {
      if (tables::certainty_of(word) == Certainty::certain) continue;
      const Doubt doubt = tables::doubt_of(word, page.page_no);
      found.push_back({doubt.text, doubt.alternative, doubt.at});
    }
  }
  return found;
}

}  // namespace prongsai::layouts
