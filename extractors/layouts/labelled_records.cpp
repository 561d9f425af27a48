#include "extractors/layouts/labelled_records.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "extractors/layouts/flow.hpp"
#include "extractors/layouts/record_groups.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/carried_doubts.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

TableCell cell_of(const LabelledEntry& entry, int column) {
  TableCell cell;
  cell.col = column;
  cell.text = text::join_lines(entry.lines);
  text::DoubtedText raw;
  for (std::size_t i = 0; i < entry.raw.size(); ++i) raw.add_line(entry.raw[i], entry.doubts[i]);
  cell.doubts = text::carried(raw.doubts, raw.text, cell.text);
  cell.raw_text = std::move(raw.text);
  cell.at = entry.at;
  cell.parts = {entry.at};
  return cell;
}

// The labels as the header, one body row a record.
class TableOfRecords {
 public:
  explicit TableOfRecords(const std::vector<LabelledEntries>& records) {
    for (const LabelledEntries& record : records) add(record);
    table_.cols = static_cast<int>(names_.size());
    table_.ruled = false;
    table_.rows.insert(table_.rows.begin(), std::move(header_));
    for (std::size_t i = 1; i < table_.rows.size(); ++i) std::ranges::sort(table_.rows[i].cells, {}, &TableCell::col);
  }

  Table take() && { return std::move(table_); }

 private:
  void add(const LabelledEntries& record) {
    TableRow row;
    for (const LabelledEntry& entry : record) {
      const int column = column_of(entry);
      const bool taken = std::ranges::any_of(row.cells, [&](const TableCell& cell) { return cell.col == column; });
      if (!taken) row.cells.push_back(cell_of(entry, column));
      cover(entry.at);
    }
    table_.rows.push_back(std::move(row));
  }

  int column_of(const LabelledEntry& entry) {
    const auto known = std::ranges::find(names_, entry.name);
    if (known != names_.end()) return static_cast<int>(known - names_.begin());
    names_.push_back(entry.name);
    header_.kind = RowKind::header;
    TableCell title;
    title.col = static_cast<int>(names_.size()) - 1;
    title.text = entry.label;
    title.raw_text = entry.label;
    title.at = entry.at;
    title.parts = {entry.at};
    table_.headers.push_back(title.text);
    table_.header_boxes.push_back(title.at.box);
    header_.cells.push_back(std::move(title));
    return static_cast<int>(names_.size()) - 1;
  }

  void cover(const Evidence& at) {
    if (table_.first_page == 0) {
      table_.first_page = at.page_no;
      table_.box = at.box;
    }
    if (at.page_no == table_.first_page) table_.box = unite(table_.box, at.box);
    table_.last_page = at.page_no;
  }

  std::vector<LabelName> names_;
  TableRow header_;
  Table table_;
};

// A row a label, as a card has that somebody ruled (cards.hpp).
Table card_of(const LabelledEntries& record) {
  Table table;
  table.cols = 2;
  table.ruled = false;
  table.headers = {"", ""};
  table.first_page = record.front().at.page_no;
  table.last_page = record.back().at.page_no;
  table.box = record.front().at.box;
  for (const LabelledEntry& entry : record) {
    TableCell label;
    label.text = label.raw_text = entry.label;
    label.at = entry.at;
    label.parts = {entry.at};
    TableRow& row = table.rows.emplace_back();
    row.cells = {std::move(label), cell_of(entry, 1)};
    if (entry.at.page_no == table.first_page) table.box = unite(table.box, entry.at.box);
  }
  return table;
}

// What is left of a paragraph without some of its lines, as paragraphs of their own on either side.
Paragraph part_of(const Paragraph& whole, std::size_t begin, std::size_t end) {
  Paragraph part = whole;
  part.lines.assign(whole.lines.begin() + static_cast<std::ptrdiff_t>(begin),
                    whole.lines.begin() + static_cast<std::ptrdiff_t>(end));
  std::vector<std::string> texts;
  text::DoubtedText read;
  part.raw_text.clear();
  for (const TextLine& line : part.lines) {
    texts.push_back(line.text);
    read.add_line(line.text, line.doubts);
    part.raw_text += (part.raw_text.empty() ? "" : "\n") + line.raw_text;
  }
  part.text = text::join_lines(texts);
  part.doubts = text::carried(read.doubts, read.text, part.text);
  part.at = part.lines.front().at;
  return part;
}

// Writes the reading order anew, each group's lines gone and its table in their place.
class Rewriter {
 public:
  Rewriter(const Document& document, const Flow& flow, const std::vector<RecordGroup>& groups)
      : flow_(flow), groups_(groups), out_(document) {
    out_.paragraphs.clear();
    out_.order.clear();
    for (std::size_t i = 0; i < flow_.size();) i = flow_[i].is_table() ? take_table(i) : take_lines(document, i);
  }

  Document take() && { return std::move(out_); }

 private:
  [[nodiscard]] const RecordGroup* group_at(std::size_t i) const {
    const auto found =
        std::ranges::find_if(groups_, [i](const RecordGroup& group) { return group.begin <= i && i < group.end; });
    return found == groups_.end() ? nullptr : &*found;
  }

  std::size_t take_table(std::size_t i) {
    out_.order.push_back({Block::Kind::table, flow_[i].index});
    return i + 1;
  }

  std::size_t take_lines(const Document& document, std::size_t i) {
    if (const RecordGroup* group = group_at(i)) {
      out_.tables.push_back(group->card ? card_of(group->records.front()) : TableOfRecords(group->records).take());
      out_.order.push_back({Block::Kind::table, out_.tables.size() - 1});
      return group->end;
    }
    std::size_t end = i + 1;
    while (end < flow_.size() && !flow_[end].is_table() && flow_[end].index == flow_[i].index &&
           group_at(end) == nullptr)
      ++end;
    const Paragraph& whole = document.paragraphs[flow_[i].index];
    const bool all = end - i >= whole.lines.size();
    out_.paragraphs.push_back(all ? whole : part_of(whole, flow_[i].line, flow_[end - 1].line + 1));
    out_.order.push_back({Block::Kind::paragraph, out_.paragraphs.size() - 1});
    return end;
  }

  const Flow& flow_;
  const std::vector<RecordGroup>& groups_;
  Document out_;
};

}  // namespace

std::optional<Document> with_labelled_records(const Document& document, const ColumnVocabulary& vocabulary) {
  const Flow flow = flow_of(document);
  const std::vector<RecordGroup> groups = find_record_groups(flow, vocabulary);
  if (groups.empty()) return std::nullopt;
  return Rewriter(document, flow, groups).take();
}

}  // namespace prongsai::layouts
