// A small set of words with their costs, searched letter by letter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/text/unicode/spelling.hpp"

namespace prongsai::text {

class WordTrie {
 public:
  // A word added twice keeps its lower cost.
  void add(std::u32string_view word, Cost cost);

  [[nodiscard]] bool empty() const { return nodes_.size() == 1; }

  // Appends every word that `run` can spell from `begin` on.
  void spell(std::span<const Spelling> run, std::size_t begin, std::vector<SpeltWord>& found) const;

 private:
  struct Node {
    std::vector<std::pair<char32_t, std::uint32_t>> next;
    Cost cost = kNever;  // kNever: no word ends here
  };
  class Cursor;

  std::vector<Node> nodes_ = std::vector<Node>(1);
};

}  // namespace prongsai::text
