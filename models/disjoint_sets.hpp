// Union-find over 0 … n-1, fewer than 2³² of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace prongsai {

class DisjointSets {
 public:
  explicit DisjointSets(std::size_t count = 0) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }

  // One more, in a set of its own.
  void add() { parent_.push_back(static_cast<std::uint32_t>(parent_.size())); }

  [[nodiscard]] std::size_t find(std::size_t i) {
    while (parent_[i] != i) {
      parent_[i] = parent_[parent_[i]];
      i = parent_[i];
    }
    return i;
  }
  void unite(std::size_t a, std::size_t b) { parent_[find(a)] = static_cast<std::uint32_t>(find(b)); }

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace prongsai
