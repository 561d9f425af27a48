#include "extractors/layouts/table_view.hpp"

#include <algorithm>
#include <optional>

#include "extractors/layouts/cards.hpp"
#include "extractors/layouts/columns/content.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts {
namespace {

bool is_known(std::optional<ColumnKey> key) {
  return key && *key != ColumnKey::other;
}

std::size_t known_keys(const std::vector<ColumnKey>& keys) {
  return static_cast<std::size_t>(std::ranges::count_if(keys, is_known));
}

std::vector<const TableCell*> filled(const TableRow& row) {
  std::vector<const TableCell*> cells;
  for (const auto& cell : row.cells) {
    if (!is_blank_text(cell.text)) cells.push_back(&cell);
  }
  return cells;
}

// A label and nothing more: "ระยะเวลาดำเนินการ :".
bool is_label(const TableCell& cell, const Labels& labels) {
  const auto hit = labels.at_start(cell.text, cell.at.source);
  return hit && is_blank_text(std::string_view(cell.text).substr(hit->value));
}

// A row whose only filled cell spans all columns, or a labelled entry: alone in its row, or the label in the first
// cell and the entry in the second of a table of three columns or more.
bool spans_all(const TableRow& row, int cols, const Labels& labels) {
  if (row.kind == RowKind::spanning) return true;
  const auto cells = filled(row);
  if (cols < 2 || cells.empty() || cells.size() > 2) return false;
  if (cells.size() == 2) return cols > 2 && cells[0]->col == 0 && is_label(*cells[0], labels);
  return cells[0]->col_span >= cols ||
         (cells[0]->col == 0 && labels.at_start(cells[0]->text, cells[0]->at.source).has_value());
}

// A first row names columns when it has two labels at least, for half of its columns.
constexpr std::size_t kFewestTitles = 2;

class Viewer {
 public:
  Viewer(const Document& document, const TableWords& words)
      : document_(&document), words_(&words), content_(words.columns, words.assessments, words.issues) {}

  TableView view(std::size_t index) const {
    TableView view{.table = index};
    if (auto card = upright_card(document_->tables[index], words_->columns))
      view.turned = std::make_shared<const Table>(*std::move(card));
    const Table& table = table_of(view, *document_);
    view.paths = header_paths(table);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const TableRow& row = table.rows[r];
      if (row.kind == RowKind::header) continue;
      const bool spanning = view.turned ? row.kind == RowKind::spanning : spans_all(row, table.cols, words_->labels);
      if (!spanning && view.rows.empty() && names_columns(row, view)) {
        view.paths = header_paths(row, view.paths.size());
        continue;
      }
      view.rows.push_back(r);
      view.spanning.push_back(spanning);
    }
    name_columns(view);
    return view;
  }

  // Names the columns by their headers and what stands below.
  void name_columns(TableView& view) const {
    std::vector<ColumnEvidence> columns;
    for (std::size_t column = 0; column < view.paths.size(); ++column) {
      const auto cells = filled_texts(view, column);
      columns.push_back({view.paths[column].levels, view.paths[column].group, content_.read(cells)});
    }
    group_periods(columns);
    view.roles = assign_roles(columns, words_->columns);
    view.keys.clear();
    view.headers.clear();
    for (std::size_t column = 0; column < view.paths.size(); ++column) {
      view.keys.push_back(view.roles[column].key);
      view.headers.push_back(joined(view.paths[column]));
    }
  }

  void give_role(TableView& view) const {
    const bool scores = words_->scores.announces(view.table);
    const bool names_issues = std::find(view.keys.begin(), view.keys.end(), ColumnKey::issue) != view.keys.end();
    if (names_issues) view.issue_from = IssueOfTable::name;
    for (const auto& layout : words_->layouts) {
      for (const auto& rule : layout.tables) {
        if (!matches(rule, view.keys, scores)) continue;
        view.role = rule.role;
        view.layout = layout.key;
        // A column of issues tells more than the heading above.
        const bool told = names_issues && rule.issue == IssueOfTable::heading;
        if (rule.issue != IssueOfTable::none && !told) view.issue_from = rule.issue;
        return;
      }
    }
    if (view.turned && !names_issues) view.issue_from = IssueOfTable::heading;
    const auto is_contents = [&](const std::string& header) {
      const auto& names = words_->labels.tight_list("contents_headers");
      return std::find(names.begin(), names.end(), tight(header)) != names.end();
    };
    view.contents = std::any_of(view.headers.begin(), view.headers.end(), is_contents);
  }

 private:
  // Months side by side under no common header are one group all the same.
  void group_periods(std::vector<ColumnEvidence>& columns) const {
    constexpr int kPeriods = -1;
    const auto is_lone_period = [&](const ColumnEvidence& column) {
      return column.group == 0 && column.levels.size() == 1 && words_->columns.is_period(column.levels.front());
    };
    for (ColumnEvidence& column : columns) {
      if (is_lone_period(column)) column.group = kPeriods;
    }
  }

  [[nodiscard]] std::vector<std::string_view> filled_texts(const TableView& view, std::size_t column) const {
    const Table& table = table_of(view, *document_);
    std::vector<std::string_view> texts;
    for (std::size_t i = 0; i < view.rows.size(); ++i) {
      if (view.spanning[i]) continue;
      const TableCell* cell = cell_at(table.rows[view.rows[i]], static_cast<int>(column));
      if (cell != nullptr && !cell->repeated && !is_blank_text(cell->text)) texts.emplace_back(cell->text);
    }
    return texts;
  }

  // A first row that names columns better than the header does was the header.
  [[nodiscard]] bool names_columns(const TableRow& row, const TableView& view) const {
    std::size_t titles = 0;
    for (const TableCell& cell : row.cells) {
      if (is_known(words_->columns.label_of(cell.text))) ++titles;
    }
    std::size_t known = 0;
    for (const HeaderPath& path : view.paths) {
      if (is_known(words_->columns.label_of(joined(path)))) ++known;
    }
    return titles >= kFewestTitles && titles > known && titles * 2 >= view.paths.size();
  }

  const Document* document_;
  const TableWords* words_;
  ContentReader content_;
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
    view.paths = before.paths;
    view.roles = before.roles;
    view.keys = before.keys;
  } else if (view.keys != before.keys || known_keys(view.keys) < 2) {
    return;
  }
  view.continues = true;
}

}  // namespace

const Table& table_of(const TableView& view, const Document& document) {
  return view.turned ? *view.turned : document.tables[view.table];
}

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
    for (const auto& cell : table_of(view, document).rows[view.rows[i]].cells) {
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
