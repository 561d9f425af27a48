#include "extractors/source/ocr/line_cut_chain.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "models/disjoint_sets.hpp"
#include "models/median.hpp"

namespace prongsai::source {

namespace {

// Pixels of height that two boxes share.
int common_height(const PixelBox& a, const PixelBox& b) {
  return std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
}

bool beside(const PixelBox& a, const PixelBox& b) {
  return 2 * common_height(a, b) >= std::min(a.height(), b.height());
}

// The nearest letter to the right; `letters` are sorted by their left edge. Size of `letters` when there is none.
std::size_t right_neighbour(const InkMap& ink, const std::vector<std::size_t>& letters, std::size_t i, double reach,
                            std::span<const int> region_of) {
  const PixelBox& box = ink.components[letters[i]].box;
  std::size_t nearest = letters.size();
  for (std::size_t j = i + 1; j < letters.size(); ++j) {
    const PixelBox& other = ink.components[letters[j]].box;
    if (other.x0 - box.x1 > reach) break;
    if (region_of[letters[j]] != region_of[letters[i]] || !beside(box, other)) continue;
    if (nearest == letters.size() || other.x0 < ink.components[letters[nearest]].box.x0) nearest = j;
  }
  return nearest;
}

struct Foot {
  double x, y;
};

// Feet of letters that stand on the baseline: least squares through those near the usual height.
void fit_baseline(const std::vector<Foot>& feet, CutLine& line) {
  std::vector<double> heights;
  for (const Foot& f : feet) heights.push_back(f.y);
  line.slope = 0;
  line.baseline = median(heights);
  const double span = feet.back().x - feet.front().x;
  if (feet.size() < 8 || span < 12 * line.letter) return;
  for (int round = 0; round < 2; ++round) {
    double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
    for (const Foot& f : feet) {
      if (std::abs(f.y - line.baseline_at(f.x)) > 0.18 * line.letter) continue;
      n += 1, sx += f.x, sy += f.y, sxx += f.x * f.x, sxy += f.x * f.y;
    }
    const double spread = n * sxx - sx * sx;
    if (n < 6 || spread <= 0) return;
    line.slope = std::clamp((n * sxy - sx * sy) / spread, -0.02, 0.02);
    line.baseline = (sy - line.slope * sx) / n;
  }
}

// To a part of a pixel: the mean of the heights that are within a tenth of the middle one.
double usual_height(const std::vector<double>& heights) {
  const double middle = median(heights);
  double sum = 0, count = 0;
  for (const double h : heights) {
    if (std::abs(h - middle) > 0.1 * middle) continue;
    sum += h;
    ++count;
  }
  return sum / count;
}

}  // namespace

void measure_line(const InkMap& ink, CutLine& line) {
  std::sort(line.components.begin(), line.components.end(),
            [&](std::size_t a, std::size_t b) { return ink.components[a].centre_x() < ink.components[b].centre_x(); });
  std::vector<double> heights;
  std::vector<Foot> feet;
  line.box = ink.components[line.components.front()].box;
  for (const std::size_t i : line.components) {
    const Component& c = ink.components[i];
    line.box = {std::min(line.box.x0, c.box.x0), std::min(line.box.y0, c.box.y0), std::max(line.box.x1, c.box.x1),
                std::max(line.box.y1, c.box.y1)};
    heights.push_back(c.height());
    feet.push_back({c.centre_x(), static_cast<double>(c.box.y1)});
  }
  line.letter = usual_height(heights);
  fit_baseline(feet, line);
}

std::vector<CutLine> chain_letters(const InkMap& ink, std::span<const std::size_t> among, double letter,
                                   std::span<const int> region_of) {
  using namespace line_measure;
  std::vector<std::size_t> letters;
  for (const std::size_t i : among) {
    const double height = ink.components[i].height() / letter;
    if (height >= kShortestLetter && height <= kTallestLetter) letters.push_back(i);
  }
  std::sort(letters.begin(), letters.end(),
            [&](std::size_t a, std::size_t b) { return ink.components[a].box.x0 < ink.components[b].box.x0; });
  DisjointSets chains(letters.size());
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::size_t next = right_neighbour(ink, letters, i, kWidestGap * letter, region_of);
    if (next < letters.size()) chains.unite(i, next);
  }
  std::map<std::size_t, CutLine> lines;
  for (std::size_t i = 0; i < letters.size(); ++i) lines[chains.find(i)].components.push_back(letters[i]);
  std::vector<CutLine> result;
  for (auto& [root, line] : lines) {
    line.region = region_of[line.components.front()];
    measure_line(ink, line);
    result.push_back(std::move(line));
  }
  return result;
}

bool is_set_solid(const InkMap& ink, const CutLine& line) {
  constexpr std::size_t kFewest = 3;
  constexpr double kClose = 0.45;  // letters' heights
  if (line.components.size() < kFewest) return false;
  std::vector<double> gaps;
  for (std::size_t k = 1; k < line.components.size(); ++k) {
    gaps.push_back(ink.components[line.components[k]].box.x0 - ink.components[line.components[k - 1]].box.x1);
  }
  return median(std::move(gaps)) < kClose * line.letter;
}

void join_pieces(const InkMap& ink, std::vector<CutLine>& lines, bool grown) {
  std::sort(lines.begin(), lines.end(), [](const CutLine& a, const CutLine& b) { return a.box.x0 < b.box.x0; });
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t j = i + 1; j < lines.size();) {
      const CutLine &a = lines[i], &b = lines[j];
      const double letter = std::max(a.letter, b.letter);
      const double middle = std::max(a.box.x0, b.box.x0);
      const bool level = std::abs(a.baseline_at(middle) - b.baseline_at(middle)) < 0.4 * letter;
      const bool near = b.box.x0 - a.box.x1 < line_measure::kWidestGap * letter;
      if (a.region != b.region || !level || !near || letter > 1.6 * std::min(a.letter, b.letter)) {
        ++j;
        continue;
      }
      const double of_longer = a.components.size() < b.components.size() ? b.letter : a.letter;
      lines[i].components.insert(lines[i].components.end(), b.components.begin(), b.components.end());
      measure_line(ink, lines[i]);
      if (grown) lines[i].letter = of_longer;
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(j));
      j = i + 1;
    }
  }
}

std::vector<std::size_t> drop_false_lines(const InkMap& ink, std::vector<CutLine>& lines) {
  const auto is_false = [&](const CutLine& line) {
    const bool solid = is_set_solid(ink, line);
    return std::any_of(lines.begin(), lines.end(), [&](const CutLine& other) {
      if (&other == &line || other.region != line.region) return false;
      // No marks are that much larger than their letters; and a label over a large figure is no row of its marks.
      const double larger = line_measure::kLargePrint;
      if (line.letter > larger * other.letter || (solid && other.letter > larger * line.letter)) return false;
      if (other.components.size() < line.components.size()) return false;
      if (other.components.size() == line.components.size() && other.letter <= line.letter) return false;
      const int common = std::min(line.box.x1, other.box.x1) - std::max(line.box.x0, other.box.x0);
      if (2 * common < line.box.width()) return false;
      const double middle = (line.box.x0 + line.box.x1) / 2.0;
      const double centre = line.baseline_at(middle) - line.letter / 2;
      const double other_centre = other.baseline_at(middle) - other.letter / 2;
      return std::abs(centre - other_centre) < 0.75 * (line.letter + other.letter);
    });
  };
  std::vector<CutLine> kept;
  std::vector<std::size_t> loose;
  for (const CutLine& line : lines) {
    if (is_false(line))
      loose.insert(loose.end(), line.components.begin(), line.components.end());
    else
      kept.push_back(line);
  }
  lines = std::move(kept);
  return loose;
}

}  // namespace prongsai::source
