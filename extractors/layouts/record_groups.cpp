#include "extractors/layouts/record_groups.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/carried_doubts.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::size_t kFewestRecords = 2;
constexpr std::size_t kFewestLabels = 3;    // of a record, its number and head among them
constexpr std::size_t kMostGroupWraps = 3;  // lines that go on with a value …
constexpr std::size_t kMostRunWraps = 8;    // … in a run of labels, of which the last may not take what follows
constexpr std::size_t kLongestRest = 40;    // code points of a label that a line's end cuts

std::size_t number_end(std::string_view words) {
  std::size_t end = 0;
  while (end < words.size() && text::is_digit(text::code_point_at(words, end).value))
    end = text::code_point_at(words, end).end();
  return end;
}

bool is_named(const LabelledEntry& entry, ColumnKey key) {
  const ColumnKey* named = std::get_if<ColumnKey>(&entry.name);
  return named != nullptr && *named == key;
}

// "มาตรการที่ ๑ …": what a record begins with.
bool begins_record(const LabelledEntries& entries) {
  if (entries.empty()) return false;
  const LabelledEntry& head = entries.front();
  return (is_named(head, ColumnKey::measure) || is_named(head, ColumnKey::activity)) &&
         number_end(head.lines.front()) > 0;
}

// The number of a record and what it numbers, each an entry of its own.
void part_number(LabelledEntries& record) {
  const std::string& ordinal = text::lexicon().numbers.ordinal.text;
  LabelledEntry number = record.front();
  number.name = ColumnKey::sequence;
  number.label = ordinal;
  LabelledEntry& head = record.front();
  const std::size_t end = number_end(head.lines.front());
  number.lines = number.raw = {head.lines.front().substr(0, end)};
  number.doubts = {text::carried(head.doubts.front(), head.raw.front(), number.raw.front())};
  if (head.label.ends_with(ordinal)) head.label.resize(head.label.size() - ordinal.size());
  head.lines.front() = text::fold_space(std::string_view(head.lines.front()).substr(end));
  record.insert(record.begin(), std::move(number));
}

bool is_card(const RecordGroup& group) {
  std::set<LabelName> names;
  for (const LabelledEntries& record : group.records) {
    if (record.size() < kFewestLabels) return false;
    for (const LabelledEntry& entry : record) names.insert(entry.name);
  }
  return group.records.size() >= kFewestRecords && names.size() >= kFewestLabels;
}

// The keys of columns among a record's labels.
std::set<ColumnKey> column_keys(const LabelledEntries& record) {
  std::set<ColumnKey> keys;
  for (const LabelledEntry& entry : record) {
    if (const ColumnKey* key = std::get_if<ColumnKey>(&entry.name)) keys.insert(*key);
  }
  return keys;
}

// More labels than lines of prose begin with by chance, a gap or a measure among them.
bool is_whole_run(const RecordGroup& run) {
  constexpr std::size_t kFewestOfRun = 4;
  constexpr std::array kSubjects{ColumnKey::weakness, ColumnKey::improvement, ColumnKey::measure, ColumnKey::activity};
  if (run.records.empty()) return false;
  const std::set<ColumnKey> keys = column_keys(run.records.front());
  return keys.size() >= kFewestOfRun &&
         std::ranges::any_of(kSubjects, [&](ColumnKey key) { return keys.contains(key); });
}

// Both have most of the labels of either.
bool are_alike(const RecordGroup& a, const RecordGroup& b) {
  const auto keys = column_keys(a.records.front()), others = column_keys(b.records.front());
  const auto common = std::ranges::count_if(keys, [&](ColumnKey key) { return others.contains(key); });
  return common * 2 > static_cast<std::ptrdiff_t>(std::max(keys.size(), others.size()));
}

// Without those that are like no other.
std::vector<RecordGroup> repeated(const std::vector<RecordGroup>& runs) {
  std::vector<RecordGroup> kept;
  for (const RecordGroup& run : runs) {
    const bool again =
        std::ranges::any_of(runs, [&](const RecordGroup& other) { return &other != &run && are_alike(run, other); });
    if (again) kept.push_back(run);
  }
  return kept;
}

class GroupFinder {
 public:
  GroupFinder(const Flow& flow, const ColumnVocabulary& vocabulary)
      : flow_(&flow),
        vocabulary_(&vocabulary),
        labelled_(labelled_lines(flow, vocabulary)),
        colons_(ends_with_colons()) {}

  [[nodiscard]] std::vector<RecordGroup> find() const {
    std::vector<RecordGroup> groups, runs;
    for (std::size_t i = 0; i < flow_->size();) {
      RecordGroup group = from(i);
      const bool card = is_card(group);
      if (!card) group = run_from(i);
      i = std::max(group.end, i + 1);
      if (card)
        groups.push_back(std::move(group));
      else if (is_whole_run(group))
        runs.push_back(std::move(group));
    }
    std::ranges::move(repeated(runs), std::back_inserter(groups));
    std::ranges::sort(groups, {}, &RecordGroup::begin);
    return groups;
  }

 private:
  [[nodiscard]] LabelledEntries entries_of(std::size_t i) const {
    return rest_of_label(i) > 0 ? LabelledEntries() : labelled_[i];
  }

  // Of each line what its labels say; of a table nothing.
  static std::vector<LabelledEntries> labelled_lines(const Flow& flow, const ColumnVocabulary& vocabulary) {
    const LineLabels labels(flow, vocabulary);
    std::vector<LabelledEntries> lines;
    for (const FlowItem& line : flow) lines.push_back(line.is_table() ? LabelledEntries() : labels.of(line));
    return lines;
  }

  // Most of the document's labels do; what begins like one may be a value.
  [[nodiscard]] bool ends_with_colons() const {
    std::size_t all = 0, marked = 0;
    for (std::size_t i = 0; i < flow_->size(); ++i) {
      const LabelledEntries entries = entries_of(i);
      if (entries.empty() || is_heading(entries.front())) continue;
      if (!std::holds_alternative<ColumnKey>(entries.front().name)) continue;
      ++all;
      marked += has_colon(i) ? 1 : 0;
    }
    return marked * 3 >= all * 2;
  }

  // A label's line, or the next one that its end cuts it into.
  [[nodiscard]] bool has_colon(std::size_t i) const {
    return (*flow_)[i].text.find(':') != std::string_view::npos || (i + 1 < flow_->size() && rest_of_label(i + 1) > 0);
  }

  // Of a line in a run of labels. Where labels end with a colon, a line that begins with the words of one and has none
  // goes on with a value: "ระยะเวลาที่ชัดเจน".
  [[nodiscard]] LabelledEntries labels_in_run(std::size_t i) const {
    LabelledEntries entries = entries_of(i);
    return colons_ && !entries.empty() && !has_colon(i) ? LabelledEntries() : entries;
  }

  // "… ที่จะต้องแก้ไขโดย" / "เร่งด่วน : ระบบ…": the bytes up to what a label says that the line's end before cuts; 0 for
  // none.
  [[nodiscard]] std::size_t rest_of_label(std::size_t i) const {
    if (i == 0 || (*flow_)[i - 1].is_table()) return 0;
    const LabelledEntries& before = labelled_[i - 1];
    if (before.size() != 1 || before.front().label.size() != (*flow_)[i - 1].text.size()) return 0;
    const std::string_view line = (*flow_)[i].text;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || text::length(line.substr(0, colon)) > kLongestRest) return 0;
    const LabelledEntries& own = labelled_[i];
    const bool label = !own.empty() && std::holds_alternative<ColumnKey>(own.front().name);
    const std::string whole = before.front().label + text::fold_space(line.substr(0, colon));
    return label && !vocabulary_->is_form_header(whole) ? 0 : colon + 1;
  }

  [[nodiscard]] RecordGroup from(std::size_t first) const {
    RecordGroup group{first, first, {}, false};
    std::size_t wraps = 0;
    for (std::size_t i = first; i < flow_->size(); ++i) {
      const FlowItem& line = (*flow_)[i];
      LabelledEntries entries = entries_of(i);
      if (begins_record(entries)) {
        part_number(entries);
        group.records.emplace_back();
      } else if (group.records.empty() || line.is_table()) {
        break;
      } else if (entries.empty()) {
        if (++wraps > kMostGroupWraps || !goes_on_with(line, group.records.back().back())) break;
        add_line(group.records.back().back(), line, rest_of_label(i));
        group.end = i + 1;
        continue;
      }
      wraps = 0;
      std::ranges::move(entries, std::back_inserter(group.records.back()));
      group.end = i + 1;
    }
    return group;
  }

  // Lines that begin with labels, each with another one, and those that go on with what the last one says.
  [[nodiscard]] RecordGroup run_from(std::size_t first) const {
    RecordGroup run{first, first, {}, true};
    std::set<LabelName> names;
    std::size_t wraps = 0;
    for (std::size_t i = first; i < flow_->size() && !(*flow_)[i].is_table(); ++i) {
      const FlowItem& line = (*flow_)[i];
      LabelledEntries entries = labels_in_run(i);
      if (!entries.empty() && is_heading(entries.front())) break;
      if (run.records.empty() && !entries.empty() && !std::holds_alternative<ColumnKey>(entries.front().name)) break;
      if (entries.empty() && (run.records.empty() || ++wraps > kMostRunWraps)) break;
      if (entries.empty() && !goes_on_with(line, run.records.front().back())) break;
      if (entries.empty()) {
        add_line(run.records.front().back(), line, rest_of_label(i));
        continue;
      }
      if (!names.insert(entries.front().name).second) break;
      wraps = 0;
      if (run.records.empty()) run.records.emplace_back();
      std::ranges::move(entries, std::back_inserter(run.records.front()));
      run.end = i + 1;
    }
    if (wraps > 0) drop_lines(run.records.front().back(), wraps);
    return run;
  }

  // "ประเด็นที่ ๑.๒ …": what records stand under.
  static bool is_heading(const LabelledEntry& entry) {
    return is_named(entry, ColumnKey::issue) || is_named(entry, ColumnKey::indicator);
  }

  // `rest`: bytes at its beginning that are the label's.
  static void add_line(LabelledEntry& entry, const FlowItem& line, std::size_t rest) {
    const std::string_view raw = line.raw_text;
    entry.lines.push_back(text::fold_space(std::string_view(line.text).substr(rest)));
    entry.raw.emplace_back(rest > 0 ? raw.substr(std::min(raw.find(':') + 1, raw.size())) : raw);
    entry.doubts.push_back(text::carried(*line.doubts, line.text, entry.raw.back()));
  }

  // A label that says nothing on its own line says what stands on the next, whatever that begins with.
  [[nodiscard]] static bool goes_on_with(const FlowItem& line, const LabelledEntry& last) {
    const bool silent = std::ranges::all_of(last.lines, [](const std::string& words) { return words.empty(); });
    return silent || goes_on(line) || counts_on(line, last);
  }

  // "๑. … ๒. …" / "๓. …": the next item of the list that a label's words end with.
  [[nodiscard]] static bool counts_on(const FlowItem& line, const LabelledEntry& last) {
    const auto next = text::leading_number(line.text);
    const auto items = text::find_list_numbers(text::join_lines(last.lines));
    return next && !items.empty() && next->parts.size() == 1 && items.back().parts.size() == 1 &&
           next->style == items.back().style && next->parts.front() == items.back().parts.front() + 1;
  }

  // What follows the last label may be anything's: it stays where it is.
  static void drop_lines(LabelledEntry& entry, std::size_t count) {
    entry.lines.resize(entry.lines.size() - std::min(count, entry.lines.size() - 1));
    entry.raw.resize(entry.lines.size());
    entry.doubts.resize(entry.lines.size());
  }

  // A line that is neither a heading's, a list's nor set apart.
  [[nodiscard]] static bool goes_on(const FlowItem& line) {
    return !text::leading_number(line.text) && !line.text.starts_with('/') && !line.text.starts_with('(');
  }

  const Flow* flow_;
  const ColumnVocabulary* vocabulary_;
  std::vector<LabelledEntries> labelled_;
  bool colons_;  // the document's labels end with one
};

}  // namespace

std::vector<RecordGroup> find_record_groups(const Flow& flow, const ColumnVocabulary& vocabulary) {
  return GroupFinder(flow, vocabulary).find();
}

}  // namespace prongsai::layouts
