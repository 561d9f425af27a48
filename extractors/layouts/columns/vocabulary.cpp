#include "extractors/layouts/columns/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "extractors/layouts/columns/content.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/thai/words.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::array<std::string_view, 4> kColumnLists{"units", "persons", "periods", "goals"};
constexpr std::string_view kEllipsis = "…";

// Code points from which on a form's header is no phrase of body text: ผู้รับผิดชอบ and ผลการดำเนินการ are.
constexpr std::size_t kTellingLength = 18;
// Words of fewer code points count only where ICU, too, sees a word: "เดือน" is none in "เดือนร้อน".
constexpr std::size_t kShortWord = 6;
// Code points that a word needs before misread letters in it are forgiven, and how many a code point.
constexpr std::size_t kForgivenLength = 7;
constexpr double kForgiven = 0.15;
constexpr double kMisreadShare = 0.9;
// Edits a code point that a form's header may need: as printed, and as a scan may read it (marks lost).
constexpr double kPrintedRatio = 0.15;
constexpr double kMisreadRatio = 0.2;
// Candidates behind a slash count a little less than the first; heads that a longer one covers, half.
constexpr double kLaterCandidate = 0.92;
constexpr double kCovered = 0.5;
// A text that is to be a label by itself, weighs so much by its beginning and is no longer than so many code points.
constexpr double kLabelWeight = 0.65;
// "ต.ค. ๖๖" over a column tells of a time where nothing else stands over it.
constexpr double kPeriod = 0.56;
// Letters that a word needs, its marks dropped, to be known without them: scans and poor text layers lose or misplace
// those.
constexpr std::size_t kBareLetters = 5;
constexpr std::size_t kLongestColumnLabel = 45;

// What stands in brackets belongs to the office ("(30 คะแนน)"), not to the column's name; nor does ฯ.
std::string name_in(std::string_view header) {
  return without_any(outside_brackets(header), {"ฯ"});
}

std::vector<std::string> parts_of(const std::string& tight_header) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= tight_header.size()) {
    const std::size_t end = std::min(tight_header.find('/', begin), tight_header.size());
    if (end > begin) parts.push_back(tight_header.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// Where ICU's words begin and end.
std::set<std::size_t> edges_of(std::string_view text) {
  std::set<std::size_t> edges{0, text.size()};
  for (const auto& span : text::word_spans(text)) {
    edges.insert(span.begin);
    edges.insert(span.end);
  }
  return edges;
}

bool stands_as_word(std::string_view word, std::size_t at, const std::set<std::size_t>& edges) {
  return text::length(word) >= kShortWord || (edges.contains(at) && edges.contains(at + word.size()));
}

void raise(Meaning& meaning, ColumnKey key, double weight, std::string_view because) {
  KeyEvidence& evidence = meaning[key];
  if (weight <= evidence.weight) return;
  evidence = {weight, std::string(because)};
}

int edits_for(std::string_view word) {
  const auto length = static_cast<double>(text::length(word));
  return std::max(1, static_cast<int>(kForgiven * length));
}

bool is_known_list(std::string_view name) {
  return std::find(kColumnLists.begin(), kColumnLists.end(), name) != kColumnLists.end();
}

}  // namespace

double weight_of(const Meaning& meaning, ColumnKey key) {
  const auto found = meaning.find(key);
  return found == meaning.end() ? 0 : found->second.weight;
}

double heaviest(const Meaning& meaning) {
  double best = 0;
  for (const auto& [key, evidence] : meaning) best = std::max(best, evidence.weight);
  return best;
}

ColumnVocabulary::ColumnVocabulary(const std::filesystem::path& file) {
  const text::DataNode root = text::read_data_file(file);
  root.allow_keys({"lead_ins", "least", "columns", "content", "units", "persons", "periods", "goals", "order"});
  least_ = root.at("least").number();
  lead_ins_ = tight_all(root.at("lead_ins").texts());
  for (const auto& [key, node] : root.at("columns").entries_by<ColumnKey>()) read_key(key, node);
  read_content(root.at("content"));
  for (const std::string_view name : kColumnLists) lists_[std::string(name)] = tight_all(root.at(name).texts());
  order_ = root.at("order").values<ColumnKey>();
}

void ColumnVocabulary::read_key(ColumnKey key, const text::DataNode& node) {
  node.allow_keys({"forms", "whole", "heads", "words", "not"});
  KeyWords words{.key = key};
  for (auto& text : node.texts_or_none("forms")) {
    const bool prefix = text.ends_with(kEllipsis);
    if (prefix) text.resize(text.size() - kEllipsis.size());
    (prefix ? words.prefixes : words.forms).push_back(text);
  }
  words.whole = tight_all(node.texts_or_none("whole"));
  words.without = tight_all(node.texts_or_none("not"));
  for (const auto& [name, list] : {std::pair{"heads", &words.heads}, std::pair{"words", &words.words}}) {
    const auto entries = node.find(name);
    if (!entries) continue;
    for (const auto& [text, weight] : entries->entries()) {
      if (weight.number() <= 0 || weight.number() > 1) weight.fail("a weight is above 0 and at most 1");
      list->push_back({tight(text), weight.number()});
    }
  }
  keys_.push_back(std::move(words));
}

void ColumnVocabulary::read_content(const text::DataNode& node) {
  node.allow_keys(kContentTraits);
  for (const auto& [trait, rule] : node.entries()) {
    rule.allow_keys({"keys", "alone"});
    ContentRule content{.trait = trait, .keys = {}};
    for (const auto& [key, weight] : rule.at("keys").entries_by<ColumnKey>()) content.keys[key] = weight.number();
    if (const auto alone = rule.find("alone")) content.alone = alone->boolean();
    content_.push_back(std::move(content));
  }
}

const std::vector<std::string>& ColumnVocabulary::list(std::string_view name) const {
  static const std::vector<std::string> kNone;
  const auto found = lists_.find(name);
  return found == lists_.end() || !is_known_list(name) ? kNone : found->second;
}

std::string ColumnVocabulary::without_lead_in(std::string_view part) const {
  const std::size_t lead = begins_with_any(part, lead_ins_);
  return std::string(lead < part.size() ? part.substr(lead) : part);
}

void ColumnVocabulary::take_forms(std::string_view header, Meaning& meaning) const {
  for (const auto& words : keys_) {
    const auto printed = text::best_match(header, words.forms, kPrintedRatio);
    const auto match = printed ? printed : text::best_match(header, words.forms, kMisreadRatio, {.drop_marks = true});
    if (match) raise(meaning, words.key, 1, words.forms[match->index]);
    for (const auto& prefix : words.prefixes) {
      const int allowed = static_cast<int>(kPrintedRatio * static_cast<double>(text::length(prefix)));
      const auto found = text::find_similar(header, prefix, allowed);
      if (found && found->begin == 0) raise(meaning, words.key, 1, prefix);
    }
  }
}

void ColumnVocabulary::take_part(std::string_view part, double share, Meaning& meaning) const {
  const std::set<std::size_t> edges = edges_of(part);
  std::vector<Head> heads;
  std::size_t longest = 0;
  for (const auto& words : keys_) {
    if (std::find(words.whole.begin(), words.whole.end(), part) != words.whole.end())
      raise(meaning, words.key, share, part);
    const Weighted* best = nullptr;
    for (const auto& head : words.heads) {
      if (!part.starts_with(head.text) || !stands_as_word(head.text, 0, edges)) continue;
      if (best == nullptr || head.text.size() > best->text.size()) best = &head;
    }
    if (best == nullptr) continue;
    heads.push_back({&words, best});
    longest = std::max(longest, best->text.size());
  }
  for (const Head& head : heads) {
    const double covered = head.word->text.size() < longest ? kCovered : 1;
    raise(meaning, head.key->key, share * covered * head.word->weight, head.word->text);
  }
  if (is_period(part)) raise(meaning, ColumnKey::timeframe, share * kPeriod, part);
  for (const auto& words : keys_) {
    for (const auto& word : words.words) {
      const std::size_t at = part.find(word.text);
      if (at != std::string_view::npos && stands_as_word(word.text, at, edges))
        raise(meaning, words.key, share * word.weight, word.text);
    }
  }
}

bool ColumnVocabulary::is_period(std::string_view header) const {
  return begins_with_any(tight(header), list("periods")) > 0;
}

// Heads and words without their marks, and those of some length with a misread letter or two.
void ColumnVocabulary::take_misread(std::string_view part, double share, Meaning& meaning) const {
  const std::string bare = text::fuzzy_key(part, {.drop_marks = true});
  for (const auto& words : keys_) {
    for (const auto& [list, anywhere] : {std::pair{&words.heads, false}, std::pair{&words.words, true}}) {
      for (const auto& word : *list) {
        const std::string key = text::fuzzy_key(word.text, {.drop_marks = true});
        if (text::length(key) < kBareLetters) continue;
        const std::size_t at = bare.find(key);
        if (anywhere ? at != std::string::npos : at == 0)
          raise(meaning, words.key, share * kMisreadShare * word.weight, word.text);
      }
    }
  }
  for (const auto& words : keys_) {
    for (const auto& head : words.heads) {
      if (text::length(head.text) < kForgivenLength) continue;
      const auto found = text::find_similar(part, head.text, edits_for(head.text));
      if (found && found->begin == 0) raise(meaning, words.key, share * kMisreadShare * head.weight, head.text);
    }
    for (const auto& word : words.words) {
      if (text::length(word.text) < kForgivenLength) continue;
      if (text::find_similar(part, word.text, edits_for(word.text)))
        raise(meaning, words.key, share * kMisreadShare * word.weight, word.text);
    }
  }
}

Meaning ColumnVocabulary::meaning_of(std::string_view header) const {
  Meaning meaning;
  const std::string name = name_in(header);
  const std::string whole = tight(name);
  if (text::fuzzy_key(name).empty()) {
    if (whole == "#") raise(meaning, ColumnKey::sequence, 1, whole);
    return meaning;
  }
  double share = 1;
  for (const auto& part : parts_of(whole)) {
    take_part(without_lead_in(part), share, meaning);
    if (part == whole) {
      // Nothing parted: what was taken for a lead-in may be part of the name.
      take_part(part, share, meaning);
    }
    share = kLaterCandidate;
  }
  if (heaviest(meaning) < least_) {
    share = 1;
    for (const auto& part : parts_of(whole)) {
      take_misread(without_lead_in(part), share, meaning);
      share = kLaterCandidate;
    }
  }
  for (const auto& words : keys_) {
    if (contains_any(whole, words.without)) meaning.erase(words.key);
  }
  take_forms(name, meaning);
  return meaning;
}

std::optional<ColumnKey> ColumnVocabulary::label_of(std::string_view text) const {
  if (text::length(text) > kLongestColumnLabel && !is_form_header(text)) return std::nullopt;
  const Meaning meaning = meaning_of(text);
  std::optional<ColumnKey> best;
  double weight = 0;
  for (const auto& [key, evidence] : meaning) {
    const bool begins = tight(name_in(text)).starts_with(evidence.because) ||
                        without_lead_in(tight(text)).starts_with(evidence.because) || evidence.weight >= 1;
    if (!begins || evidence.weight < kLabelWeight || evidence.weight <= weight) continue;
    best = key;
    weight = evidence.weight;
  }
  return best;
}

std::vector<std::string> ColumnVocabulary::sure_heads(ColumnKey key) const {
  constexpr double kSure = 0.9;
  std::vector<std::string> sure;
  for (const KeyWords& words : keys_) {
    for (const Weighted& head : words.heads) {
      if (words.key == key && head.weight >= kSure) sure.push_back(head.text);
    }
  }
  return sure;
}

bool ColumnVocabulary::is_form_header(std::string_view header) const {
  if (text::length(header) < kTellingLength) return false;
  Meaning meaning;
  take_forms(name_in(header), meaning);
  return !meaning.empty();
}

}  // namespace prongsai::layouts
