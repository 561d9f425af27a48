// The year of the assessment that was spoken of last before a table, where the words over it name none.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/scores/captions.hpp"

namespace prongsai::layouts::scores {

// "ประจำปีงบประมาณ พ.ศ. 2569" and no other word.
[[nodiscard]] bool is_nothing_but_a_year(std::string_view words, const ScoreWords& known);

// Fiscal and calendar years of a text, Buddhist Era, in order.
[[nodiscard]] std::vector<int> years_told_in(std::string_view words);

// Whether the paragraph whose first line is that item of the flow is a heading, or one that the document begins with.
[[nodiscard]] bool is_heading_at(const CaptionSources& sources, std::size_t item);

// A paragraph's words, behind those of the one before it where that ends in the words for a year and this one begins
// with it, or where that speaks of plans and this one is nothing but a year: a heading's lines, each read by itself. Of
// a line of a plan's title the whole title. `item`: the paragraph's first in the flow.
[[nodiscard]] std::string with_line_above(const CaptionSources& sources, std::size_t item, const std::string& words);

// Buddhist Era; `item`: the table's place in the flow. Across a heading only headings hand their year down, and the
// lines that a document begins with; of years that a sentence gives a figure each it is the latest.
[[nodiscard]] std::optional<int> year_above(const CaptionSources& sources, std::size_t item);

}  // namespace prongsai::layouts::scores
