#include "extractors/tables/drafts.hpp"

#include <algorithm>
#include <utility>

#include "extractors/tables/line_doubts.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/thai/scan_spelling.hpp"

namespace prongsai::tables {
namespace {

std::string joined_raw(const std::vector<Line>& lines) {
  std::string raw;
  for (const Line& line : lines) {
    if (!raw.empty()) raw += '\n';
    raw += line.out.raw_text;
  }
  return raw;
}

// Where a cell begins: its first part that holds text, with the source and mean confidence of its lines.
Evidence place_of(const DraftCell& cell) {
  Evidence at = cell.parts.front();
  if (cell.lines.empty()) return at;
  const int first = cell.lines.front().out.at.page_no;
  const auto part =
      std::find_if(cell.parts.begin(), cell.parts.end(), [&](const Evidence& e) { return e.page_no == first; });
  if (part != cell.parts.end()) at = *part;
  double sum = 0;
  double weight = 0;
  for (const Line& line : cell.lines) {
    const auto length = static_cast<double>(line.out.raw_text.size()) + 1;
    sum += line.out.at.confidence * length;
    weight += length;
    if (line.out.at.source == TextSource::ocr) at.source = TextSource::ocr;
  }
  at.confidence = sum / weight;
  return at;
}

TableCell finish_cell(const DraftCell& cell) {
  TableCell out;
  out.col = cell.col;
  out.col_span = cell.col_span;
  out.text = joined_text(cell.lines);
  out.raw_text = joined_raw(cell.lines);
  out.at = place_of(cell);
  out.parts = cell.parts;
  out.repeated = cell.repeated;
  out.doubts = doubts_of(cell.lines, out.text);
  return out;
}

// Two header levels over one column: "ผลการประเมิน" over "คะแนน" reads as both.
void name_headers(const TableDraft& draft, Table& table) {
  const auto cols = static_cast<std::size_t>(table.cols);
  table.headers.assign(cols, "");
  table.header_boxes.assign(cols, Box{});
  for (const DraftRow& row : draft.rows) {
    if (row.kind != RowKind::header) continue;
    for (const DraftCell& cell : row.cells) {
      if (cell.repeated || cell.blank()) continue;
      const std::string text = joined_text(cell.lines);
      for (int c = cell.col; c < cell.col + cell.col_span; ++c) {
        std::string& header = table.headers[static_cast<std::size_t>(c)];
        header += (header.empty() ? "" : " ") + text;
        Box& box = table.header_boxes[static_cast<std::size_t>(c)];
        if (cell.parts.front().page_no == table.first_page) box = unite(box, cell.parts.front().box);
      }
    }
  }
}

}  // namespace

TableDraft draft_table(const PageContent& page, GridContent content) {
  TableDraft draft;
  draft.first_page = draft.last_page = page.page_no;
  draft.box = draft.last_box = content.grid.box;
  draft.col_edges = content.grid.col_edges;
  for (double& edge : draft.col_edges) edge -= page.left;
  draft.advance = page.advance;
  draft.open_top = content.open_top;
  draft.open_bottom = content.open_bottom;
  draft.ruled = content.grid.ruled;
  draft.rows.resize(static_cast<std::size_t>(content.grid.rows));
  for (std::size_t i = 0; i < content.grid.cells.size(); ++i) {
    const GridCell& cell = content.grid.cells[i];
    for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
      DraftRow& row = draft.rows[static_cast<std::size_t>(r)];
      Evidence at{page.page_no, cell.box, TextSource::text, 1};
      row.cells.push_back({cell.col, cell.col_span, content.lines[i], {at}, r > cell.row});
      if (cell.col_span == content.grid.cols && content.grid.cols > 1) row.kind = RowKind::spanning;
    }
  }
  for (DraftRow& row : draft.rows) {
    std::sort(row.cells.begin(), row.cells.end(), [](const DraftCell& a, const DraftCell& b) { return a.col < b.col; });
  }
  return draft;
}

std::string joined_text(const std::vector<Line>& lines) {
  std::vector<std::string> texts;
  texts.reserve(lines.size());
  bool scanned = false;
  for (const Line& line : lines) {
    texts.push_back(line.out.text);
    scanned = scanned || line.out.at.source == TextSource::ocr;
  }
  std::string joined = text::join_lines(texts);
  return scanned ? text::mend_scanned(joined) : joined;  // once more, for words broken over lines
}

Table finish_table(const TableDraft& draft) {
  Table table;
  table.first_page = draft.first_page;
  table.last_page = draft.last_page;
  table.box = draft.box;
  table.cols = draft.cols();
  table.ruled = draft.ruled;
  name_headers(draft, table);
  for (const DraftRow& row : draft.rows) {
    TableRow out;
    out.kind = row.kind;
    for (const DraftCell& cell : row.cells) out.cells.push_back(finish_cell(cell));
    table.rows.push_back(std::move(out));
  }
  return table;
}

}  // namespace prongsai::tables
