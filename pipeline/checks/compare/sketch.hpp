// Making a submission's sketch (models/sketch.hpp), and comparing the cells of two that are alike as a whole.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/sketch.hpp"
#include "pipeline/checks/compare/minhash.hpp"
#include "pipeline/checks/compare/submission_summary.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {

inline constexpr std::size_t kCellSignature = 32;

struct CellSketch {
  std::uint32_t length = 0;  // letters
  Signature<kCellSignature, std::uint16_t> signature{};
};

// `rule`: near_duplicate's.
[[nodiscard]] Sketch sketch_of(const SubmissionSummary& summary, const CodeRule& rule);
// Tells sketches apart that were made in another way, by other code or under another rule.
[[nodiscard]] std::string sketch_version(const CodeRule& rule);

using CellsOf = std::function<std::vector<CellText>(std::int64_t id)>;

// The cells of a report that are compared one by one. Not kept for all reports: only those alike as a whole need them.
[[nodiscard]] std::vector<CellSketch> cell_sketches(const std::vector<CellText>& cells,
                                                    const std::optional<std::string>& agency, const CodeRule& rule);

// The cell sketches of the reports last asked for: copies of one text ask for the same again and again.
class CellsAtHand {
 public:
  CellsAtHand(const CellsOf& cells, const CodeRule& rule) : cells_(cells), rule_(rule) {}  // must outlive this

  [[nodiscard]] std::shared_ptr<const std::vector<CellSketch>> of(const Sketch& sketch);

 private:
  const CellsOf& cells_;
  const CodeRule& rule_;
  std::unordered_map<std::int64_t, std::shared_ptr<const std::vector<CellSketch>>> kept_;
  std::deque<std::int64_t> order_;  // oldest first
};

// How much of the text of a's cells stands nearly the same in some cell of b, 0 to 1. Letters that a scan misread
// cost little: a cell counts as nearly the same when half of its runs of three letters are.
[[nodiscard]] double share_of_cells(const std::vector<CellSketch>& a, const std::vector<CellSketch>& b);

// The texts of the longest cell of `here` that stands nearly the same in `there`.
struct SharedPassage {
  const CellText* here = nullptr;
  const CellText* there = nullptr;
};
[[nodiscard]] SharedPassage shared_passage(const std::vector<CellText>& here, const std::vector<CellText>& there);

// Of a weakness's letters and digits: the same for one repeated word for word.
[[nodiscard]] std::uint64_t weakness_hash(const std::string& text);

}  // namespace prongsai::checks
