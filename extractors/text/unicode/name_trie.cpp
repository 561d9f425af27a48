#include "extractors/text/unicode/name_trie.hpp"

#include <algorithm>

namespace prongsai::text {

std::uint32_t NameTrie::next_of(std::uint32_t node, char32_t letter) const {
  const auto& next = nodes_[node].next;
  const auto found = std::lower_bound(next.begin(), next.end(), letter,
                                      [](const auto& entry, char32_t wanted) { return entry.first < wanted; });
  return found != next.end() && found->first == letter ? found->second : 0;  // 0 is the root: nobody's child
}

void NameTrie::add(std::u32string_view name, int value) {
  std::uint32_t at = 0;
  for (const char32_t letter : name) {
    std::uint32_t next = next_of(at, letter);
    if (next == 0) {
      next = static_cast<std::uint32_t>(nodes_.size());
      auto& children = nodes_[at].next;
      children.insert(std::upper_bound(children.begin(), children.end(), letter,
                                       [](char32_t wanted, const auto& entry) { return wanted < entry.first; }),
                      {letter, next});
      nodes_.emplace_back();
    }
    at = next;
  }
  if (at != 0 && nodes_[at].value == kNone) nodes_[at].value = value;
}

void NameTrie::find(std::u32string_view letters, std::size_t begin, std::vector<Hit>& hits) const {
  hits.clear();
  std::uint32_t at = 0;
  for (std::size_t i = begin; i < letters.size(); ++i) {
    at = next_of(at, letters[i]);
    if (at == 0) break;
    if (nodes_[at].value != kNone) hits.push_back({i + 1, nodes_[at].value});
  }
  std::reverse(hits.begin(), hits.end());
}

}  // namespace prongsai::text
