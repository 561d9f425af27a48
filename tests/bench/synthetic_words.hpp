// Thai-looking text by the yard, the same on every machine: half words of office prose, half invented syllables, so
// that two texts share about as much as two real reports of one form do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>

namespace prongsai::bench {

class SyntheticWords {
 public:
  explicit SyntheticWords(std::uint64_t seed) : state_(seed) {}

  // 0 to below − 1. (The standard library's distributions differ from one library to the next.)
  std::size_t number(std::size_t below);
  bool happens(std::size_t times, std::size_t in) { return number(in) < times; }

  std::string invented(std::size_t syllables);
  // About `letters` code points of running text.
  std::string text(std::size_t letters);

 private:
  std::uint64_t next();
  std::uint64_t state_;
};

// One seed from several numbers.
[[nodiscard]] std::uint64_t seed_of(std::initializer_list<std::uint64_t> parts);

}  // namespace prongsai::bench
