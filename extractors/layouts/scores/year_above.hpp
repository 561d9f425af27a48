// The year of the assessment that was spoken of last before a table, where the words over it name none.
#pragma once

#include <cstddef>
#include <optional>

#include "extractors/layouts/scores/captions.hpp"

namespace prongsai::layouts::scores {

// Buddhist Era; `item`: the table's place in the flow.
[[nodiscard]] std::optional<int> year_above(const CaptionSources& sources, std::size_t item);

}  // namespace prongsai::layouts::scores
