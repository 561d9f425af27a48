#include "extractors/layouts/line_labels.hpp"

#include <algorithm>
#include <map>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::size_t kFewestLabelledLines = 2;  // that a recurring label begins
constexpr std::size_t kShortestLabel = 4;        // code points
constexpr std::size_t kLongestLineLabel = 24;

// Where the word that begins at a place ends: at a blank or a colon.
std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_blank_at(text, at) && text[at] != ':') at = text::code_point_at(text, at).end();
  return at;
}

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_blank_at(text, at) || text[at] == ':')) at = text::code_point_at(text, at).end();
  return at;
}

bool has(const LabelledEntries& entries, const LabelName& name) {
  return std::ranges::any_of(entries, [&](const LabelledEntry& one) { return one.name == name; });
}

void say(LabelledEntry& entry, const FlowItem& line, std::size_t begin, std::size_t end) {
  const std::string_view words = line.text.substr(begin, end - begin);
  entry.lines.push_back(text::fold_space(words));
  entry.raw.emplace_back(words);
  entry.doubts.push_back(doubts_in(*line.doubts, begin, end));
}

}  // namespace

LineLabels::LineLabels(const Flow& flow, const ColumnVocabulary& vocabulary) : vocabulary_(&vocabulary) {
  std::map<std::string, std::size_t> begun;
  for (const FlowItem& line : flow) {
    const std::string word(line.text.substr(0, word_end(line.text, 0)));
    const bool alone = word.size() == line.text.size();
    const std::size_t length = text::length(word);
    if (!alone && length >= kShortestLabel && length <= kLongestLineLabel && ++begun[word] == kFewestLabelledLines)
      recurring_.insert(word);
  }
}

LabelledEntries LineLabels::of(const FlowItem& line) const {
  LabelledEntries entries;
  std::size_t value = 0;  // where what the last label says begins
  for (std::size_t at = 0; at < line.text.size();) {
    const std::size_t end = word_end(line.text, at);
    const std::string word(line.text.substr(at, end - at));
    const std::optional<LabelName> name = label(word, at == 0);
    if (!name && entries.empty()) return {};
    const bool colon = end < line.text.size() && line.text[end] == ':';
    // "ขั้นตอน วิเคราะห์ความเสี่ยง": right behind a label stands what it says, unless a colon makes it a label, too.
    const bool says = !entries.empty() && value >= at && !colon;
    if (name && !says && !has(entries, *name)) {
      if (!entries.empty()) say(entries.back(), line, value, at);
      entries.push_back({*name, word, {}, {}, {}, *line.at});
      value = behind_blanks(line.text, end);
    }
    at = std::max(behind_blanks(line.text, end), at + 1);
  }
  if (!entries.empty()) say(entries.back(), line, std::min(value, line.text.size()), line.text.size());
  return entries;
}

std::optional<LabelName> LineLabels::label(const std::string& word, bool begins_line) const {
  const std::string& ordinal = text::lexicon().numbers.ordinal.text;
  const std::string kind = word.ends_with(ordinal) ? word.substr(0, word.size() - ordinal.size()) : word;
  const std::optional<ColumnKey> key = vocabulary_->label_of(kind);
  if (key && key != ColumnKey::other) return *key;
  return begins_line && recurring_.contains(word) ? std::optional<LabelName>(word) : std::nullopt;
}

}  // namespace prongsai::layouts
