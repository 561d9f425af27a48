#include "extractors/layouts/table_view.hpp"

#include <algorithm>

#include "extractors/layouts/tight_text.hpp"

namespace prongsai::layouts {
namespace {

// Rows that must name an issue for their column to be one of issues.
constexpr std::size_t kFewestNamedIssues = 3;

std::size_t known_keys(const std::vector<std::string>& keys) {
  return static_cast<std::size_t>(
      std::count_if(keys.begin(), keys.end(), [](const auto& k) { return k != kOtherColumn; }));
}

std::vector<const TableCell*> filled(const TableRow& row) {
  std::vector<const TableCell*> cells;
  for (const auto& cell : row.cells) {
    if (!is_blank_text(cell.text)) cells.push_back(&cell);
  }
  return cells;
}

// A label and nothing more: "ระยะเวลาดำเนินการ :".
bool is_label(std::string_view text, const Labels& labels) {
  const auto hit = labels.at_start(text);
  return hit && is_blank_text(text.substr(hit->value));
}

// A row whose only filled cell spans all columns, or a labelled entry: alone in its row, or the label in the first
// cell and the entry in the second of a table of three columns or more.
bool spans_all(const TableRow& row, int cols, const Labels& labels) {
  if (row.kind == RowKind::spanning) return true;
  const auto cells = filled(row);
  if (cols < 2 || cells.empty() || cells.size() > 2) return false;
  if (cells.size() == 2) return cols > 2 && cells[0]->col == 0 && is_label(cells[0]->text, labels);
  return cells[0]->col_span >= cols || (cells[0]->col == 0 && labels.at_start(cells[0]->text).has_value());
}

std::vector<std::string> texts_of(const TableRow& row, int cols) {
  std::vector<std::string> texts(static_cast<std::size_t>(cols));
  for (const auto& cell : row.cells) {
    if (cell.col >= 0 && cell.col < cols) texts[static_cast<std::size_t>(cell.col)] = cell.text;
  }
  return texts;
}

// Each column's header, one text a level.
std::vector<std::vector<std::string>> levels_of(const Table& table, const std::vector<std::string>& headers) {
  std::vector<std::vector<std::string>> levels(headers.size());
  for (const TableRow& row : table.rows) {
    if (row.kind != RowKind::header) continue;
    for (const TableCell& cell : row.cells) {
      if (cell.repeated || cell.text.empty()) continue;
      const auto end = std::min(static_cast<std::size_t>(std::max(cell.col + cell.col_span, 0)), levels.size());
      for (auto column = static_cast<std::size_t>(std::max(cell.col, 0)); column < end; ++column)
        levels[column].push_back(cell.text);
    }
  }
  for (std::size_t column = 0; column < levels.size(); ++column) {
    if (levels[column].empty() && !headers[column].empty()) levels[column] = {headers[column]};
  }
  return levels;
}

class Viewer {
 public:
  Viewer(const Document& document, const TableWords& words) : document_(&document), words_(&words) {}

  TableView view(std::size_t index) const {
    const Table& table = document_->tables[index];
    TableView view{.table = index, .headers = table.headers};
    view.headers.resize(static_cast<std::size_t>(std::max(table.cols, 0)));
    view.levels = levels_of(table, view.headers);
    name_columns(view);
    name_by_levels(view, table);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const TableRow& row = table.rows[r];
      if (row.kind == RowKind::header) continue;
      const bool spanning = spans_all(row, table.cols, words_->labels);
      if (!spanning && view.rows.empty() && adopt_header(view, row, table.cols)) continue;
      view.rows.push_back(r);
      view.spanning.push_back(spanning);
    }
    name_by_content(view);
    return view;
  }

  // A column whose header is misread or missing still tells what it is when its cells name issues.
  void name_by_content(TableView& view) const {
    if (std::find(view.keys.begin(), view.keys.end(), "issue") != view.keys.end()) return;
    const Table& table = document_->tables[view.table];
    for (std::size_t column = 0; column < view.keys.size(); ++column) {
      if (view.keys[column] != kOtherColumn) continue;
      std::size_t named = 0;
      for (std::size_t i = 0; i < view.rows.size(); ++i) {
        const TableCell* cell = cell_at(table.rows[view.rows[i]], static_cast<int>(column));
        if (cell != nullptr && !view.spanning[i] && words_->issues.heading(cell->text)) ++named;
      }
      if (named >= kFewestNamedIssues && named * 2 > body_rows(view)) view.keys[column] = "issue";
    }
  }

  void give_role(TableView& view) const {
    const bool scores = words_->scores.announces(view.table);
    for (const auto& layout : words_->layouts) {
      for (const auto& rule : layout.tables) {
        if (!matches(rule, view.keys, scores)) continue;
        view.role = rule.role;
        view.layout = layout.key;
        view.issue_from = rule.issue;
        return;
      }
    }
    const auto is_contents = [&](const std::string& header) {
      const auto& names = words_->labels.tight_list("contents_headers");
      return std::find(names.begin(), names.end(), tight(header)) != names.end();
    };
    view.contents = std::any_of(view.headers.begin(), view.headers.end(), is_contents);
  }

 private:
  void name_columns(TableView& view) const {
    view.keys.clear();
    for (const auto& header : view.headers) view.keys.push_back(words_->columns.key_of(header));
  }

  // Under a heading over several columns each column's own title tells what it holds: "การวิเคราะห์ผลการประเมิน" over
  // "ประเด็นที่เป็นข้อบกพร่อง…" and "ประเด็นที่จะพัฒนา…".
  void name_by_levels(TableView& view, const Table& table) const {
    for (const auto& row : table.rows) {
      if (row.kind != RowKind::header) break;
      for (const auto& cell : row.cells) {
        const auto column = static_cast<std::size_t>(cell.col);
        if (cell.col_span > 1 || column >= view.keys.size()) continue;
        const std::string key = words_->columns.key_of(cell.text);
        if (key != kOtherColumn) view.keys[column] = key;
      }
    }
  }

  // A first row that names columns better than the header does was the header.
  bool adopt_header(TableView& view, const TableRow& row, int cols) const {
    TableView other{.headers = texts_of(row, cols)};
    name_columns(other);
    const std::size_t known = known_keys(other.keys);
    if (known < 2 || known <= known_keys(view.keys) || known * 2 < static_cast<std::size_t>(cols)) return false;
    view.headers = other.headers;
    view.keys = other.keys;
    view.levels.clear();
    for (const auto& header : other.headers) {
      view.levels.push_back(header.empty() ? std::vector<std::string>() : std::vector<std::string>{header});
    }
    return true;
  }

  const Document* document_;
  const TableWords* words_;
};

// Below "สารบัญ" stands a list of contents, whatever its columns are called.
bool follows_contents_title(const Flow& flow, std::size_t item, const Labels& labels) {
  for (std::size_t back = 1; back <= 2 && back <= item && !flow[item - back].is_table(); ++back) {
    if (begins_with_any(tight(flow[item - back].text), labels.tight_list("contents_titles")) > 0) return true;
  }
  return false;
}

bool no_headers(const TableView& view) {
  return std::all_of(view.headers.begin(), view.headers.end(),
                     [](const auto& header) { return is_blank_text(header); });
}

// A table right behind another one, with the same columns or no header of its own, is the same table going on.
void mark_continuation(TableView& view, const TableView& before) {
  if (view.headers.size() != before.headers.size()) return;
  if (no_headers(view) && !before.role.empty()) {
    view.headers = before.headers;
    view.keys = before.keys;
    view.levels = before.levels;
  } else if (view.keys != before.keys || known_keys(view.keys) < 2) {
    return;
  }
  view.continues = true;
}

}  // namespace

const TableCell* cell_at(const TableRow& row, int column) {
  for (const auto& cell : row.cells) {
    if (cell.col == column) return &cell;
  }
  return nullptr;
}

std::size_t filled_cells(const TableView& view, const Document& document, int column) {
  std::size_t filled = 0;
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    if (view.spanning[i]) continue;
    for (const auto& cell : document.tables[view.table].rows[view.rows[i]].cells) {
      if ((column < 0 || cell.col == column) && !is_blank_text(cell.text)) ++filled;
    }
  }
  return filled;
}

std::size_t body_rows(const TableView& view) {
  return static_cast<std::size_t>(std::count(view.spanning.begin(), view.spanning.end(), false));
}

std::vector<TableView> view_tables(const Document& document, const Flow& flow, const TableWords& words) {
  const Viewer viewer(document, words);
  std::vector<TableView> views;
  for (std::size_t i = 0; i < document.tables.size(); ++i) {
    views.push_back(viewer.view(i));
    viewer.give_role(views.back());
  }
  for (std::size_t i = 1; i < flow.size(); ++i) {
    if (!flow[i].is_table()) continue;
    TableView& view = views[flow[i].index];
    if (view.role.empty() && follows_contents_title(flow, i, words.labels)) view.contents = true;
    if (!flow[i - 1].is_table()) continue;
    const Table& here = document.tables[flow[i].index];
    const Table& before = document.tables[flow[i - 1].index];
    if (here.first_page > before.last_page + 1 || here.first_page == before.last_page) continue;
    mark_continuation(view, views[flow[i - 1].index]);
    if (view.continues) viewer.give_role(view);
  }
  return views;
}

}  // namespace prongsai::layouts
