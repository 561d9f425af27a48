#include "extractors/layouts/words/labels.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/data_file.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr auto kLabelLists = std::to_array<std::string_view>(
    {"timeframe",         "limitation",          "timeframe_short",     "limitation_short",
     "issue_words",       "issue_leads",         "table_captions",      "limitation_headings",
     "part_words",        "chapter_words",       "template_titles",     "caption_words",
     "letter_numbers",    "address_words",       "requirement_headers", "contents_titles",
     "exercise_titles",   "contents_headers",    "appendix_titles",     "measure_titles",
     "result_titles",     "analysis_titles",     "memo_heads",          "memo_subjects",
     "office_words",      "year_words",          "school_year_words",   "year_line_ends",
     "own_year_words",    "assessed_year_words", "assessed_year_tails", "addressee_words",
     "issuing_words",     "unit_words",          "office_ends",         "not_office_words",
     "no_own_names",      "session_words",       "forms_of_items",      "telephone_words",
     "name_leads",        "law_words",           "law_tails",           "source_words",
     "issuing_places",    "year_score_leads",    "slogan_words",        "name_ends",
     "set_words",         "name_suffixes",       "area_heads",          "sentence_words",
     "name_tails",        "number_leads",        "numbered_kinds",      "line_ends",
     "state_line_ends",   "other_entries",       "assessment_names",    "compared_year_words",
     "issue_dates",       "comparing_titles",    "year_joints",         "offices_above",
     "prose_leads",       "name_stop_words",     "figure_verbs",        "figure_nouns",
     "parts_that_report", "sentence_leads",      "agent_words",         "publication_words",
     "own_agent_words",   "above_leads",         "predicate_words",     "purposes",
     "copyright_words",   "letter_leads",        "author_words",        "belonging_words",
     "name_joints",       "span_joints",         "name_goes_on",        "spanned_year_words",
     "series_names",      "aim_words",           "place_suffixes",      "time_leads",
     "minutes_titles",    "count_leads",         "office_counters"});

// One misread letter in six: ชื่อจำกัดของหน่วยงาน is a misreading of ข้อจำกัดของหน่วยงาน.
constexpr double kMisreadLabel = 0.17;

// Bytes of misread letters that a label may begin with.
constexpr std::size_t kMisreadStart = 12;

bool colon_at(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at < text.size() && text[at] == ':';
}

std::size_t behind_colon(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == ':')) ++at;
  return at;
}

// "(ก) ", "ข) ": the end of a marker by a letter; 0: there is none.
std::size_t letter_marker(std::string_view text) {
  std::size_t at = text.starts_with('(') ? 1 : 0;
  if (at >= text.size()) return 0;
  const text::CodePoint letter = text::code_point_at(text, at);
  if (!text::is_thai_consonant(letter.value) && !text::is_latin_letter(letter.value)) return 0;
  at = letter.end();
  if (at >= text.size() || text[at] != ')') return 0;
  do ++at;
  while (at < text.size() && text[at] == ' ');
  return at;
}

// A label at the very beginning of the words: how many edits it needs and where it ends.
struct LabelEnd {
  int distance = 0;
  std::size_t end = 0;  // byte offset
};

// The beginning of the words that is nearest to the label; a misread first letter must not be left outside.
std::optional<LabelEnd> label_end(std::string_view words, const std::string& label, int allowed) {
  const auto found = text::find_similar(words, label, allowed);
  if (!found) return std::nullopt;
  if (found->begin == 0) return LabelEnd{found->distance, found->end};
  const std::string_view beginning = words.substr(0, found->end);
  if (static_cast<int>(text::length(words.substr(0, found->begin))) > allowed) return std::nullopt;
  const int distance = text::edit_distance(tight(beginning), tight(label), allowed);
  return distance <= allowed ? std::optional(LabelEnd{distance, found->end}) : std::nullopt;
}

std::optional<std::size_t> long_label(std::string_view words, const std::vector<std::string>& labels,
                                      TextSource source) {
  constexpr int kSlip = 1;  // of a text layer; "ทราบระยะเวลา…" is no misreading of กรอบระยะเวลา there
  std::optional<LabelEnd> best;
  for (const auto& label : labels) {
    const int misread = static_cast<int>(kMisreadLabel * static_cast<double>(text::length(label)));
    const auto end = label_end(words, label, source == TextSource::ocr ? misread : std::min(misread, kSlip));
    if (!end) continue;
    const bool nearer = !best || end->distance < best->distance;
    if (nearer || (end->distance == best->distance && end->end > best->end)) best = end;
  }
  return best ? std::optional(best->end) : std::nullopt;
}

// "มกราคม – มิถุนายน 2567", "1 ต.ค. 2566 – …", "ภายในวันที่ 31 มีนาคม 2567".
bool begins_with_time(std::string_view words, const std::vector<std::string>& leads) {
  std::string compact = tight(words.substr(0, words.find('\n')));
  if (begins_with_any(compact, leads) > 0) return true;
  compact.erase(0, std::min(compact.find_first_not_of("0123456789"), compact.size()));
  return std::ranges::any_of(text::lexicon().months.months, [&](const auto& month) {
    return compact.starts_with(month.name.text) || compact.starts_with(month.short_form);
  });
}

// What a short label may stand before without a colon.
struct BareLabel {
  bool marked = false;  // an item's marker stands before it: "(ง) ระยะเวลา …"
  const std::vector<std::string>* times = nullptr;  // a time follows it, which may begin with one of these
};

std::optional<std::size_t> short_label(std::string_view words, const std::vector<std::string>& labels,
                                       const BareLabel& bare) {
  for (const auto& label : labels) {
    if (!words.starts_with(label)) continue;
    const std::string_view rest = words.substr(label.size());
    if (colon_at(words, label.size()) || is_blank_text(rest)) return label.size();
    if (bare.marked && rest.starts_with(' ')) return label.size();
    if (bare.times != nullptr && begins_with_time(rest, *bare.times)) return label.size();
  }
  return std::nullopt;
}

// A label further on in a text must be parted from what stands before it.
bool parted(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin == 0 || colon_at(text, end)) return true;
  const char before = text[begin - 1];
  if (before == ' ' || before == ')' || before == '.') return true;
  const auto points = text::code_points(text.substr(0, begin));
  return text::is_digit(points.back().value);
}

}  // namespace

std::size_t words_begin(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && line[at] == ' ') ++at;
  if (const auto number = text::leading_number(line.substr(at))) at += number->end;
  return at + letter_marker(line.substr(at));
}

Labels::Labels(const std::filesystem::path& file) {
  const text::DataNode root = text::read_data_file(file);
  std::vector<std::string_view> keys(kLabelLists.begin(), kLabelLists.end());
  keys.emplace_back("head_titles");
  root.require_keys(keys);
  for (const auto& [key, value] : root.entries()) {
    if (key == "head_titles") {
      for (const auto& item : value.items()) {
        item.allow_keys({"title", "office"});
        head_titles_.push_back({item.at("title").text(), item.at("office").text()});
      }
      continue;
    }
    Lists lists{value.texts(), {}};
    for (const auto& word : lists.words) lists.tight.push_back(layouts::tight(word));
    lists_.emplace(key, std::move(lists));
  }
  std::vector<std::string> phrases;
  for (const auto name : kLabelLists) {
    phrases.insert(phrases.end(), list(name).begin(), list(name).end());
  }
  mender_ = PhraseMender(phrases);
}

std::string Labels::as_spelt(std::string_view text, TextSource source) const {
  return source == TextSource::ocr ? mender_.mend(text).text() : std::string(text);
}

const Labels::Lists& Labels::lists(std::string_view name) const {
  const auto found = lists_.find(name);
  if (found == lists_.end()) throw std::out_of_range("labels have no list '" + std::string(name) + "'");
  return found->second;
}
const std::vector<std::string>& Labels::list(std::string_view name) const {
  return lists(name).words;
}
const std::vector<std::string>& Labels::tight_list(std::string_view name) const {
  return lists(name).tight;
}
void Labels::extend(std::string_view name, const std::vector<std::string>& words) {
  const auto found = lists_.find(name);
  if (found == lists_.end()) throw std::out_of_range("labels have no list '" + std::string(name) + "'");
  for (const std::string& word : words) {
    if (is_any(word, found->second.words)) continue;
    found->second.words.push_back(word);
    found->second.tight.push_back(layouts::tight(word));
  }
}
bool Labels::has_list(std::string_view name) const {
  return lists_.contains(name);
}

std::optional<LabelHit> Labels::at_start(std::string_view line, TextSource source) const {
  const std::size_t begin = words_begin(line);
  const std::string_view words = line.substr(begin);
  for (const auto& [entry, longer, shorter] : {std::tuple{Entry::timeframe, "timeframe", "timeframe_short"},
                                               std::tuple{Entry::limitation, "limitation", "limitation_short"}}) {
    auto end = long_label(words, list(longer), source);
    const BareLabel bare{begin > line.find_first_not_of(' '),
                         entry == Entry::timeframe ? &tight_list("time_leads") : nullptr};
    if (!end) end = short_label(words, list(shorter), bare);
    if (end) return LabelHit{entry, begin, behind_colon(line, begin + *end)};
  }
  return std::nullopt;
}

void Labels::find_misread(std::string_view text, std::vector<LabelHit>& hits) const {
  if (hits.size() != 1 || hits.front().entry != Entry::timeframe) return;
  const std::size_t from = hits.front().value;
  for (const auto& label : list("limitation")) {
    const int allowed = static_cast<int>(kMisreadLabel * static_cast<double>(text::length(label)));
    const auto found = text::find_similar(text.substr(from), label, allowed);
    if (!found || found->begin == 0) continue;
    // The label's first letters may be the misread ones: it begins where its word does.
    std::size_t begin = from + found->begin;
    while (begin > from && text[begin - 1] != ' ' && from + found->begin - begin < kMisreadStart) --begin;
    if (text[begin - 1] != ' ') begin = from + found->begin;
    if (!parted(text, begin, from + found->end)) continue;
    hits.push_back({Entry::limitation, begin, behind_colon(text, from + found->end)});
    return;
  }
}

void Labels::find_before_colon(std::string_view text, Entry entry, const std::vector<std::string>& labels,
                               std::vector<LabelHit>& hits) {
  for (const auto& label : labels) {
    for (std::size_t at = text.find(label); at != std::string_view::npos; at = text.find(label, at + 1)) {
      const std::size_t end = at + label.size();
      const bool begins = at == 0 || text[at - 1] == ' ';
      const auto covers = [&](const LabelHit& hit) { return hit.begin <= at && at < hit.value; };
      if (!begins || !colon_at(text, end) || std::any_of(hits.begin(), hits.end(), covers)) continue;
      hits.push_back({entry, at, behind_colon(text, end)});
    }
  }
}

std::vector<LabelHit> Labels::find(std::string_view text, TextSource source) const {
  std::vector<LabelHit> hits;
  if (const auto first = at_start(text, source)) hits.push_back(*first);
  const std::size_t from = hits.empty() ? 0 : hits.front().value;
  for (const auto& [entry, name] :
       {std::pair{Entry::timeframe, "timeframe"}, std::pair{Entry::limitation, "limitation"}}) {
    for (const auto& label : list(name)) {
      for (std::size_t at = text.find(label, from); at != std::string_view::npos; at = text.find(label, at + 1)) {
        const std::size_t end = at + label.size();
        const bool after_timeframe = entry == Entry::limitation && !hits.empty();
        if (!parted(text, at, end) && !after_timeframe) continue;
        const bool known = std::any_of(hits.begin(), hits.end(), [&](const LabelHit& hit) { return hit.begin == at; });
        if (!known) hits.push_back({entry, at, behind_colon(text, end)});
      }
    }
  }
  for (const auto& [entry, name] :
       {std::pair{Entry::timeframe, "timeframe_short"}, std::pair{Entry::limitation, "limitation_short"},
        std::pair{Entry::another, "other_entries"}}) {
    find_before_colon(text, entry, list(name), hits);
  }
  find_misread(text, hits);
  std::sort(hits.begin(), hits.end(), [](const LabelHit& a, const LabelHit& b) { return a.begin < b.begin; });
  return hits;
}

}  // namespace prongsai::layouts
