// A submission as it is kept for comparing: signatures instead of text. For across.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/checks/across.hpp"
#include "pipeline/checks/minhash.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {

inline constexpr std::size_t kReportSignature = 128;
inline constexpr std::size_t kCellSignature = 32;

struct CellSketch {
  std::uint32_t length = 0;  // letters
  Signature<kCellSignature, std::uint16_t> signature{};
};

struct WeaknessSketch {
  std::uint64_t hash = 0;  // of its letters and digits
  std::optional<int> issue_no;
};

struct Sketch {
  std::int64_t id = 0;
  std::string file;
  std::string sha256;
  std::optional<std::string> agency;
  std::optional<int> fiscal_year;
  std::optional<std::string> item_code;
  bool comparable = false;  // enough text to be compared
  Signature<kReportSignature> signature{};
  std::vector<CellSketch> cells;
  std::vector<WeaknessSketch> weaknesses;
};

[[nodiscard]] Sketch sketch_of(const SubmissionSummary& summary, const CodeRule& rule);

// How much of the text of a's cells stands nearly the same in some cell of b, 0 to 1. Letters that a scan misread
// cost little: a cell counts as nearly the same when half of its runs of three letters are.
[[nodiscard]] double share_of_cells(const Sketch& a, const Sketch& b);

// The texts of the longest cell of `here` that stands nearly the same in `there`.
struct SharedPassage {
  const CellText* here = nullptr;
  const CellText* there = nullptr;
};
[[nodiscard]] SharedPassage shared_passage(const std::vector<CellText>& here, const std::vector<CellText>& there);

// The same weakness as in a sketch: the key that WeaknessSketch::hash is made of.
[[nodiscard]] std::uint64_t weakness_hash(const std::string& text);

}  // namespace prongsai::checks
