#include "extractors/layouts/scores/score_tables.hpp"

#include <algorithm>
#include <set>

#include "extractors/layouts/scores/blocks.hpp"
#include "extractors/layouts/scores/bracketed.hpp"
#include "extractors/layouts/scores/captions_below.hpp"
#include "extractors/layouts/scores/label_pairs.hpp"
#include "extractors/layouts/scores/leader_lines.hpp"
#include "extractors/layouts/scores/stacked.hpp"
#include "extractors/layouts/scores/table_pieces.hpp"
#include "extractors/layouts/scores/year_above.hpp"
#include "extractors/layouts/scores/year_charts.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

// Between two tables of one title: lines, code points of one, and the columns whose heads are the same.
constexpr std::size_t kMostBetween = 3;
constexpr std::size_t kShortLine = 60;
constexpr std::size_t kFewestShared = 3;

Evidence grid_place(const Grid& grid) {
  Evidence at;
  for (const GridLine& line : grid.rows) {
    for (const TableCell* cell : line.cells) {
      if (cell == nullptr) continue;
      if (at.page_no == 0) at = cell->at;
      if (cell->at.page_no == at.page_no) at.box = unite(at.box, cell->at.box);
    }
  }
  return at;
}

class TablesReader {
 public:
  explicit TablesReader(const ScoreTableSources& sources) : sources_(&sources), senses_(sources.reader) {}

  ScoreTables read() {
    out_.relevance = relevance_of(sources_->document, sources_->flow, sources_->labels, sources_->reader.table());
    if (!out_.relevance.named) return std::move(out_);
    for (const Table& table : sources_->document.tables) {
      senses_.name_indicators(table);
      senses_.name_instruments(table);
    }
    for (const TablePieces& pieces : put_together(sources_->document, sources_->flow, senses_)) read_table(pieces);
    for (LabelPairs& pairs : find_label_pairs(sources_->document, sources_->flow, senses_)) read_pairs(pairs);
    for (LabelPairs& chart : find_year_charts(sources_->document, sources_->flow, senses_)) read_pairs(chart);
    for (LabelPairs& lines : find_leader_lines(sources_->document, sources_->flow, senses_)) read_pairs(lines);
    return std::move(out_);
  }

 private:
  void read_table(const TablePieces& pieces) {
    for (const Grid& whole : split_blocks(pieces.grid, senses_)) {
      const Grid unstacked = split_stacks(whole, senses_, out_.halves);
      const Grid block = split_brackets(unstacked, senses_, out_.halves);
      ScoreBlock out{pieces.tables, pieces.item, {}, {}, grid_place(block)};
      out.caption = caption_of(caption_sources(), pieces.item, out.at.box);
      const bool follows = pieces.item > 0 && sources_->flow[pieces.item - 1].is_table() && !out_.blocks.empty();
      if (follows && out.caption.context.words.empty() && !out.caption.year) out.caption = out_.blocks.back().caption;
      if (is_sister_of_the_last(out, block)) hand_down_from_the_last(out);
      last_head_ = head_of(block);
      out.interpretation = interpret(block, out.caption.context, senses_);
      if (out.interpretation.unclear && read_abreast(pieces, block)) continue;
      look_for_year_above(out, pieces.item);
      out_.blocks.push_back(std::move(out));
    }
  }

  // Two tables that share a rule: taken for one they state each score twice. Each has a year of its own over it.
  bool read_abreast(const TablePieces& pieces, const Grid& block) {
    std::vector<ScoreBlock> parts;
    std::set<int> years;
    for (const Grid& part : split_abreast(block, senses_)) {
      ScoreBlock out{pieces.tables, pieces.item, {}, {}, grid_place(part)};
      out.caption = caption_of(caption_sources(), pieces.item, out.at.box);
      if (!out.caption.year || out.caption.year_spent || !years.insert(*out.caption.year).second) return false;
      out.interpretation = interpret(part, out.caption.context, senses_);
      if (!out.interpretation.states_scores()) return false;
      parts.push_back(std::move(out));
    }
    for (ScoreBlock& part : parts) out_.blocks.push_back(std::move(part));
    return !parts.empty();
  }

  static std::vector<std::string> head_of(const Grid& block) {
    std::vector<std::string> head;
    for (int column = 0; column < block.column_count(); ++column) {
      const TableCell* cell = block.row_count() > 0 ? block.at(0, column) : nullptr;
      head.push_back(cell == nullptr ? std::string() : tight(cell->text));
    }
    return head;
  }

  // "กลุ่มที่ ๒ ไม่ผ่านเกณฑ์" between two tables of one head: both are of what the title over the first says.
  [[nodiscard]] bool is_sister_of_the_last(const ScoreBlock& block, const Grid& grid) const {
    const TableContext& context = block.caption.context;
    if (out_.blocks.empty() || context.about || context.other_matter || !context.words.empty()) return false;
    const ScoreBlock& last = out_.blocks.back();
    if (!last.interpretation.states_scores() || !last.interpretation.best.names || !last.caption.context.about)
      return false;
    const std::vector<std::string> head = head_of(grid);
    const std::size_t shared = std::min(head.size(), last_head_.size());
    return shared >= kFewestShared &&
           std::equal(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(shared), last_head_.begin()) &&
           only_short_lines_between(last.item, block.item);
  }

  [[nodiscard]] bool only_short_lines_between(std::size_t from, std::size_t to) const {
    std::size_t lines = 0;
    for (std::size_t item = from + 1; item < to; ++item) {
      if (sources_->flow[item].is_table()) continue;  // a piece of the last
      if (++lines > kMostBetween || text::length(sources_->flow[item].text) > kShortLine) return false;
    }
    return true;
  }

  void hand_down_from_the_last(ScoreBlock& block) const {
    const Caption& last = out_.blocks.back().caption;
    block.caption.context = last.context;
    if (block.caption.year) return;
    block.caption.year = last.year;
    block.caption.year_spent = last.year_spent;
  }

  void read_pairs(LabelPairs& pairs) {
    out_.loose.push_back(std::move(pairs.table));
    senses_.name_indicators(out_.loose.back());
    senses_.name_instruments(out_.loose.back());
    const Grid grid = grid_of(out_.loose.back());
    ScoreBlock out{{}, pairs.item, {}, {}, grid_place(grid)};
    out.caption = caption_of(caption_sources(), pairs.item, out.at.box);
    out.interpretation = interpret(grid, out.caption.context, senses_);
    if (!out.interpretation.states_scores() && !out.interpretation.unclear) return;
    look_for_year_above(out, pairs.item);
    for (const std::size_t paragraph : pairs.paragraphs) out_.taken.insert(&sources_->document.paragraphs[paragraph]);
    out_.blocks.push_back(std::move(out));
  }

  // Where the words over a table name no year, or one with a figure of its own.
  void look_for_year_above(ScoreBlock& block, std::size_t item) const {
    if (!block.interpretation.states_scores()) return;
    if (repeats_a_figure(block)) {
      block.caption.year = block.caption.year_beside;
      return;
    }
    if (block.caption.year && !block.caption.year_spent) return;
    if (const auto above = year_above(caption_sources(), item)) block.caption.year = above;
  }

  // The figure that stands beside the year over the table stands in it again: both are of that year.
  static bool repeats_a_figure(const ScoreBlock& block) {
    return std::ranges::any_of(block.interpretation.best.figures, [&](const ReadFigure& figure) {
      const auto& beside = block.caption.figures_beside;
      return figure.subject.kind == SubjectKind::ita &&
             std::ranges::find(beside, figure.figure.number.value) != beside.end();
    });
  }

  [[nodiscard]] CaptionSources caption_sources() const {
    return {sources_->document, sources_->flow, sources_->titles, sources_->labels, sources_->reader,
            out_.relevance,     below_};
  }

  const ScoreTableSources* sources_;
  ScoreTables out_;
  CellSenses senses_;
  std::vector<std::string> last_head_;  // tight: the first row of the last block
  bool below_ = captions_stand_below(sources_->flow, sources_->document, sources_->reader.table());
};

}  // namespace

bool ScoreTables::states_scores(std::size_t table) const {
  return std::ranges::any_of(blocks, [&](const ScoreBlock& block) {
    return block.interpretation.states_scores() && std::ranges::find(block.tables, table) != block.tables.end();
  });
}

bool ScoreTables::announces(std::size_t table) const {
  return std::ranges::any_of(blocks, [&](const ScoreBlock& block) {
    if (!block.interpretation.states_scores() || std::ranges::find(block.tables, table) == block.tables.end())
      return false;
    std::set<Subject> wholes;
    for (const ReadFigure& figure : block.interpretation.best.figures) {
      if (figure.subject.rank() <= 2) wholes.insert(figure.subject);
    }
    return block.interpretation.best.names || wholes.size() >= 2;
  });
}

bool ScoreTables::is_name(std::string_view cell) const {
  return std::ranges::any_of(blocks, [&](const ScoreBlock& block) {
    if (!block.interpretation.states_scores()) return false;
    return std::ranges::any_of(block.interpretation.best.figures,
                               [&](const ReadFigure& figure) { return figure.owner == cell; });
  });
}

ScoreTables read_score_tables(const ScoreTableSources& sources) {
  return TablesReader(sources).read();
}

}  // namespace prongsai::layouts::scores
