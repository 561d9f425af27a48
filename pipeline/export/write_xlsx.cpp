#include <xlsxwriter.h>

#include <algorithm>
#include <stdexcept>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/export/export.hpp"

namespace prongsai::exporting {
namespace {

constexpr int kExcelRows = 1'048'576;       // of a sheet
constexpr std::size_t kExcelText = 32'767;  // characters of a cell, as UTF-16 counts them
constexpr const char* kCut = " […]";        // says that a text was longer

using Paths = std::map<std::int64_t, std::string>;

struct Styles {
  lxw_format* header;
  lxw_format* text;
};

// Column widths in characters: wide for prose, narrow for figures.
double width_of(const Column& column) {
  if (column.type == "datetime") return 20;
  if (column.type != "string") return 10;
  const bool prose = column.name == "text" || column.name == "raw_text" || column.name == "quote" ||
                     column.name.starts_with("message") || column.name == "evidence" || column.name == "score_reason";
  return prose ? 60 : 24;
}

// What Excel's cell holds, and a sign where that is not all.
std::string clipped(const std::string& text) {
  std::size_t units = 0;
  std::size_t end = 0;  // of what fits together with the sign
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0U) == 0x80U) continue;
    if (units + std::char_traits<char>::length(kCut) <= kExcelText) end = i;
    units += byte >= 0xF0 ? 2 : 1;
  }
  return units <= kExcelText ? text : text.substr(0, end) + kCut;
}

void require(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("the spreadsheet: ") + lxw_strerror(error));
}

void put_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t col, const store::Value& value, const Styles& styles) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    require(worksheet_write_string(sheet, row, col, clipped(*text).c_str(), styles.text));
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    worksheet_write_number(sheet, row, col, static_cast<double>(*integer), nullptr);
  } else if (const auto* number = std::get_if<double>(&value)) {
    worksheet_write_number(sheet, row, col, *number, nullptr);
  }
}

int column_named(const Feed& feed, const char* name) {
  const auto found =
      std::find_if(feed.columns.begin(), feed.columns.end(), [&](const Column& c) { return c.name == name; });
  return found == feed.columns.end() ? -1 : static_cast<int>(found - feed.columns.begin());
}

// The page number as a link that opens the report there. Excel takes no more than 65,530 links a sheet.
class PageLinks {
 public:
  PageLinks(const Feed& feed, const Paths& paths)
      : paths_(paths), page_(column_named(feed, "page_no")), submission_(column_named(feed, "submission_id")) {}

  void put(lxw_worksheet* sheet, lxw_row_t line, const store::Row& row) {
    if (page_ < 0 || submission_ < 0 || count_ >= kExcelLinks) return;
    const auto* page = std::get_if<std::int64_t>(&row[static_cast<std::size_t>(page_)]);
    const auto* submission = std::get_if<std::int64_t>(&row[static_cast<std::size_t>(submission_)]);
    const auto path = submission ? paths_.find(*submission) : paths_.end();
    if (!page || path == paths_.end()) return;
    const std::string url = "external:" + path->second + "#page=" + std::to_string(*page);
    if (url.size() > kExcelUrl || text::cleaned(url) != url) return;  // a link with such signs breaks the workbook
    const auto col = static_cast<lxw_col_t>(page_);
    if (worksheet_write_url(sheet, line, col, url.c_str(), nullptr) != LXW_NO_ERROR) return;
    worksheet_write_number(sheet, line, col, static_cast<double>(*page), nullptr);
    ++count_;
  }

 private:
  static constexpr int kExcelLinks = 65'000;
  static constexpr std::size_t kExcelUrl = 2'000;
  const Paths& paths_;
  int page_;
  int submission_;
  int count_ = 0;
};

void write_sheet(lxw_workbook* book, const Feed& feed, const Paths& paths, const Styles& styles) {
  lxw_worksheet* sheet = workbook_add_worksheet(book, feed.relation.name.c_str());
  PageLinks links(feed, paths);
  for (std::size_t i = 0; i < feed.columns.size(); ++i) {
    const auto col = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet, col, col, width_of(feed.columns[i]), nullptr);
    worksheet_write_string(sheet, 0, col, feed.columns[i].name.c_str(), styles.header);
    worksheet_write_comment(sheet, 0, col, (feed.columns[i].th + "\n" + feed.columns[i].en).c_str());
  }
  lxw_row_t line = 0;
  feed.each([&](const store::Row& row) {
    if (++line >= kExcelRows) {
      throw std::runtime_error("relation " + feed.relation.name + " has more rows than a sheet of Excel (1,048,576); " +
                               "narrow it with a filter, or export csv");
    }
    for (std::size_t i = 0; i < row.size(); ++i) put_cell(sheet, line, static_cast<lxw_col_t>(i), row[i], styles);
    links.put(sheet, line, row);
  });
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
  if (line > 0) worksheet_autofilter(sheet, 0, 0, line, static_cast<lxw_col_t>(feed.columns.size() - 1));
}

}  // namespace

void write_xlsx(const std::vector<Feed>& feeds, const Paths& paths, const std::filesystem::path& file) {
  lxw_workbook_options options{};
  lxw_workbook* book = workbook_new_opt(file.c_str(), &options);
  lxw_doc_properties properties{};
  std::string title = "prongsai";
  properties.title = title.data();
  properties.created = 1;  // a fixed moment: the same database gives the same bytes
  workbook_set_properties(book, &properties);
  const Styles styles{workbook_add_format(book), workbook_add_format(book)};
  format_set_bold(styles.header);
  format_set_bottom(styles.header, LXW_BORDER_THIN);
  format_set_text_wrap(styles.text);
  format_set_align(styles.text, LXW_ALIGN_VERTICAL_TOP);
  try {
    for (const Feed& feed : feeds) write_sheet(book, feed, paths, styles);
  } catch (...) {
    workbook_close(book);
    throw;
  }
  const lxw_error error = workbook_close(book);
  if (error != LXW_NO_ERROR) throw std::runtime_error(file.string() + ": " + lxw_strerror(error));
}

}  // namespace prongsai::exporting
