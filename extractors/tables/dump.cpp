#include "extractors/tables/dump.hpp"

#include <cmath>
#include <cstdlib>
#include <string_view>

#include "extractors/text/unicode/joined.hpp"

namespace prongsai::tables {
namespace {

// One decimal, whatever the locale: 12.3, -0.4.
std::string number(double value) {
  const long tenths = std::lround(value * 10);
  return (tenths < 0 ? "-" : "") + std::to_string(std::abs(tenths) / 10) + '.' + std::to_string(std::abs(tenths) % 10);
}

std::string place(const Box& box) {
  return number(box.x0) + ',' + number(box.y0) + ',' + number(box.x1) + ',' + number(box.y1);
}

const char* name_of(PageSource source) {
  switch (source) {
    case PageSource::text:
      return "text";
    case PageSource::ocr:
      return "ocr";
    case PageSource::mixed:
      return "mixed";
    case PageSource::blank:
      return "blank";
  }
  return "blank";
}

const char* name_of(RowKind kind) {
  switch (kind) {
    case RowKind::header:
      return "header";
    case RowKind::body:
      return "row";
    case RowKind::spanning:
      return "spanning";
  }
  return "row";
}

void dump_word(const Word& word, std::string& out) {
  out += "  " + place(word.box) + (word.space_after ? " _ " : " . ") + text::one_line(word.text);
  if (!word.font.empty() || word.font_size > 0) out += "  {" + word.font + ' ' + number(word.font_size) + '}';
  if (word.rotation != 0) out += "  turned " + std::to_string(word.rotation);
  if (word.source == TextSource::ocr) out += "  ocr " + number(100 * word.confidence) + '%';
  for (const std::size_t at : word.sara_am_at) out += "  ำ@" + std::to_string(at);
  out += '\n';
}

void dump_paragraph(const Paragraph& paragraph, std::string& out) {
  out += "paragraph p" + std::to_string(paragraph.at.page_no) + ' ' + place(paragraph.at.box);
  if (paragraph.bold) out += " bold";
  if (paragraph.centred) out += " centred";
  out += "\n  " + text::one_line(paragraph.text) + '\n';
}

void dump_row(const TableRow& row, int number_of_row, std::string& out) {
  out += std::string("  ") + name_of(row.kind);
  if (row.kind == RowKind::body) out += ' ' + std::to_string(number_of_row);
  out += '\n';
  for (const TableCell& cell : row.cells) {
    out += "    " + std::to_string(cell.col + 1);
    if (cell.col_span > 1) out += '-' + std::to_string(cell.col + cell.col_span);
    out += " p" + std::to_string(cell.at.page_no) + " | " + text::one_line(cell.text) +
           (is_doubtful_text(cell.doubts) ? "  (doubtful)" : "") + '\n';
  }
}

void dump_table(const Table& table, std::size_t table_no, std::string& out) {
  out += "table " + std::to_string(table_no) + " p" + std::to_string(table.first_page);
  if (table.last_page != table.first_page) out += '-' + std::to_string(table.last_page);
  out +=
      ' ' + place(table.box) + ' ' + std::to_string(table.cols) + " columns" + (table.ruled ? "" : " unruled") + '\n';
  int body = 0;
  for (const TableRow& row : table.rows) {
    if (row.kind == RowKind::body) ++body;
    dump_row(row, body, out);
  }
}

}  // namespace

std::string dump_words(const Page& page) {
  std::string out = "page " + std::to_string(page.page_no) + ' ' + number(page.width) + 'x' + number(page.height) +
                    " rotation " + std::to_string(page.rotation) + ' ' + name_of(page.source);
  if (!page.reason.empty()) out += " (" + page.reason + ')';
  out += '\n';
  for (const Word& word : page.words) dump_word(word, out);
  for (const Ruling& ruling : page.rulings) {
    out += std::string("  ") + (ruling.horizontal ? "--- " : "  | ") + place(ruling.box) + '\n';
  }
  return out;
}

std::string dump_tables(const Document& document) {
  std::string out;
  for (const Block& block : document.order) {
    if (block.kind == Block::Kind::paragraph)
      dump_paragraph(document.paragraphs[block.index], out);
    else
      dump_table(document.tables[block.index], block.index + 1, out);
  }
  return out;
}

}  // namespace prongsai::tables
