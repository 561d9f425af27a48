// All tables of a document that hold scores or might: pieces of one table put together, figures that stand in no table
// under their labels (cards, boxes of a slide) taken for one, each part understood (interpret.hpp).
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <set>
#include <vector>

#include "extractors/layouts/scores/captions.hpp"
#include "extractors/layouts/scores/grid.hpp"
#include "extractors/layouts/scores/interpret.hpp"
#include "extractors/layouts/scores/relevance.hpp"
#include "models/document.hpp"
#include "models/record.hpp"

namespace prongsai::layouts::scores {

// A part of a table that was understood by itself.
struct ScoreBlock {
  std::vector<std::size_t> tables;  // of the document; none for figures outside tables
  std::size_t item = 0;             // flow item of its first
  Caption caption;
  Interpretation interpretation;
  Evidence at;
};

// Points into the document, which must outlive it; may be moved, not copied.
struct ScoreTables {
  ScoreTables() = default;
  ScoreTables(const ScoreTables&) = delete;
  ScoreTables& operator=(const ScoreTables&) = delete;
  ScoreTables(ScoreTables&&) = default;
  ScoreTables& operator=(ScoreTables&&) = default;
  ~ScoreTables() = default;

  Relevance relevance;
  std::vector<ScoreBlock> blocks;
  std::deque<Table> loose;           // what figures outside tables were put into
  std::deque<TableCell> halves;      // of cells that hold two figures
  std::set<const Paragraph*> taken;  // whose words these are

  // Whether a table of the document states scores, and whether it announces them: for offices, or for two instruments.
  [[nodiscard]] bool states_scores(std::size_t table) const;
  [[nodiscard]] bool announces(std::size_t table) const;
  // Whether a cell's text names the office of a row or column of scores.
  [[nodiscard]] bool is_name(std::string_view cell) const;
};

struct ScoreTableSources {
  const Document& document;
  const Flow& flow;
  const std::vector<Title>& titles;
  const Labels& labels;
  const LabelReader& reader;
};

[[nodiscard]] ScoreTables read_score_tables(const ScoreTableSources& sources);

}  // namespace prongsai::layouts::scores
