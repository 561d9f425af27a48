#include "pipeline/checks/table_filling.hpp"

#include <algorithm>
#include <array>

#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

// What a row of a table of measures, plans or results says in columns of its own.
bool is_content(ColumnKey key) {
  return key != ColumnKey::other && !names_the_row(key);
}

// One of these makes a table one of measures, plans or results; so many columns of contents it must have.
constexpr std::array kSubjects = {ColumnKey::weakness, ColumnKey::improvement, ColumnKey::measure,
                                  ColumnKey::activity, ColumnKey::procedure,   ColumnKey::result};
constexpr std::size_t kFewestColumns = 2;
constexpr int kFewestFilled = 2;
// Rows that name their issue, beside which one without anything else is a gap.
constexpr int kFewestNamed = 3;

// A column whose key no other column has: of several (months, halves of a year) a blank one may be meant.
bool stands_alone(const TableRecord& table, const ColumnRecord& column) {
  return std::count_if(table.columns.begin(), table.columns.end(),
                       [&](const ColumnRecord& other) { return other.key == column.key; }) == 1;
}

// Columns of contents, in a table of measures, plans or results; none in another.
std::vector<int> columns_of_contents(const TableRecord& table) {
  std::vector<int> columns;
  bool subject = false;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ColumnRecord& column = table.columns[i];
    if (!is_content(column.key) || !stands_alone(table, column)) continue;
    subject = subject || std::ranges::find(kSubjects, column.key) != kSubjects.end();
    columns.push_back(static_cast<int>(i) + 1);
  }
  return subject && columns.size() >= kFewestColumns ? columns : std::vector<int>();
}

// Columns by which a row is judged to be filled.
std::vector<int> columns_that_count(const TableRecord& table) {
  std::vector<int> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].key == ColumnKey::other || stands_alone(table, table.columns[i]))
      columns.push_back(static_cast<int>(i) + 1);
  }
  return columns;
}

bool is_filled(const CellRecord* cell) {
  return cell != nullptr && !is_unfilled(cell->text);
}

// An issue or an indicator by its words; a number alone may head a group of rows.
bool names_its_issue(const RecordRow& row) {
  return std::ranges::any_of(row.cells, [](const CellRecord* cell) {
    return (cell->column_key == ColumnKey::issue || cell->column_key == ColumnKey::indicator) && is_filled(cell);
  });
}

// Where nothing is demanded a dash is an answer: none.
bool is_dash(const CellRecord& cell) {
  const std::string text = without_blanks(cell.text);
  return text == "-" || text == "–" || text == "—";
}

// As many columns, and alike up to this one: what the others are taken for may differ with what they hold.
bool same_head(const TableRecord& a, const TableRecord& b, int up_to) {
  if (a.columns.size() != b.columns.size() || static_cast<int>(a.columns.size()) < up_to) return false;
  return std::equal(a.columns.begin(), a.columns.begin() + up_to, b.columns.begin(),
                    [](const ColumnRecord& x, const ColumnRecord& y) { return x.key == y.key; });
}

std::vector<std::vector<std::string>> headers_of(const TableRecord& table) {
  std::vector<std::vector<std::string>> headers;
  for (const ColumnRecord& column : table.columns) headers.push_back(column.header);
  return headers;
}

// Rows that most of the columns fill.
std::vector<RecordRow> filled_rows(const RecordView& rows, const TableRecord& table, const Requirements& requirements) {
  const std::vector<int> columns = columns_that_count(table);
  std::vector<RecordRow> out = rows.of(table.table_no);
  std::erase_if(out, [&](const RecordRow& row) {
    const auto filled =
        std::count_if(columns.begin(), columns.end(), [&](int column) { return is_filled(row.at(column)); });
    return filled < kFewestFilled || filled * 2 < static_cast<long>(columns.size()) || requirements.owes_nothing(row);
  });
  return out;
}

struct RowFilling {
  int filled = 0;
  int naming = 0;  // naming columns with words in them
  std::vector<const CellRecord*> blank;
};

RowFilling row_filling(const RecordRow& row, const TableRecord& table, const Requirements& requirements) {
  RowFilling out;
  for (const CellRecord* cell : row.cells) {
    if (!requirements.demands(table, cell->column_key)) continue;
    if (!is_unfilled(cell->text)) {
      ++(names_the_row(cell->column_key) ? out.naming : out.filled);
    } else if (!names_the_row(cell->column_key)) {
      out.blank.push_back(cell);
    }
  }
  return out;
}

// One cell of words among four or more: a sub-head over the rows below, or a row that was called off.
bool heads_others(const RecordRow& row) {
  constexpr std::size_t kFewestCells = 4;
  const auto words = std::ranges::count_if(
      row.cells, [](const CellRecord* cell) { return !names_the_row(cell->column_key) && is_filled(cell); });
  const bool numbered = std::ranges::any_of(
      row.cells, [](const CellRecord* cell) { return names_the_row(cell->column_key) && is_filled(cell); });
  return row.cells.size() >= kFewestCells && words == 1 && !numbered;
}

// A row is filled when at least two of its required cells are (in a table of two columns: one). A single filled cell
// among many is the tail of a row that a page break tore off, not a row of its own.
bool is_filled_row(const RowFilling& row) {
  const int required = row.filled + row.naming + static_cast<int>(row.blank.size());
  return row.filled + row.naming >= (required <= 2 ? 1 : 2);
}

}  // namespace

bool names_the_row(ColumnKey column_key) {
  return column_key == ColumnKey::issue || column_key == ColumnKey::indicator || column_key == ColumnKey::sequence;
}

TableFilling filling_of(const RecordView& rows, const TableRecord& table, const Requirements& requirements) {
  TableFilling out;
  for (const RecordRow& row : rows.of(table.table_no)) {
    const RowFilling filling = row_filling(row, table, requirements);
    out.filled_cells += filling.filled;
    if (is_filled_row(filling) && !heads_others(row) && !requirements.owes_nothing(row))
      out.gaps.insert(out.gaps.end(), filling.blank.begin(), filling.blank.end());
  }
  return out;
}

bool is_left_blank(const RecordView& rows, const TableRecord& table) {
  constexpr std::size_t kFewestRows = 2;
  const std::vector<RecordRow> all = rows.of(table.table_no);
  if (columns_of_contents(table).empty() || all.size() < kFewestRows) return false;
  return std::ranges::all_of(all, [](const RecordRow& row) {
    return std::ranges::all_of(
        row.cells, [](const CellRecord* cell) { return !is_filled(cell) || names_the_row(cell->column_key); });
  });
}

LoneGaps::LoneGaps(const Record& record, const RecordView& rows, const Requirements& requirements) {
  for (const TableRecord& table : record.tables) {
    if (table.annexed_template) continue;
    Alike& alike = alike_[headers_of(table)];
    alike.columns.resize(table.columns.size());
    for (const RecordRow& row : filled_rows(rows, table, requirements)) {
      for (std::size_t i = 0; i < alike.columns.size(); ++i) alike.columns[i].take(row.at(static_cast<int>(i) + 1));
      ++(names_its_issue(row) ? alike.named : alike.unnamed);
    }
    take_bare_rows(rows, table, alike);
  }
}

void LoneGaps::take_bare_rows(const RecordView& rows, const TableRecord& table, Alike& alike) {
  const std::vector<int> contents = columns_of_contents(table);
  for (const RecordRow& row : rows.of(table.table_no)) {
    const bool blank = std::ranges::all_of(
        row.cells, [](const CellRecord* cell) { return is_unfilled(cell->text) || names_the_row(cell->column_key); });
    if (!blank || contents.empty() || !names_its_issue(row)) continue;
    ++alike.bare;
    alike.last_bare = row.at(contents.front());
  }
}

void LoneGaps::Column::take(const CellRecord* cell) {
  if (is_filled(cell)) {
    ++filled;
  } else if (cell != nullptr) {
    ++blank;
    last_blank = cell;
  }
}

std::vector<const CellRecord*> LoneGaps::in(const TableRecord& table) const {
  std::vector<const CellRecord*> gaps;
  const auto alike = alike_.find(headers_of(table));
  if (alike == alike_.end()) return gaps;
  const auto& [columns, named, unnamed, bare, last_bare] = alike->second;
  if (bare == 1 && named >= kFewestNamed && unnamed == 0 && last_bare != nullptr &&
      last_bare->table_no == table.table_no)
    gaps.push_back(last_bare);
  for (const int number : columns_of_contents(table)) {
    const Column& column = columns[static_cast<std::size_t>(number) - 1];
    const bool lone = column.blank == 1 && column.last_blank->table_no == table.table_no;
    if (lone && column.filled >= kFewestFilled && !is_dash(*column.last_blank)) gaps.push_back(column.last_blank);
  }
  return gaps;
}

bool has_same_head(const TableRecord& a, const TableRecord& b) {
  return same_head(a, b, static_cast<int>(a.columns.size()));
}

bool is_cut_by_page(const Record& record, const RecordView& rows, const CellRecord& cell) {
  const bool spans = std::ranges::any_of(record.cells, [&](const CellRecord& other) {
    return other.row_span > 1 && other.column_key == cell.column_key && other.col_no == cell.col_no;
  });
  if (!spans || !without_blanks(cell.text).empty()) return false;
  const std::vector<RecordRow> all = rows.of(cell.table_no);
  const auto own = std::ranges::find(all, cell.row_no, &RecordRow::row_no);
  if (own == all.begin() || own == all.end()) return false;
  const RecordRow& above = *std::prev(own);
  if (above.cells.empty() || above.cells.front()->at.page_no >= cell.at.page_no) return false;
  return is_filled(above.at(cell.col_no));
}

bool continues_row(const Record& record, const RecordView& rows, const TableRecord& table, const CellRecord& cell) {
  const TableRecord* before = nullptr;
  for (const TableRecord& other : record.tables) {
    if (other.table_no == table.table_no) break;
    before = &other;
  }
  if (before == nullptr || before->at.page_no + 1 < table.at.page_no || !same_head(*before, table, cell.col_no)) {
    return false;
  }
  const std::vector<RecordRow> all = rows.of(table.table_no);
  if (all.empty() || all.front().row_no != cell.row_no) return false;
  for (int column = 1; column <= cell.col_no; ++column) {
    if (is_filled(all.front().at(column))) return false;
  }
  return true;
}

}  // namespace prongsai::checks
