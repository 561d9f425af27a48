#include "extractors/text/unicode/word_trie.hpp"

#include <algorithm>

#include "extractors/text/unicode/spell.hpp"

namespace prongsai::text {

void WordTrie::add(std::u32string_view word, Cost cost) {
  if (word.empty()) return;
  std::size_t at = 0;
  for (const char32_t letter : word) {
    const auto& next = nodes_[at].next;
    const auto found = std::find_if(next.begin(), next.end(), [letter](const auto& n) { return n.first == letter; });
    if (found != next.end()) {
      at = found->second;
      continue;
    }
    const auto added = static_cast<std::uint32_t>(nodes_.size());
    nodes_[at].next.emplace_back(letter, added);
    nodes_.emplace_back();
    at = added;
  }
  nodes_[at].cost = std::min(nodes_[at].cost, cost);
}

class WordTrie::Cursor {
 public:
  explicit Cursor(const std::vector<Node>& nodes) : nodes_(&nodes) {}

  bool advance(char32_t letter) {
    for (const auto& [next_letter, node] : (*nodes_)[at_].next) {
      if (next_letter != letter) continue;
      at_ = node;
      return true;
    }
    return false;
  }
  [[nodiscard]] bool at_word() const { return cost() != kNever; }
  [[nodiscard]] Cost cost() const { return (*nodes_)[at_].cost; }

 private:
  const std::vector<Node>* nodes_;
  std::size_t at_ = 0;
};

void WordTrie::spell(std::span<const Spelling> run, std::size_t begin, std::vector<SpeltWord>& found) const {
  spell_words(Cursor(nodes_), run, begin, begin, 0,
              [&found](const Cursor& cursor, std::size_t end, std::uint64_t others) {
                found.push_back({end, cursor.cost(), others});
              });
}

}  // namespace prongsai::text
