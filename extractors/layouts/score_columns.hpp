// Which columns of a table of scores hold what, told by their headers.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extractors/layouts/score_words.hpp"

namespace prongsai::layouts {

struct ScoreColumns {
  std::map<int, std::string> figures;  // column → IIT, EIT, OIT, ITA
  std::optional<int> value;            // one column of figures whose subject the row names
  std::optional<int> level;
  std::optional<int> office;
  std::optional<int> rank;
  std::map<int, bool> percent;  // a column of figures → its header says ร้อยละ or %
};

[[nodiscard]] ScoreColumns find_score_columns(const std::vector<std::string>& headers, const ScoreWords& words);

}  // namespace prongsai::layouts
