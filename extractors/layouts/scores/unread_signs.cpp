#include "extractors/layouts/scores/unread_signs.hpp"

#include <algorithm>
#include <string_view>

#include "extractors/layouts/assessment/assessment.hpp"
#include "extractors/layouts/scores/cell_figure.hpp"
#include "extractors/layouts/scores/figure_text.hpp"

namespace prongsai::layouts::scores {
namespace {

class Counter {
 public:
  void add(std::string_view text) {
    for (std::size_t i = 0; i < std::size(kInstruments); ++i)
      named_[i] = named_[i] || text.find(word_of(kInstruments[i])) != std::string_view::npos;
    for (const FigureText& figure : find_figures(text)) {
      if (figure.readable() && figure.decimals == kScorePlaces && figure.value <= kHighestScore) ++figures_;
    }
  }

  [[nodiscard]] ScoreSigns signs() const {
    return {std::all_of(std::begin(named_), std::end(named_), [](bool one) { return one; }), figures_};
  }

 private:
  bool named_[std::size(kInstruments)] = {};
  int figures_ = 0;
};

}  // namespace

ScoreSigns count_signs(const Document& document, const Flow& flow, const std::vector<bool>& annexed, int page_no) {
  Counter counter;
  for (std::size_t i = 0; i < flow.size(); ++i) {
    if (annexed[i]) continue;
    if (!flow[i].is_table()) {
      if (flow[i].at->page_no == page_no) counter.add(flow[i].text);
      continue;
    }
    for (const TableRow& row : document.tables[flow[i].index].rows) {
      for (const TableCell& cell : row.cells) {
        if (cell.at.page_no == page_no) counter.add(cell.text);
      }
    }
  }
  return counter.signs();
}

}  // namespace prongsai::layouts::scores
