#include "pipeline/checks/compare/sketch.hpp"

#include <algorithm>

#include "extractors/text/find/numbers.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

constexpr std::size_t kCellShingle = 3;
constexpr std::size_t kLeastCell = 12;  // letters: a shorter cell is a label that any report may share
constexpr std::size_t kAtHand = 256;    // reports
constexpr double kNearlySame = 0.5;     // resemblance of two cells that a bad scan of one still reaches

// The office's own name is not part of what is copied: a copier replaces it, or should have.
std::string without_own_name(const std::string& text, const std::optional<std::string>& agency) {
  std::string squeezed = without_blanks(text);
  if (!agency) return squeezed;
  const std::string name = without_blanks(*agency);
  for (std::size_t at = squeezed.find(name); !name.empty() && at != std::string::npos; at = squeezed.find(name, at)) {
    squeezed.erase(at, name.size());
  }
  return squeezed;
}

// Counts the changes to what follows of a report, of whatever makes its sketch another one.
constexpr int kWayOfSketching = 1;

// 32 bands of 4 places: two reports meet in some bucket with probability 1 − (1 − J⁴)³², which is 0.95 for a
// resemblance J of 0.55 (a bad scan of the same text) and 0.05 for J = 0.2 (two reports of one form).
constexpr std::size_t kBands = 32;
constexpr std::size_t kPlaces = kReportSignature / kBands;

std::uint64_t bucket_of(const ReportSignature& signature, std::size_t band) {
  std::uint64_t key = band * 0x9E3779B97F4A7C15ULL;
  for (std::size_t i = 0; i < kPlaces; ++i) {
    key = (key ^ signature[band * kPlaces + i]) * 0xFF51AFD7ED558CCDULL;
    key ^= key >> 32U;
  }
  return key;
}

bool compared(const CellText& cell, const CodeRule& rule) {
  const auto& columns = rule.keys("columns");
  return std::find(columns.begin(), columns.end(), cell.column_key) != columns.end();
}

CellSketch cell_sketch(std::u32string_view letters) {
  return {static_cast<std::uint32_t>(letters.size()),
          signature_of<kCellSignature, std::uint16_t>(shingles_of(letters, kCellShingle))};
}

}  // namespace

std::uint64_t weakness_hash(const std::string& text) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a
  for (const char c : text::ascii_digits(without_blanks(text))) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  return hash;
}

Sketch sketch_of(const SubmissionSummary& summary, const CodeRule& rule) {
  const auto shingle = static_cast<std::size_t>(rule.threshold("shingle"));
  const auto weakness_length = static_cast<std::size_t>(rule.threshold("weakness_length"));
  Sketch sketch{
      summary.id, summary.file, summary.sha256, summary.agency, summary.fiscal_year, summary.item_code, {}, {}, {}};
  std::vector<std::uint64_t> all;
  for (const CellText& cell : summary.cells) {
    if (!compared(cell, rule)) continue;
    const std::u32string letters = letters_of(without_own_name(cell.text, summary.agency));
    const auto shingles = shingles_of(letters, shingle);
    all.insert(all.end(), shingles.begin(), shingles.end());
    if (cell.column_key == ColumnKey::weakness && letters.size() >= weakness_length) {
      sketch.weaknesses.push_back(weakness_hash(cell.text));
    }
  }
  sketch.signature = signature_of<kReportSignature>(all);
  if (static_cast<double>(all.size()) < rule.threshold("least_shingles")) return sketch;
  for (std::size_t band = 0; band < kBands; ++band) sketch.buckets.push_back(bucket_of(sketch.signature, band));
  return sketch;
}

std::string sketch_version(const CodeRule& rule) {
  std::string version = std::to_string(kWayOfSketching);
  for (const char* threshold : {"shingle", "least_shingles", "weakness_length"}) {
    version += ' ' + std::to_string(rule.threshold(threshold));
  }
  for (const ColumnKey column : rule.keys("columns")) version += ' ' + std::string(word_of(column));
  return version;
}

std::vector<CellSketch> cell_sketches(const std::vector<CellText>& cells, const std::optional<std::string>& agency,
                                      const CodeRule& rule) {
  std::vector<CellSketch> sketches;
  for (const CellText& cell : cells) {
    if (!compared(cell, rule)) continue;
    const std::u32string letters = letters_of(without_own_name(cell.text, agency));
    if (letters.size() >= kLeastCell) sketches.push_back(cell_sketch(letters));
  }
  return sketches;
}

std::shared_ptr<const std::vector<CellSketch>> CellsAtHand::of(const Sketch& sketch) {
  const auto known = kept_.find(sketch.id);
  if (known != kept_.end()) return known->second;
  auto made = std::make_shared<const std::vector<CellSketch>>(cell_sketches(cells_(sketch.id), sketch.agency, rule_));
  kept_.emplace(sketch.id, made);
  order_.push_back(sketch.id);
  if (order_.size() > kAtHand) {
    kept_.erase(order_.front());
    order_.pop_front();
  }
  return made;
}

double share_of_cells(const std::vector<CellSketch>& a, const std::vector<CellSketch>& b) {
  double same = 0;
  double all = 0;
  for (const CellSketch& cell : a) {
    all += cell.length;
    const bool there = std::any_of(b.begin(), b.end(), [&](const CellSketch& other) {
      const bool alike_long = cell.length < 2 * other.length && other.length < 2 * cell.length;
      return alike_long && agreement(cell.signature, other.signature) >= kNearlySame;
    });
    if (there) same += cell.length;
  }
  return all > 0 ? same / all : 0;
}

SharedPassage shared_passage(const std::vector<CellText>& here, const std::vector<CellText>& there) {
  SharedPassage best;
  std::uint32_t longest = 0;
  std::vector<CellSketch> sketches;
  for (const CellText& cell : there) sketches.push_back(cell_sketch(letters_of(cell.text)));
  for (const CellText& cell : here) {
    const CellSketch sketch = cell_sketch(letters_of(cell.text));
    if (sketch.length <= longest) continue;
    for (std::size_t i = 0; i < there.size(); ++i) {
      if (agreement(sketch.signature, sketches[i].signature) < kNearlySame) continue;
      best = {&cell, &there[i]};
      longest = sketch.length;
      break;
    }
  }
  return best;
}

}  // namespace prongsai::checks
