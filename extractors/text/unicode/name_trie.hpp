// A dictionary of names in compact form, searched from a given place on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace prongsai::text {

class NameTrie {
 public:
  struct Hit {
    std::size_t end = 0;  // index after the name
    int value = 0;
  };

  // A name added twice keeps its first value.
  void add(std::u32string_view name, int value);

  // All names that `letters` spell from `begin` on, the longest first.
  void find(std::u32string_view letters, std::size_t begin, std::vector<Hit>& hits) const;

 private:
  static constexpr int kNone = -1;
  struct Node {
    std::vector<std::pair<char32_t, std::uint32_t>> next;  // sorted by letter
    int value = kNone;
  };
  [[nodiscard]] std::uint32_t next_of(std::uint32_t node, char32_t letter) const;

  std::vector<Node> nodes_ = std::vector<Node>(1);
};

}  // namespace prongsai::text
