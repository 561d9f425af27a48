#include "tests/fuzz/mutate.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace prongsai::fuzz {
namespace {

constexpr std::size_t kLongestPiece = 64;
// Numbers that formats trip over: nothing, just past a type's end, far past it, no number at all.
const std::vector<std::string> kNumbers = {"0",  "-1", "1e9", "2147483648", "4294967295", "99999999999999999999",
                                           "1.", ".",  "--5", "1"};

}  // namespace

Mutator::Mutator(std::vector<std::string> seeds, std::vector<std::string> words, std::uint64_t seed)
    : seeds_(std::move(seeds)), words_(std::move(words)), state_(seed) {}

// splitmix64 (Steele, Lea, Flood 2014): the standard library's distributions differ between libraries.
std::uint64_t Mutator::random() {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

std::string Mutator::next() {
  std::string bytes = seeds_[below(seeds_.size())];
  for (std::size_t changes = 1 + below(8); changes > 0; --changes) change(bytes);
  return bytes;
}

// The next number after a random place becomes another.
void Mutator::change_number(std::string& bytes) {
  const auto is_digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  const auto begin =
      std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(below(bytes.size())), bytes.end(), is_digit);
  const auto end = std::find_if_not(begin, bytes.end(), is_digit);
  if (begin != end) bytes.replace(begin, end, kNumbers[below(kNumbers.size())]);
}

void Mutator::change(std::string& bytes) {
  const std::size_t at = below(bytes.size());
  const std::size_t length = std::min(1 + below(kLongestPiece), bytes.size() - at);
  switch (below(8)) {
    case 0:
      if (!bytes.empty()) bytes[at] = static_cast<char>(random());
      return;
    case 1:
      if (!bytes.empty()) bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << below(8)));
      return;
    case 2:
      bytes.erase(at, length);
      return;
    case 3:
      bytes.insert(below(bytes.size()), bytes.substr(at, length));
      return;
    case 4: {
      const std::string& other = seeds_[below(seeds_.size())];
      bytes.insert(at, other.substr(below(other.size()), 1 + below(kLongestPiece)));
      return;
    }
    case 5:
      if (!words_.empty()) bytes.insert(at, words_[below(words_.size())]);
      return;
    case 6:
      change_number(bytes);
      return;
    default:
      if (below(16) == 0)
        bytes.resize(at);  // seldom: most of a file is needed to get far
      else if (!bytes.empty())
        bytes.insert(at, 1 + below(4), static_cast<char>(random()));
      return;
  }
}

std::string bytes_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw std::runtime_error(file + ": cannot be read");
  return bytes;
}

}  // namespace prongsai::fuzz
