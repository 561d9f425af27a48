// The words over a table: what they say of all its figures.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extractors/layouts/flow.hpp"
#include "extractors/layouts/scores/label_sense.hpp"
#include "extractors/layouts/scores/relevance.hpp"
#include "extractors/layouts/scores/table_reading.hpp"
#include "extractors/layouts/title.hpp"
#include "extractors/layouts/words/labels.hpp"
#include "models/document.hpp"

namespace prongsai::layouts::scores {

struct Caption {
  TableContext context;
  std::optional<int> year;             // Buddhist Era
  bool year_spent = false;             // a figure stands beside it: it may be that one's alone
  std::optional<int> year_beside;      // the nearest year that has figures beside it …
  std::vector<double> figures_beside;  // … and these
  std::optional<std::string> owner;    // the line right above is an office's name: as printed
};

struct CaptionSources {
  const Document& document;
  const Flow& flow;
  const std::vector<Title>& titles;
  const Labels& labels;
  const LabelReader& reader;
  const Relevance& relevance;
  bool below = false;  // numbered captions stand below their tables
};

// Of the table that is item `item` of the flow. `box`: the part of it that is meant; of words over two tables side by
// side those over it count.
[[nodiscard]] Caption caption_of(const CaptionSources& sources, std::size_t item, const Box& box);

}  // namespace prongsai::layouts::scores
