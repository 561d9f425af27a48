// MinHash signatures: small fixed-size sketches of texts whose agreement estimates how much the texts share.
//
// Source: A. Broder, "On the resemblance and containment of documents" (1997); one hash a shingle, spread over bins,
// with empty bins filled from their neighbours: P. Li et al., "One Permutation Hashing" (2012), A. Shrivastava and
// P. Li, "Densifying One Permutation Hashing via Rotation" (2014).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::checks {

// A text as it is compared: letters alone, without blanks, digits, punctuation and the marks above and below the line
// (scans lose those first), Latin letters small.
[[nodiscard]] std::u32string letters_of(std::string_view text);

// The hashes of all runs of `length` letters, in order, repeats included; empty for a shorter text.
[[nodiscard]] std::vector<std::uint64_t> shingles_of(std::u32string_view letters, std::size_t length);

// `Place`: 16 bits suffice where few signatures are compared, and halve what tens of thousands of reports hold.
template <std::size_t Size, typename Place = std::uint32_t>
using Signature = std::array<Place, Size>;

// A signature of a set of shingles. Signatures of two sets agree in about as many places as the sets' resemblance
// (common shingles over all shingles, the Jaccard index). No shingles: all places are 0.
template <std::size_t Size, typename Place = std::uint32_t>
[[nodiscard]] Signature<Size, Place> signature_of(const std::vector<std::uint64_t>& shingles) {
  static_assert((Size & (Size - 1)) == 0, "a power of two, so that the low bits of a hash are its bin");
  constexpr std::uint64_t kEmpty = ~std::uint64_t{0};
  std::array<std::uint64_t, Size> least;
  least.fill(kEmpty);
  for (const std::uint64_t shingle : shingles) {
    std::uint64_t& bin = least[shingle & (Size - 1)];
    if (shingle < bin) bin = shingle;
  }
  Signature<Size, Place> out{};
  if (shingles.empty()) return out;
  for (std::size_t i = 0; i < Size; ++i) {
    std::size_t from = i;
    std::uint64_t distance = 0;
    for (; least[from] == kEmpty; ++distance) from = (from + 1) & (Size - 1);
    // The distance goes in, so that two texts agree in a filled-up bin only when they borrowed alike.
    out[i] = static_cast<Place>((least[from] >> 32U) + distance * 0x9E3779B9U);
  }
  return out;
}

// The share of places in which two signatures agree, 0 to 1.
template <std::size_t Size, typename Place>
[[nodiscard]] double agreement(const std::array<Place, Size>& a, const std::array<Place, Size>& b) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < Size; ++i) same += a[i] == b[i] ? 1 : 0;
  return static_cast<double>(same) / static_cast<double>(Size);
}

}  // namespace prongsai::checks
