// Lines of a list that lead from a label to its figure: "IIT ........ ๒๘.๑๒ คะแนน", "การใช้อำนาจ : ๙๐.๑๐"; or, as beside
// the bars of a chart, bare: "ตัวชี้วัดที่ ๓ การใช้อำนาจ ๙๒.๙๐".
#pragma once

#include <vector>

#include "extractors/layouts/flow.hpp"
#include "extractors/layouts/scores/cell_senses.hpp"
#include "extractors/layouts/scores/label_pairs.hpp"
#include "models/document.hpp"

namespace prongsai::layouts::scores {

// Two lines or more, of bare ones three, one below the other, each a table's row of a label and its figure.
[[nodiscard]] std::vector<LabelPairs> find_leader_lines(const Document& document, const Flow& flow, CellSenses& senses);

}  // namespace prongsai::layouts::scores
