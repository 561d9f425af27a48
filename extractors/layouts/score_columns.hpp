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
  std::vector<int> values;             // columns of figures whose subject the row names: one, or one a year
  bool bare_years = false;             // these are headed by years alone: what their figures are, the rows must show
  std::vector<int> levels;
  std::optional<int> office;
  std::optional<int> rank;
  std::map<int, int> years;     // column → the year that its header names, Buddhist Era
  std::map<int, bool> percent;  // a column of figures → its header says ร้อยละ or %

  // How many different scores head columns of figures.
  [[nodiscard]] std::size_t subjects() const;
  [[nodiscard]] std::optional<int> year_of(int column) const;

  // One office's figures side by side, or one office a row with its total and level: an announcement of results.
  [[nodiscard]] bool announces() const;
};

// What a header or cell says beside the year that it names: "คะแนน ปี ๒๕๖๖" is "คะแนน" of 2566.
struct Dated {
  std::optional<int> year;  // Buddhist Era
  std::string rest;         // tight
};
[[nodiscard]] Dated dated(const std::string& text, const ScoreWords& words);

[[nodiscard]] ScoreColumns find_score_columns(const std::vector<std::string>& headers, const ScoreWords& words);

}  // namespace prongsai::layouts
