// Changed bytes for fuzzing without libFuzzer: the same seed gives the same changes everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace prongsai::fuzz {

class Mutator {
 public:
  // `seeds` must not be empty. `words` are put in now and then: what the format under test takes for special.
  Mutator(std::vector<std::string> seeds, std::vector<std::string> words, std::uint64_t seed);

  // One of the seeds after one to eight changes.
  [[nodiscard]] std::string next();

 private:
  std::uint64_t random();
  std::size_t below(std::size_t end) { return end == 0 ? 0 : static_cast<std::size_t>(random() % end); }
  void change(std::string& bytes);
  void change_number(std::string& bytes);

  std::vector<std::string> seeds_;
  std::vector<std::string> words_;
  std::uint64_t state_;
};

// A file's bytes. Throws std::runtime_error when it cannot be read.
[[nodiscard]] std::string bytes_of(const std::string& file);

}  // namespace prongsai::fuzz
