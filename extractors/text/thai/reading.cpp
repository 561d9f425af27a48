#include "extractors/text/thai/reading.hpp"

#include <algorithm>
#include <string>

#include "extractors/text/thai/dictionary.hpp"
#include "extractors/text/thai/official_words.hpp"
#include "extractors/text/unicode/thai_letters.hpp"

namespace prongsai::text {
namespace {

constexpr Cost kDictionaryWord = 10;
constexpr Cost kUnknownSyllable = 16;
// A lost ำ put back is likelier in a word that reports use than in any word of the dictionary, and least likely in
// a short one (งำ, กำ, ขำ), which other words' letters make up by chance.
constexpr Cost kUncommonMended = 4;
constexpr Cost kShortMended = 8;
constexpr std::size_t kShortReadWord = 3;
constexpr std::size_t kLongestRareWord = 5;

struct Edge {
  std::size_t begin = 0;
  std::size_t end = 0;
  Cost cost = 0;
  std::uint64_t others = 0;
  bool known = false;
  bool official = false;
};

// All ways to read a run: a graph whose nodes are the places between letters and whose edges are words.
class Lattice {
 public:
  Lattice(std::span<const Spelling> run, const WordTrie* own_words) : run_(run), own_words_(own_words) {
    for (std::size_t at = 0; at < run_.size(); ++at) {
      first_edge_.push_back(edges_.size());
      if (may_break(at)) add_edges_from(at);
    }
    measure_from_start();
    measure_to_end();
  }

  [[nodiscard]] Reading best() const {
    Reading reading;
    reading.cost = from_start_[run_.size()];
    reading.other.assign(run_.size(), false);
    reading.margin.assign(run_.size(), kNever);
    for (std::size_t at = run_.size(); at > 0; at = edges_[best_edge_[at]].begin) {
      const Edge& edge = edges_[best_edge_[at]];
      reading.words.push_back({edge.begin, edge.end, edge.known, edge.official});
      for (std::size_t i = edge.begin; i < edge.end; ++i) reading.other[i] = takes_other(edge, i);
    }
    std::reverse(reading.words.begin(), reading.words.end());
    set_margins(reading);
    return reading;
  }

 private:
  static bool takes_other(const Edge& edge, std::size_t letter) {
    const std::size_t bit = letter - edge.begin;
    return bit < kLongestWord && ((edge.others >> bit) & 1U) != 0;
  }

  // A word never begins with a mark or a following vowel, nor ends with a leading vowel.
  [[nodiscard]] bool may_break(std::size_t at) const {
    if (at == 0 || at == run_.size()) return true;
    const char32_t next = run_[at].letter;
    return !is_thai_mark(next) && !is_thai_following_vowel(next) && !is_thai_leading_vowel(run_[at - 1].letter);
  }

  // What the letters of a word cost besides the word: letters taken the other way, false blanks inside it.
  [[nodiscard]] Cost letters_cost(const Edge& edge) const {
    Cost cost = 0;
    for (std::size_t i = edge.begin; i < edge.end; ++i) {
      if (takes_other(edge, i)) cost += run_[i].other_cost;
      if (i > edge.begin) cost += run_[i].blank_cost;
    }
    return cost;
  }

  [[nodiscard]] Cost dictionary_cost(const SpeltWord& word, std::size_t begin) const {
    const std::size_t size = word.end - begin;
    if (word.others != 0) return kDictionaryWord + (size <= kShortReadWord ? kShortMended : kUncommonMended);
    if (size > kLongestRareWord) return kDictionaryWord;
    std::u32string letters;
    for (std::size_t i = begin; i < word.end; ++i) letters.push_back(run_[i].letter);
    const Cost rare = rare_word_cost(letters);
    return rare > 0 ? rare : kDictionaryWord;
  }

  void add_edges_from(std::size_t begin) {
    found_.clear();
    spell_dictionary_words(run_, begin, kDictionaryWord, found_);
    for (SpeltWord& word : found_) word.cost = dictionary_cost(word, begin);
    const std::size_t in_dictionary = found_.size();
    official_words().spell(run_, begin, found_);
    if (own_words_ != nullptr) own_words_->spell(run_, begin, found_);
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const SpeltWord& word = found_[i];
      if (!may_break(word.end)) continue;
      Edge edge{begin, word.end, word.cost, word.others, true, i >= in_dictionary};
      edge.cost += letters_cost(edge);
      edges_.push_back(edge);
    }
    add_unknown_syllable(begin);
  }

  void add_unknown_syllable(std::size_t begin) {
    std::size_t end = begin + 1;
    while (!may_break(end)) ++end;
    edges_.push_back({begin, end, kUnknownSyllable, 0, false, false});
  }

  // Edges stand in the order of their beginnings, so one pass each way is enough.
  void measure_from_start() {
    from_start_.assign(run_.size() + 1, kNever);
    best_edge_.assign(run_.size() + 1, 0);
    from_start_[0] = 0;
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      const Edge& edge = edges_[i];
      const Cost cost = from_start_[edge.begin] + edge.cost;
      if (cost >= from_start_[edge.end]) continue;
      from_start_[edge.end] = cost;
      best_edge_[edge.end] = i;
    }
  }

  void measure_to_end() {
    to_end_.assign(run_.size() + 1, kNever);
    to_end_[run_.size()] = 0;
    for (std::size_t i = edges_.size(); i-- > 0;) {
      const Edge& edge = edges_[i];
      to_end_[edge.begin] = std::min(to_end_[edge.begin], edge.cost + to_end_[edge.end]);
    }
  }

  void set_margins(Reading& reading) const {
    for (std::size_t i = 0; i < run_.size(); ++i) {
      if (run_[i].other == 0) continue;
      Cost opposite = kNever;
      const std::size_t first = i < kLongestWord ? 0 : i - kLongestWord;
      for (std::size_t e = first_edge_[first]; e < edges_.size() && edges_[e].begin <= i; ++e) {
        const Edge& edge = edges_[e];
        if (edge.end <= i || takes_other(edge, i) == reading.other[i]) continue;
        opposite = std::min(opposite, from_start_[edge.begin] + edge.cost + to_end_[edge.end]);
      }
      reading.margin[i] = opposite >= kNever ? kNever : opposite - from_start_[run_.size()];
    }
  }

  std::span<const Spelling> run_;
  const WordTrie* own_words_;
  std::vector<SpeltWord> found_;
  std::vector<Edge> edges_;
  std::vector<std::size_t> first_edge_;  // for each letter: the first edge that begins there or later
  std::vector<Cost> from_start_;
  std::vector<Cost> to_end_;
  std::vector<std::size_t> best_edge_;
};

}  // namespace

Reading read_run(std::span<const Spelling> run, const WordTrie* own_words) {
  if (run.empty()) return {};
  return Lattice(run, own_words).best();
}

}  // namespace prongsai::text
