#include "pipeline/checks/year_columns.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/dates.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

// A squeezed text made of these words alone.
bool is_about_years(std::string_view squeezed) {
  const text::YearWords& words = text::lexicon().years;
  const auto take = [&](const text::Words& list) {
    const auto word = std::ranges::find_if(list.texts(), [&](const auto& one) { return squeezed.starts_with(one); });
    if (word == list.texts().end()) return false;
    squeezed.remove_prefix(word->size());
    return true;
  };
  while (!squeezed.empty()) {
    if (!take(words.head_words) && !take(words.buddhist)) return false;
  }
  return true;
}

std::optional<int> year_alone(const std::string& text) {
  const auto years = text::find_years(text);
  if (years.size() != 1) return std::nullopt;
  const std::string rest = text.substr(0, years[0].begin) + text.substr(years[0].end);
  return is_about_years(without_blanks(rest)) ? std::optional(years[0].year) : std::nullopt;
}

}  // namespace

std::set<std::pair<int, int>> year_columns(const Record& record) {
  std::map<std::pair<int, int>, std::set<int>> years;
  std::set<std::pair<int, int>> others;
  for (const CellRecord& cell : record.cells) {
    if (text::find_years(cell.text).empty()) continue;
    const std::pair column{cell.table_no, cell.col_no};
    const auto year = year_alone(cell.text);
    const bool repeated = year && !years[column].insert(*year).second;
    if (!year || repeated || cell.column_key == ColumnKey::timeframe) others.insert(column);
  }
  std::set<std::pair<int, int>> found;
  for (const auto& [column, different] : years) {
    if (different.size() >= 2 && !others.contains(column)) found.insert(column);
  }
  return found;
}

}  // namespace prongsai::checks
