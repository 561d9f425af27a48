// A submission as it is compared with others: signatures instead of text, about a kilobyte.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace prongsai {

inline constexpr std::size_t kReportSignature = 128;
using ReportSignature = std::array<std::uint32_t, kReportSignature>;

// A bucket keeps its first reports only, by the order below: with many copies of one text each is compared with the
// first few, not with all.
inline constexpr int kBucketSize = 8;

// Submissions are ordered by file, then by id; of two that are alike the later is the copy.
struct Sketch {
  std::int64_t id = 0;
  std::string file;  // the name alone, without folders
  std::string sha256;
  std::optional<std::string> agency;  // the manifest's where it names one: who handed the file in
  std::optional<int> fiscal_year;     // likewise; Buddhist Era
  std::optional<std::string> item_code;
  ReportSignature signature{};            // MinHash of the cells' text
  std::vector<std::uint64_t> buckets;     // two reports alike share one of these keys; none: too little text to compare
  std::vector<std::uint64_t> weaknesses;  // hashes of those that are long enough to be told again

  friend bool operator==(const Sketch&, const Sketch&) = default;
};

}  // namespace prongsai
