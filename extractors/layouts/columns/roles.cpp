#include "extractors/layouts/columns/roles.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>
#include <set>

namespace prongsai::layouts {
namespace {

// A lower level of a header that weighs less is helped by the level above it, which then counts so much.
constexpr double kTellingLevel = 0.6;
constexpr double kUpperLevel = 0.88;
// A header this sure stands against what the column holds.
constexpr double kSureHeader = 0.7;
// A header that weighs so much makes its table one of measures, plans or results, as a whole or by two columns.
constexpr std::size_t kTellingHeaders = 2;
// Traits of so many of a column's cells count.
constexpr double kTraitShare = 0.5;
// What a second column of one key costs, a key out of its order, and a sequence that does not stand first.
constexpr double kRepeated = 0.35;
constexpr double kOutOfOrder = 0.02;
constexpr double kLateSequence = 0.3;
// Keys that the search weighs at once.
constexpr std::size_t kMostKeys = 14;
constexpr std::size_t kMostStates = 1500;  // choices that are carried on from one column to the next, the best ones

void add_because(KeyEvidence& evidence, const std::string& words) {
  evidence.because += (evidence.because.empty() ? "" : ", ") + words;
}

// What a column's header says: its lowest level, and the ones above it where that says little.
Meaning header_meaning(const std::vector<std::string>& levels, const ColumnVocabulary& vocabulary) {
  Meaning meaning;
  double share = 1;
  for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
    for (auto& [key, evidence] : vocabulary.meaning_of(*level)) {
      KeyEvidence& known = meaning[key];
      if (evidence.weight * share > known.weight) known = {evidence.weight * share, evidence.because};
    }
    if (heaviest(meaning) >= kTellingLevel) break;
    share *= kUpperLevel;
  }
  return meaning;
}

// Keys that make a table one of measures, plans or results.
bool is_of_plans(ColumnKey key) {
  return key != ColumnKey::sequence && key != ColumnKey::timeframe && key != ColumnKey::limitation &&
         key != ColumnKey::other;
}

bool tells_of_plans(const std::vector<Meaning>& headers) {
  std::set<ColumnKey> told;
  for (const Meaning& meaning : headers) {
    for (const auto& [key, evidence] : meaning) {
      if (evidence.weight >= kTellingLevel && evidence.weight >= heaviest(meaning) && is_of_plans(key))
        told.insert(key);
    }
  }
  return told.size() >= kTellingHeaders;
}

void weigh_content(Meaning& meaning, const ColumnContent& content, const ColumnVocabulary& vocabulary, bool plans) {
  const Meaning header = meaning;
  // A header that says no more than that its column is none of the known ones ("ชื่อ…") may be outweighed.
  const bool only_other = header.size() == 1 && header.contains(ColumnKey::other);
  const bool told = heaviest(header) >= kTellingLevel && !only_other;
  for (const ContentRule& rule : vocabulary.content()) {
    const auto share = content.find(rule.trait);
    if (share == content.end() || share->second < kTraitShare) continue;
    for (const auto& [key, weight] : rule.keys) {
      const double by_header = weight_of(header, key);
      const bool confirms = by_header >= vocabulary.least() || key == ColumnKey::other || (by_header > 0 && plans);
      const bool decides = rule.alone && plans && !told;
      if (weight < 0 ? by_header >= kSureHeader || by_header == 0 : !confirms && !decides) continue;
      KeyEvidence& evidence = meaning[key];
      evidence.weight = std::max(0.0, evidence.weight + weight * share->second);
      add_because(evidence, (weight < 0 ? "not " : "") + rule.trait);
    }
  }
}

// One choice of a key for each column, built from the left.
struct Partial {
  double total = -std::numeric_limits<double>::infinity();
  std::vector<std::size_t> keys;  // index into Search::keys_; keys_.size() is `other`
};

class Search {
 public:
  Search(const std::vector<Meaning>& meanings, const std::vector<ColumnEvidence>& columns,
         const ColumnVocabulary& vocabulary)
      : meanings_(&meanings), columns_(&columns), vocabulary_(&vocabulary) {
    std::map<ColumnKey, double> best;
    for (const Meaning& meaning : meanings) {
      for (const auto& [key, evidence] : meaning) {
        if (key != ColumnKey::other && evidence.weight >= vocabulary.least())
          best[key] = std::max(best[key], evidence.weight);
      }
    }
    for (const auto& [key, weight] : best) keys_.push_back(key);
    std::stable_sort(keys_.begin(), keys_.end(), [&](const auto& a, const auto& b) { return best[a] > best[b]; });
    if (keys_.size() > kMostKeys) keys_.resize(kMostKeys);
  }

  using States = std::map<std::pair<unsigned, std::size_t>, Partial>;  // {keys used, last key} → the best so far

  // The best ones, so many and no fewer: of those that weigh the same, the first.
  static void keep_best(States& states) {
    if (states.size() <= kMostStates) return;
    std::vector<States::iterator> order;
    for (auto state = states.begin(); state != states.end(); ++state) order.push_back(state);
    std::ranges::nth_element(order, order.begin() + kMostStates, [](const auto& a, const auto& b) {
      return a->second.total != b->second.total ? a->second.total > b->second.total : a->first < b->first;
    });
    std::for_each(order.begin() + kMostStates, order.end(), [&](const auto& state) { states.erase(state); });
  }

  // The best choice; that column, if any, must not be that key.
  [[nodiscard]] Partial best(std::size_t barred_column, std::size_t barred_key) const {
    States states;
    states[{0U, other()}] = {0, {}};
    for (std::size_t column = 0; column < columns_->size(); ++column) {
      States next;
      for (const auto& [state, partial] : states) {
        for (std::size_t key = 0; key <= other(); ++key) {
          if (column == barred_column && key == barred_key) continue;
          const double gain = gain_of(column, key, state.first, state.second);
          if (gain == -std::numeric_limits<double>::infinity()) continue;
          Partial& into = next[{key == other() ? state.first : state.first | (1U << key), key}];
          if (partial.total + gain <= into.total) continue;
          into.total = partial.total + gain;
          into.keys = partial.keys;
          into.keys.push_back(key);
        }
      }
      states = std::move(next);
      keep_best(states);
    }
    Partial found;
    for (auto& [state, partial] : states) {
      if (partial.total > found.total) found = std::move(partial);
    }
    return found;
  }

  [[nodiscard]] std::size_t other() const { return keys_.size(); }
  [[nodiscard]] ColumnKey key_of(std::size_t key) const { return key == other() ? ColumnKey::other : keys_[key]; }

 private:
  [[nodiscard]] double gain_of(std::size_t column, std::size_t key, unsigned used, std::size_t last) const {
    const Meaning& meaning = (*meanings_)[column];
    if (key == other()) return std::max(vocabulary_->least(), weight_of(meaning, ColumnKey::other));
    const double weight = weight_of(meaning, keys_[key]);
    if (weight < vocabulary_->least()) return -std::numeric_limits<double>::infinity();
    double gain = weight;
    const bool grouped = column > 0 && last == key && (*columns_)[column].group != 0 &&
                         (*columns_)[column].group == (*columns_)[column - 1].group;
    if ((used & (1U << key)) != 0 && !grouped) gain -= kRepeated;
    for (std::size_t earlier = 0; earlier < keys_.size() && !grouped; ++earlier) {
      if ((used & (1U << earlier)) != 0 && place_of(earlier) > place_of(key)) gain -= kOutOfOrder;
    }
    if (keys_[key] == ColumnKey::sequence && column > 1) gain -= kLateSequence;
    return gain;
  }

  [[nodiscard]] std::size_t place_of(std::size_t key) const {
    const auto& order = vocabulary_->order();
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), keys_[key]) - order.begin());
  }

  const std::vector<Meaning>* meanings_;
  const std::vector<ColumnEvidence>* columns_;
  const ColumnVocabulary* vocabulary_;
  std::vector<ColumnKey> keys_;
};

}  // namespace

std::vector<ColumnRole> assign_roles(const std::vector<ColumnEvidence>& columns, const ColumnVocabulary& vocabulary) {
  std::vector<Meaning> headers;
  for (const auto& column : columns) headers.push_back(header_meaning(column.levels, vocabulary));
  const bool plans = tells_of_plans(headers);
  std::vector<Meaning> meanings = headers;
  for (std::size_t i = 0; i < columns.size(); ++i) weigh_content(meanings[i], columns[i].content, vocabulary, plans);
  const Search search(meanings, columns, vocabulary);
  const Partial best = search.best(columns.size(), 0);
  std::vector<ColumnRole> roles;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    ColumnRole role{.key = search.key_of(best.keys[i])};
    const Partial second = search.best(i, best.keys[i]);
    if (!second.keys.empty()) {
      role.margin = best.total - second.total;
      role.runner_up = search.key_of(second.keys[i]);
    }
    const auto evidence = meanings[i].find(role.key);
    if (evidence != meanings[i].end()) {
      role.weight = evidence->second.weight;
      role.because = evidence->second.because;
    }
    if (second.keys.empty()) role.margin = std::max(role.weight, vocabulary.least());
    role.by_header = weight_of(headers[i], role.key) >= vocabulary.least();
    roles.push_back(std::move(role));
  }
  return roles;
}

}  // namespace prongsai::layouts
