#include "extractors/layouts/cards.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extractors/layouts/columns/label_name.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/unicode/carried_doubts.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::size_t kFewestCardLabels = 3;

// A label and what stands beside it.
struct CardEntry {
  const TableCell* label = nullptr;
  const TableCell* value = nullptr;
  std::optional<ColumnKey> key;  // of the label; none where it is unknown
};

// A row of a card: its entries, or a title over them.
struct CardRow {
  const TableRow* row = nullptr;
  std::vector<CardEntry> entries;  // none: a title
};

// The columns of labels, each with the column of what they say: one of labels, or two side by side.
using LabelColumns = std::vector<std::pair<int, int>>;

const TableCell* cell_in(const TableRow& row, int column) {
  for (const TableCell& cell : row.cells) {
    if (cell.col <= column && column < cell.col + cell.col_span) return &cell;
  }
  return nullptr;
}

bool says_something(const TableCell* cell) {
  return cell != nullptr && !is_blank_text(cell->text);
}

std::vector<LabelColumns> candidates(int cols) {
  switch (cols) {
    case 2:
      return {{{0, 1}}};
    case 3:
      return {{{0, 1}}, {{1, 2}}};
    case 4:
      return {{{0, 1}, {2, 3}}};
    default:
      return {};
  }
}

class CardReader {
 public:
  CardReader(const Table& table, const ColumnVocabulary& vocabulary) : table_(&table), vocabulary_(&vocabulary) {}

  [[nodiscard]] std::optional<Table> upright() {
    if (is_side_by_side()) return turned_records();
    for (const LabelColumns& columns : candidates(table_->cols)) {
      read_rows(columns);
      if (is_card()) return turned();
    }
    return std::nullopt;
  }

 private:
  // Labels down the first column and a record in each column beside it.
  [[nodiscard]] bool is_side_by_side() {
    if (table_->cols < 3) return false;
    for (int column = 1; column < table_->cols; ++column) {
      read_rows({{0, column}});
      std::size_t entries = 0;
      std::size_t filled = 0;
      for (const CardRow& row : rows_) {
        for (const CardEntry& entry : row.entries) {
          ++entries;
          filled += says_something(entry.value) ? 1U : 0U;
        }
      }
      if (!is_card() || filled * 2 < entries) return false;
    }
    return true;
  }

  // One record a column; what stands over the columns without a label of its own has none.
  [[nodiscard]] Table turned_records() {
    Table out = *table_;
    out.rows.clear();
    for (int column = 1; column < table_->cols; ++column) {
      TableRow record;
      for (const TableRow& row : table_->rows) {
        if (row.kind == RowKind::spanning) continue;
        const CardEntry entry = entry_of(row, {0, column});
        if (entry.label == nullptr || entry.value == nullptr || entry.value == entry.label) continue;
        const int place = column_of(entry);
        if (!has(record, place)) record.cells.push_back(placed(*entry.value, place));
      }
      std::ranges::sort(record.cells, {}, &TableCell::col);
      out.rows.push_back(std::move(record));
    }
    return with_header(std::move(out));
  }

  static TableCell placed(TableCell cell, int column) {
    cell.col = column;
    cell.col_span = 1;
    cell.repeated = false;
    return cell;
  }

  [[nodiscard]] CardEntry entry_of(const TableRow& row, std::pair<int, int> columns) const {
    CardEntry entry{cell_in(row, columns.first), cell_in(row, columns.second), {}};
    if (says_something(entry.label)) entry.key = vocabulary_->label_of(trim_entry(entry.label->text));
    return entry;
  }

  void read_rows(const LabelColumns& columns) {
    rows_.clear();
    for (const TableRow& row : table_->rows) {
      CardRow card{.row = &row, .entries = {}};
      for (const auto& pair : columns) {
        CardEntry entry = entry_of(row, pair);
        const bool apart = entry.value != nullptr && entry.value != entry.label && says_something(entry.label);
        if (row.kind != RowKind::spanning && apart) card.entries.push_back(std::move(entry));
      }
      rows_.push_back(std::move(card));
    }
  }

  // Most labels are known, three different ones at least, and what stands beside them are no labels.
  [[nodiscard]] bool is_card() const {
    if (begins_with_titles()) return false;
    std::set<ColumnKey> known;
    std::size_t labels = 0;
    std::size_t entries = 0;
    std::size_t beside = 0;
    for (const CardRow& row : rows_) {
      for (const CardEntry& entry : row.entries) {
        ++entries;
        if (!entry.key) continue;
        ++labels;
        if (entry.key != ColumnKey::other) known.insert(*entry.key);
        if (vocabulary_->label_of(entry.value->text)) ++beside;
      }
    }
    return known.size() >= kFewestCardLabels && labels * 2 > entries && beside * 2 < labels;
  }

  // A first row of labels beside labels is a header of columns.
  [[nodiscard]] bool begins_with_titles() const {
    const auto first =
        std::find_if(rows_.begin(), rows_.end(), [](const CardRow& row) { return !row.entries.empty(); });
    if (first == rows_.end()) return false;
    return std::any_of(first->entries.begin(), first->entries.end(), [&](const CardEntry& entry) {
      const std::optional<ColumnKey> beside = vocabulary_->label_of(entry.value->text);
      return entry.key && beside && beside != ColumnKey::other;
    });
  }

  // The column of a label; a new one where the card had none such.
  int column_of(const CardEntry& entry) {
    const LabelName name =
        entry.key && entry.key != ColumnKey::other ? LabelName(*entry.key) : LabelName(tight(entry.label->text));
    const auto found = std::find(names_.begin(), names_.end(), name);
    if (found != names_.end()) return static_cast<int>(found - names_.begin());
    names_.push_back(name);
    TableCell title = placed(*entry.label, static_cast<int>(names_.size()) - 1);
    title.text = trim_entry(entry.label->text);
    title.doubts = text::carried(title.doubts, entry.label->text, title.text);
    titles_.push_back(std::move(title));
    return titles_.back().col;
  }

  [[nodiscard]] static bool has(const TableRow& record, int column) {
    return std::any_of(record.cells.begin(), record.cells.end(),
                       [&](const TableCell& cell) { return cell.col == column; });
  }

  // One record a row; what stood over a record stays before it.
  [[nodiscard]] Table turned() {
    Table out = *table_;
    out.rows.clear();
    TableRow record;
    const auto finish = [&] {
      if (record.cells.empty()) return;
      std::sort(record.cells.begin(), record.cells.end(), [](const auto& a, const auto& b) { return a.col < b.col; });
      out.rows.push_back(std::exchange(record, {}));
    };
    for (const CardRow& row : rows_) {
      if (row.entries.empty()) {
        finish();
        out.rows.push_back(*row.row);
        out.rows.back().kind = RowKind::spanning;
        continue;
      }
      for (const CardEntry& entry : row.entries) {
        const int column = column_of(entry);
        if (has(record, column)) finish();
        record.cells.push_back(placed(*entry.value, column));
      }
    }
    finish();
    return with_header(std::move(out));
  }

  [[nodiscard]] Table with_header(Table out) const {
    TableRow header;
    header.kind = RowKind::header;
    header.cells = titles_;
    out.cols = static_cast<int>(titles_.size());
    out.headers.clear();
    out.header_boxes.clear();
    for (const TableCell& title : titles_) {
      out.headers.push_back(title.text);
      out.header_boxes.push_back(title.at.box);
    }
    for (TableRow& row : out.rows) {
      if (row.kind == RowKind::spanning && !row.cells.empty()) row.cells.front().col_span = out.cols;
    }
    out.rows.insert(out.rows.begin(), std::move(header));
    return out;
  }

  const Table* table_;
  const ColumnVocabulary* vocabulary_;
  std::vector<CardRow> rows_;
  std::vector<LabelName> names_;
  std::vector<TableCell> titles_;
};

}  // namespace

std::optional<Table> upright_card(const Table& table, const ColumnVocabulary& vocabulary) {
  return CardReader(table, vocabulary).upright();
}

}  // namespace prongsai::layouts
