#include "extractors/layouts/issues/entries.hpp"

#include <algorithm>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/find/titles.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/carried_doubts.hpp"

namespace prongsai::layouts {
namespace {

// A line, or a spanning row's text, as the collector sees it.
struct Piece {
  std::string_view text;
  const Evidence* at = nullptr;
  const Doubts& doubts;  // of `text`
  std::size_t item = 0;  // flow item
  bool new_paragraph = false;
  bool new_page = false;  // first of its page
};

class EntryCollector {
 public:
  explicit EntryCollector(const Labels& labels, const RunInLabels& run_in = RunInLabels())
      : labels_(&labels), run_in_(run_in) {}

  void take(const Piece& piece) {
    auto hits = labels_->find(piece.text, piece.at->source);
    if (hits.empty() || hits.front().begin > 0) {
      if (const auto hit = run_in_.at_start(piece.text, *labels_)) hits.insert(hits.begin(), *hit);
    }
    if (hits.empty()) {
      go_on(piece);
      return;
    }
    if (hits.front().begin > 0 && current_) append(piece, piece.text.substr(0, hits.front().begin));
    for (std::size_t i = 0; i < hits.size(); ++i) {
      finish();
      if (hits[i].entry == Entry::another) continue;
      current_ = hits[i].entry;
      const std::size_t end = i + 1 < hits.size() ? hits[i + 1].begin : piece.text.size();
      label_at_ = *piece.at;
      append(piece, piece.text.substr(hits[i].value, end - std::min(end, hits[i].value)));
    }
  }

  // Nothing further belongs to the entry begun.
  void finish() {
    if (!current_) return;
    const std::string value = trim_entry(text::join_lines(lines_));
    Doubts doubts = text::carried(read_.doubts, read_.text, value);
    auto& slot = *current_ == Entry::timeframe ? entries_.timeframe : entries_.limitation;
    if (!slot && !is_blank_text(value)) slot = EntryValue{value, at_.value_or(label_at_), std::move(doubts)};
    current_.reset();
    lines_.clear();
    read_ = {};
    at_.reset();
  }

  Entries take_entries() {
    finish();
    return std::move(entries_);
  }

 private:
  void go_on(const Piece& piece) {
    if (!current_) return;
    const bool empty = std::all_of(lines_.begin(), lines_.end(), [](const auto& line) { return is_blank_text(line); });
    const bool list_item = text::leading_number(piece.text).has_value() && may_list();
    if (text::begins_signature(tight(piece.text)) || (piece.new_paragraph && !empty && !list_item && !piece.new_page)) {
      finish();
    } else {
      append(piece, piece.text);
    }
  }

  // Limitations are listed below what leads to them; times are listed from the first on: "ระยะเวลา ธันวาคม 2568" ends
  // where the next measure begins with its number.
  [[nodiscard]] bool may_list() const {
    const auto first = std::ranges::find_if_not(lines_, [](const auto& line) { return is_blank_text(line); });
    return *current_ == Entry::limitation || first == lines_.end() || text::leading_number(*first).has_value();
  }

  void append(const Piece& piece, std::string_view text) {
    if (!is_blank_text(text) && !at_) at_ = *piece.at;
    lines_.emplace_back(text);
    const auto begin = static_cast<std::size_t>(text.data() - piece.text.data());
    read_.add_line(text, doubts_in(piece.doubts, begin, begin + text.size()));
    auto& items = *current_ == Entry::timeframe ? entries_.timeframe_items : entries_.limitation_items;
    if (items.empty() || items.back() != piece.item) items.push_back(piece.item);
  }

  const Labels* labels_;
  RunInLabels run_in_;
  std::optional<Entry> current_;
  Evidence label_at_;
  std::optional<Evidence> at_;
  std::vector<std::string> lines_;
  text::DoubtedText read_;  // the same
  Entries entries_;
};

void take_spanning_rows(EntryCollector& collector, const Reading& reading, std::size_t item) {
  const TableView& view = reading.tables[reading.flow[item].index];
  const Table& table = table_of(view, *reading.document);
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    if (!view.spanning[i]) continue;
    for (const auto& cell : table.rows[view.rows[i]].cells) {
      if (!is_blank_text(cell.text)) collector.take({cell.text, &cell.at, cell.doubts, item, cell.col == 0, false});
    }
  }
  collector.finish();
}

// The lines of a stretch as they are read: a label that a line's end breaks in two ("ระยะเวลา|ดำเนินการ") stands whole
// on the first of the two.
class WholeLabels {
 public:
  WholeLabels(const Flow& flow, const Labels& labels) : flow_(&flow), labels_(&labels) {}

  // Of the lines in order; the view holds until the next call.
  std::string_view text_of(std::size_t item) {
    const std::string_view own = (*flow_)[item].text.substr(taken_);
    doubts_ = doubts_in(*(*flow_)[item].doubts, taken_, taken_ + own.size());
    taken_ = tail_behind(item);
    if (taken_ == 0) return own;
    append_doubts(doubts_, doubts_in(*(*flow_)[item + 1].doubts, 0, taken_), own.size());
    joined_ = std::string(own) + std::string((*flow_)[item + 1].text.substr(0, taken_));
    return joined_;
  }
  // Of the text that was given last.
  [[nodiscard]] const Doubts& doubts() const { return doubts_; }

 private:
  // Bytes of the next line that belong to a label which begins on this one.
  [[nodiscard]] std::size_t tail_behind(std::size_t item) const {
    const bool goes_on = item + 1 < flow_->size() && !(*flow_)[item + 1].is_table() && (*flow_)[item + 1].line > 0;
    if (!goes_on) return 0;
    const std::string_view own = (*flow_)[item].text;
    const std::string_view next = (*flow_)[item + 1].text;
    for (const LabelHit& hit : labels_->find(std::string(own) + std::string(next), (*flow_)[item].at->source)) {
      if (hit.begin < own.size() && hit.value > own.size()) return std::min(hit.value - own.size(), next.size());
    }
    return 0;
  }

  const Flow* flow_;
  const Labels* labels_;
  std::size_t taken_ = 0;  // bytes of the next line that the one before it took
  std::string joined_;
  Doubts doubts_;
};

bool opens_something(const Reading& reading, std::size_t item) {
  const auto begins_here = [&](const auto& title) { return title.begin == item; };
  const auto stands_here = [&](const auto& division) { return division.item == item; };
  return std::any_of(reading.titles.begin(), reading.titles.end(), begins_here) ||
         std::any_of(reading.divisions.begin(), reading.divisions.end(), stands_here);
}

}  // namespace

Entries entries_of_row(const TableRow& row, const Labels& labels) {
  EntryCollector collector(labels);
  for (const auto& cell : row.cells) {
    if (!is_blank_text(cell.text)) collector.take({cell.text, &cell.at, cell.doubts, 0, cell.col == 0, false});
  }
  return collector.take_entries();
}

void fill_entries(IssueRecord& issue, const Entries& entries) {
  if (entries.timeframe && !issue.timeframe) {
    issue.timeframe = entries.timeframe->text;
    issue.timeframe_at = entries.timeframe->at;
    issue.timeframe_doubts = entries.timeframe->doubts;
  }
  if (entries.limitation && !issue.limitation) {
    issue.limitation = entries.limitation->text;
    issue.limitation_at = entries.limitation->at;
    issue.limitation_doubts = entries.limitation->doubts;
  }
}

Entries find_entries(const Reading& reading, std::size_t begin, std::size_t end, const Labels& labels) {
  EntryCollector collector(labels, reading.run_in);
  WholeLabels lines(reading.flow, labels);
  int page = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const FlowItem& item = reading.flow[i];
    if (item.is_table()) {
      collector.finish();
      take_spanning_rows(collector, reading, i);
      continue;
    }
    if (opens_something(reading, i)) collector.finish();
    const bool new_page = page != 0 && item.at->page_no != page;
    page = item.at->page_no;
    const std::string_view line = lines.text_of(i);
    collector.take({line, item.at, lines.doubts(), i, item.line == 0, new_page});
  }
  return collector.take_entries();
}

}  // namespace prongsai::layouts
