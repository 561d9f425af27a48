// Which of the cells that a table ought to have are filled.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/record_view.hpp"
#include "pipeline/checks/requirements.hpp"

namespace prongsai::checks {

// Columns that name what a row is about: they are printed beforehand in a form, so they fill nothing.
[[nodiscard]] bool names_the_row(ColumnKey column_key);

struct TableFilling {
  int filled_cells = 0;                 // required cells with words in them, the naming columns left out
  std::vector<const CellRecord*> gaps;  // required cells left blank in rows that are filled
};

// By what the table's layout demands.
[[nodiscard]] TableFilling filling_of(const RecordView& rows, const TableRecord& table,
                                      const Requirements& requirements);

// Where no layout demands anything: a table of measures, plans or results of two rows or more in which nothing was
// written but what names the rows.
[[nodiscard]] bool is_left_blank(const RecordView& rows, const TableRecord& table);

// Where no layout demands anything: cells left blank in a table of measures, plans or results, in a row that is filled,
// under a column of such a table's own that all other rows (two at least) fill. Tables of the same headers, one form
// after the other (cards, a table a page), count as one. So does a row that names its issue and holds nothing else,
// the only such row among filled ones that each name theirs: its first blank cell stands for it. The record must
// outlive it.
class LoneGaps {
 public:
  LoneGaps(const Record& record, const RecordView& rows, const Requirements& requirements);

  // Those of a table that is no annexed template.
  [[nodiscard]] std::vector<const CellRecord*> in(const TableRecord& table) const;

 private:
  struct Column {
    int filled = 0;
    int blank = 0;
    const CellRecord* last_blank = nullptr;

    void take(const CellRecord* cell);
  };
  struct Alike {
    std::vector<Column> columns;
    int named = 0;                          // filled rows that name their issue or indicator
    int unnamed = 0;                        // … and that do not
    int bare = 0;                           // rows that do and hold nothing else
    const CellRecord* last_bare = nullptr;  // its first blank cell of contents
  };
  using Headers = std::vector<std::vector<std::string>>;

  static void take_bare_rows(const RecordView& rows, const TableRecord& table, Alike& alike);

  std::map<Headers, Alike> alike_;
};

// As many columns, taken for the same things.
[[nodiscard]] bool has_same_head(const TableRecord& a, const TableRecord& b);

// Whether a cell of the first row on its page may be the rest of one above that the page's end cuts, in a report whose
// cells of that column span rows elsewhere: what spans both rows was said on the page before.
[[nodiscard]] bool is_cut_by_page(const Record& record, const RecordView& rows, const CellRecord& cell);

// The first row of a table goes on with the last row of the table before it: the same head printed anew on the next
// page, and nothing in the row's columns up to this cell's. What looks blank was said on the page before.
[[nodiscard]] bool continues_row(const Record& record, const RecordView& rows, const TableRecord& table,
                                 const CellRecord& cell);

}  // namespace prongsai::checks
