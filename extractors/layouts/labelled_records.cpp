#include "extractors/layouts/labelled_records.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/layouts/columns/names.hpp"
#include "extractors/layouts/flow.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::array<std::string_view, 2> kHeads{"measure", "activity"};
constexpr std::size_t kFewestRecords = 2;
constexpr std::size_t kFewestLabels = 3;   // of a record, its number and head among them
constexpr std::size_t kShortestLabel = 4;  // code points
constexpr std::size_t kLongestLabel = 24;
constexpr std::size_t kMostWraps = 3;  // lines that go on with a value

// A label and what its line says behind it.
struct Entry {
  std::string key;
  std::string label;
  std::vector<std::string> lines;
  std::vector<std::string> raw;
  Evidence at;
};

using Entries = std::vector<Entry>;

// Where the word that begins at a place ends: at a blank or a colon.
std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_blank_at(text, at) && text[at] != ':') at = text::code_point_at(text, at).end();
  return at;
}

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_blank_at(text, at) || text[at] == ':')) at = text::code_point_at(text, at).end();
  return at;
}

// Labels: words of the column vocabulary, and such that begin several lines of the document (ปัญหา/อุปสรรค …).
class LineLabels {
 public:
  LineLabels(const Flow& flow, const ColumnVocabulary& vocabulary) : vocabulary_(&vocabulary) {
    std::map<std::string, std::size_t> begun;
    for (const FlowItem& line : flow) {
      const std::string word(line.text.substr(0, word_end(line.text, 0)));
      const bool alone = word.size() == line.text.size();
      const std::size_t length = text::length(word);
      if (!alone && length >= kShortestLabel && length <= kLongestLabel && ++begun[word] == kFewestRecords)
        recurring_.insert(word);
    }
  }

  // The entries of a line that begins with a label; none of another line.
  [[nodiscard]] Entries of(const FlowItem& line) const {
    Entries entries;
    std::size_t value = 0;  // where what the last label says begins
    for (std::size_t at = 0; at < line.text.size();) {
      const std::size_t end = word_end(line.text, at);
      const std::string word(line.text.substr(at, end - at));
      const std::string key = label(word, at == 0);
      if (key.empty() && entries.empty()) return {};
      if (!key.empty() && !has(entries, key)) {
        if (!entries.empty()) say(entries.back(), line.text.substr(value, at - value));
        entries.push_back({key, word, {}, {}, *line.at});
        value = behind_blanks(line.text, end);
      }
      at = std::max(behind_blanks(line.text, end), at + 1);
    }
    if (!entries.empty()) say(entries.back(), line.text.substr(std::min(value, line.text.size())));
    return entries;
  }

 private:
  [[nodiscard]] std::string label(const std::string& word, bool begins_line) const {
    const std::string& ordinal = text::lexicon().numbers.ordinal.text;
    const std::string kind = word.ends_with(ordinal) ? word.substr(0, word.size() - ordinal.size()) : word;
    const std::string key = vocabulary_->label_of(kind);
    if (!key.empty() && key != kOtherColumn) return key;
    return begins_line && recurring_.contains(word) ? word : std::string();
  }

  static bool has(const Entries& entries, const std::string& key) {
    return std::ranges::any_of(entries, [&](const Entry& one) { return one.key == key; });
  }

  static void say(Entry& entry, std::string_view words) {
    entry.lines.push_back(text::fold_space(words));
    entry.raw.emplace_back(words);
  }

  const ColumnVocabulary* vocabulary_;
  std::set<std::string> recurring_;
};

std::size_t number_end(std::string_view words) {
  std::size_t end = 0;
  while (end < words.size() && text::is_digit(text::code_point_at(words, end).value))
    end = text::code_point_at(words, end).end();
  return end;
}

// "มาตรการที่ ๑ …": what a record begins with.
bool begins_record(const Entries& entries) {
  return !entries.empty() && std::ranges::find(kHeads, entries.front().key) != kHeads.end() &&
         number_end(entries.front().lines.front()) > 0;
}

// The number of a record and what it numbers, each an entry of its own.
void part_number(Entries& record) {
  const std::string& ordinal = text::lexicon().numbers.ordinal.text;
  Entry number = record.front();
  number.key = "sequence";
  number.label = ordinal;
  Entry& head = record.front();
  const std::size_t end = number_end(head.lines.front());
  number.lines = number.raw = {head.lines.front().substr(0, end)};
  if (head.label.ends_with(ordinal)) head.label.resize(head.label.size() - ordinal.size());
  head.lines.front() = text::fold_space(std::string_view(head.lines.front()).substr(end));
  record.insert(record.begin(), std::move(number));
}

struct Group {
  std::size_t begin = 0;  // of the flow
  std::size_t end = 0;
  std::vector<Entries> records;

  [[nodiscard]] bool is_card() const {
    std::set<std::string> keys;
    for (const Entries& record : records) {
      if (record.size() < kFewestLabels) return false;
      for (const Entry& entry : record) keys.insert(entry.key);
    }
    return records.size() >= kFewestRecords && keys.size() >= kFewestLabels;
  }
};

class GroupFinder {
 public:
  GroupFinder(const Flow& flow, const ColumnVocabulary& vocabulary) : flow_(&flow), labels_(flow, vocabulary) {}

  [[nodiscard]] std::vector<Group> find() {
    std::vector<Group> groups;
    for (std::size_t i = 0; i < flow_->size();) {
      Group group = from(i);
      i = std::max(group.end, i + 1);
      if (group.is_card()) groups.push_back(std::move(group));
    }
    return groups;
  }

 private:
  [[nodiscard]] Entries entries_of(std::size_t i) const {
    return (*flow_)[i].is_table() ? Entries() : labels_.of((*flow_)[i]);
  }

  [[nodiscard]] Group from(std::size_t first) const {
    Group group{first, first, {}};
    std::size_t wraps = 0;
    for (std::size_t i = first; i < flow_->size(); ++i) {
      const FlowItem& line = (*flow_)[i];
      Entries entries = entries_of(i);
      if (begins_record(entries)) {
        part_number(entries);
        group.records.emplace_back();
      } else if (group.records.empty() || line.is_table()) {
        break;
      } else if (entries.empty()) {
        if (++wraps > kMostWraps || !goes_on(line)) break;
        group.records.back().back().lines.emplace_back(line.text);
        group.records.back().back().raw.emplace_back(line.raw_text);
        group.end = i + 1;
        continue;
      }
      wraps = 0;
      std::ranges::move(entries, std::back_inserter(group.records.back()));
      group.end = i + 1;
    }
    return group;
  }

  // A line that is neither a heading's, a list's nor set apart.
  [[nodiscard]] static bool goes_on(const FlowItem& line) {
    return !text::leading_number(line.text) && !line.text.starts_with('/') && !line.text.starts_with('(');
  }

  const Flow* flow_;
  LineLabels labels_;
};

TableCell cell_of(const Entry& entry, int column) {
  TableCell cell;
  cell.col = column;
  cell.text = text::join_lines(entry.lines);
  for (const std::string& line : entry.raw) cell.raw_text += (cell.raw_text.empty() ? "" : "\n") + line;
  cell.at = entry.at;
  cell.parts = {entry.at};
  return cell;
}

// The labels as the header, one body row a record.
class TableOfRecords {
 public:
  explicit TableOfRecords(const std::vector<Entries>& records) {
    for (const Entries& record : records) add(record);
    table_.cols = static_cast<int>(keys_.size());
    table_.ruled = false;
    table_.rows.insert(table_.rows.begin(), std::move(header_));
    for (std::size_t i = 1; i < table_.rows.size(); ++i) std::ranges::sort(table_.rows[i].cells, {}, &TableCell::col);
  }

  Table take() && { return std::move(table_); }

 private:
  void add(const Entries& record) {
    TableRow row;
    for (const Entry& entry : record) {
      const int column = column_of(entry);
      const bool taken = std::ranges::any_of(row.cells, [&](const TableCell& cell) { return cell.col == column; });
      if (!taken) row.cells.push_back(cell_of(entry, column));
      cover(entry.at);
    }
    table_.rows.push_back(std::move(row));
  }

  int column_of(const Entry& entry) {
    const auto known = std::ranges::find(keys_, entry.key);
    if (known != keys_.end()) return static_cast<int>(known - keys_.begin());
    keys_.push_back(entry.key);
    header_.kind = RowKind::header;
    TableCell title;
    title.col = static_cast<int>(keys_.size()) - 1;
    title.text = entry.label;
    title.raw_text = entry.label;
    title.at = entry.at;
    title.parts = {entry.at};
    table_.headers.push_back(title.text);
    table_.header_boxes.push_back(title.at.box);
    header_.cells.push_back(std::move(title));
    return static_cast<int>(keys_.size()) - 1;
  }

  void cover(const Evidence& at) {
    if (table_.first_page == 0) {
      table_.first_page = at.page_no;
      table_.box = at.box;
    }
    if (at.page_no == table_.first_page) table_.box = unite(table_.box, at.box);
    table_.last_page = at.page_no;
  }

  std::vector<std::string> keys_;
  TableRow header_;
  Table table_;
};

// What is left of a paragraph without some of its lines, as paragraphs of their own on either side.
Paragraph part_of(const Paragraph& whole, std::size_t begin, std::size_t end) {
  Paragraph part = whole;
  part.lines.assign(whole.lines.begin() + static_cast<std::ptrdiff_t>(begin),
                    whole.lines.begin() + static_cast<std::ptrdiff_t>(end));
  std::vector<std::string> texts;
  part.raw_text.clear();
  for (const TextLine& line : part.lines) {
    texts.push_back(line.text);
    part.raw_text += (part.raw_text.empty() ? "" : "\n") + line.raw_text;
  }
  part.text = text::join_lines(texts);
  part.at = part.lines.front().at;
  return part;
}

// Writes the reading order anew, each group's lines gone and its table in their place.
class Rewriter {
 public:
  Rewriter(const Document& document, const Flow& flow, const std::vector<Group>& groups)
      : flow_(flow), groups_(groups), out_(document) {
    out_.paragraphs.clear();
    out_.order.clear();
    for (std::size_t i = 0; i < flow_.size();) i = flow_[i].is_table() ? take_table(i) : take_lines(document, i);
  }

  Document take() && { return std::move(out_); }

 private:
  [[nodiscard]] const Group* group_at(std::size_t i) const {
    const auto found =
        std::ranges::find_if(groups_, [i](const Group& group) { return group.begin <= i && i < group.end; });
    return found == groups_.end() ? nullptr : &*found;
  }

  std::size_t take_table(std::size_t i) {
    out_.order.push_back({Block::Kind::table, flow_[i].index});
    return i + 1;
  }

  std::size_t take_lines(const Document& document, std::size_t i) {
    if (const Group* group = group_at(i)) {
      out_.tables.push_back(TableOfRecords(group->records).take());
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
  const std::vector<Group>& groups_;
  Document out_;
};

}  // namespace

std::optional<Document> with_labelled_records(const Document& document, const ColumnVocabulary& vocabulary) {
  const Flow flow = flow_of(document);
  const std::vector<Group> groups = GroupFinder(flow, vocabulary).find();
  if (groups.empty()) return std::nullopt;
  return Rewriter(document, flow, groups).take();
}

}  // namespace prongsai::layouts
