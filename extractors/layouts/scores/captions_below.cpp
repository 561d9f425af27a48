#include "extractors/layouts/scores/captions_below.hpp"

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {

bool is_numbered_caption(std::string_view line, const TableWords& words) {
  const std::string compact = tight(line);
  const std::size_t word = begins_with_any(compact, words.numbered_captions);
  return word > 0 && word < compact.size() && text::is_digit(text::code_point_at(compact, word).value);
}

bool captions_stand_below(const Flow& flow, const Document& document, const TableWords& words) {
  const auto is_table_here = [&](std::size_t item, int page) {
    return item < flow.size() && flow[item].is_table() && page_of(flow[item], document) == page;
  };
  bool any = false;
  bool all_above = true;
  for (std::size_t i = 0; i < flow.size(); ++i) {
    if (flow[i].is_table() || flow[i].line != 0 || !is_numbered_caption(flow[i].text, words)) continue;
    const int page = page_of(flow[i], document);
    std::size_t next = i + 1;
    while (next < flow.size() && !flow[next].is_table() && flow[next].index == flow[i].index) ++next;
    const bool below = i > 0 && flow[i - 1].is_table() && document.tables[flow[i - 1].index].last_page == page;
    if (!below) return false;
    all_above = all_above && is_table_here(next, page);
    any = true;
  }
  return any && !all_above;
}

}  // namespace prongsai::layouts::scores
