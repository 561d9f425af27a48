// Lines, paragraphs and tables: a page's words put in order.
#pragma once

#include <string>
#include <vector>

#include "models/certainty.hpp"
#include "models/evidence.hpp"

namespace prongsai {

// One printed line inside one cell or one column of prose.
struct TextLine {
  std::string text;      // repaired, NFC
  std::string raw_text;  // as read
  Evidence at;
  double font_size = 0;  // points; 0 when unknown
  bool bold = false;
  Doubts doubts;  // of `text`
};

// A cell of one ruled grid on one page. Rows and columns count from 0; a span of 1 is an ordinary cell.
struct GridCell {
  int row = 0;
  int col = 0;
  int row_span = 1;
  int col_span = 1;
  Box box;
  std::vector<TextLine> lines;
};

// A grid on one page, ruled or (where rules are faint or missing) inferred from aligned columns.
struct Grid {
  int page_no = 0;
  Box box;
  int rows = 0;
  int cols = 0;
  std::vector<double> col_edges;  // cols + 1 x positions, points
  std::vector<double> row_edges;  // rows + 1 y positions, points
  std::vector<GridCell> cells;
  bool ruled = true;
};

// A cell of a table after page breaks were mended. Its text may come from several pages.
struct TableCell {
  int col = 0;
  int col_span = 1;
  std::string text;             // lines joined: one space between list items, nothing inside a Thai word
  std::string raw_text;         // lines as read, joined by '\n'
  Evidence at;                  // where it begins
  std::vector<Evidence> parts;  // one box for each page it stands on, in order
  Doubts doubts;                // of `text`
  bool repeated = false;        // it began in a row above and reaches down into this one
};

enum class RowKind {
  header,  // column titles (the first occurrence only; repeats on later pages are dropped)
  body,
  spanning,  // one cell over all columns (ระยะเวลาดำเนินการ, ข้อจำกัดของหน่วยงาน)
};

struct TableRow {
  RowKind kind = RowKind::body;
  std::vector<TableCell> cells;  // ordered by col; a column covered by a vertical span repeats the spanning cell's text
};

// A table, over as many pages as it goes.
struct Table {
  int first_page = 0;
  int last_page = 0;
  Box box;  // on the first page
  int cols = 0;
  std::vector<std::string> headers;  // one a column: the header as read, levels joined by ' '; "" where none
  std::vector<Box> header_boxes;     // one a column, on the first page
  std::vector<TableRow> rows;        // in order; header rows included, marked
  bool ruled = true;
};

// Lines that belong together: a heading, a list item or a sentence block.
struct Paragraph {
  std::string text;
  std::string raw_text;
  Evidence at;  // first line
  std::vector<TextLine> lines;
  Doubts doubts;  // of `text`
  double font_size = 0;
  bool bold = false;
  bool centred = false;
};

}  // namespace prongsai
