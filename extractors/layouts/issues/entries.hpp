// What stands under an issue's heading beside its table: the item codes, the timeframe (ระยะเวลาดำเนินการ) and the
// office's limitation (ข้อจำกัดของหน่วยงาน).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/reading.hpp"
#include "models/record.hpp"

namespace prongsai::layouts {

// A labelled entry's value and where it begins.
struct EntryValue {
  std::string text;  // never blank
  Evidence at;
  Doubts doubts;  // of `text`
};

struct Entries {
  std::optional<EntryValue> timeframe;
  std::optional<EntryValue> limitation;
  std::vector<std::size_t> timeframe_items;  // flow items that were part of it, its label's line among them
  std::vector<std::size_t> limitation_items;
};

// The labelled entries of a stretch of the flow: on lines, and in rows of tables that span all columns. An entry's
// value is what follows its label up to the next label: the rest of the line, the lines of the same paragraph, or,
// when the label stands alone, the next paragraph and the list items behind it.
[[nodiscard]] Entries find_entries(const Reading& reading, std::size_t begin, std::size_t end, const Labels& labels);

// The labelled entries of one spanning row.
[[nodiscard]] Entries entries_of_row(const TableRow& row, const Labels& labels);

// Gives an issue the entries that it does not have yet.
void fill_entries(IssueRecord& issue, const Entries& entries);

struct CodeList {
  std::vector<std::string> codes;  // canonical, in the order listed, each once
  std::vector<std::size_t> items;  // the flow items that list them
};

// The codes listed between an issue's heading and its table.
[[nodiscard]] CodeList find_code_list(const Reading& reading, const IssueSection& section, const Knowledge& knowledge);

// The codes of one line of such a list; a number that lost its zero (๐๘ ๐๙ ๑๐) counts where only codes stand.
[[nodiscard]] std::vector<std::string> codes_of_line(std::string_view line, const text::ItemRanges& ranges);

// The codes of a cell that holds nothing else.
[[nodiscard]] std::vector<std::string> codes_of_cell(std::string_view cell, const text::ItemRanges& ranges);

}  // namespace prongsai::layouts
