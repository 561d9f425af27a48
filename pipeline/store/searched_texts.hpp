// Which texts the index of substrings holds, and how. For this library only.
#pragma once

#include <array>
#include <string>

namespace prongsai::store {

// What is searched, in the order of the kinds in a row's number.
struct Searched {
  const char* table;
  const char* text;
  const char* page;
};
inline constexpr std::array<Searched, 4> kSearched = {
    {{"cell", "text", "page_no"},
     {"paragraph", "text", "page_no"},
     {"issue", "timeframe", "coalesce(timeframe_page_no, page_no)"},
     {"issue", "limitation", "coalesce(limitation_page_no, page_no)"}}};

// SQL for a text with 0–9 for ๐–๙: as the index holds it (data/schema/019_folded_digits.sql), and as words are
// compared.
[[nodiscard]] inline std::string folded(const std::string& text) {
  std::string sql = text;
  const std::array<const char*, 10> thai = {"๐", "๑", "๒", "๓", "๔", "๕", "๖", "๗", "๘", "๙"};
  for (std::size_t digit = 0; digit < thai.size(); ++digit) {
    sql = "replace(" + sql + ", '" + thai.at(digit) + "', '" + std::to_string(digit) + "')";
  }
  return sql;
}

}  // namespace prongsai::store
