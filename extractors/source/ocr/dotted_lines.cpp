#include "extractors/source/ocr/dotted_lines.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "extractors/source/ocr/scan_words.hpp"

namespace prongsai::source {

namespace {

// In heights of a plain letter.
constexpr double kLargestDot = 0.35;
constexpr double kWidestGap = 1.0;  // between two dots: one or two may be lost
constexpr double kOffLevel = 0.12;  // between the middles of neighbours

constexpr std::size_t kFewestDots = 8;  // dots; fewer may be specks
constexpr double kEven = 0.3;           // of the pitch: how far a dot may lie from its place
constexpr double kEvenShare = 0.8;      // of the dots
constexpr double kConfidence = 0.95;    // of what is told by its place alone

using Dots = std::vector<const Component*>;  // left to right

Dots small_pieces(const InkMap& ink, double letter) {
  const double largest = kLargestDot * letter;
  Dots dots;
  for (const Component& c : ink.components) {
    if (c.width() <= largest && c.height() <= largest) dots.push_back(&c);
  }
  std::ranges::stable_sort(dots, {}, [](const Component* dot) { return dot->centre_x(); });
  return dots;
}

// Each dot goes on from the nearest one to its left that stands on its level.
class Rows {
 public:
  explicit Rows(double letter) : level_(kOffLevel * letter), reach_(kWidestGap * letter) {}

  void add(const Component* dot) {
    const long level = std::lround(dot->centre_y() / level_);
    std::optional<std::size_t> nearest;
    for (long near = level - 1; near <= level + 1; ++near) {
      std::vector<std::size_t>& open = open_[near];
      std::erase_if(open, [&](std::size_t row) { return end_of(row) < dot->centre_x() - reach_; });
      for (const std::size_t row : open) {
        const bool beside =
            std::abs(rows_[row].back()->centre_y() - dot->centre_y()) <= level_ && end_of(row) < dot->centre_x();
        if (beside && (!nearest || end_of(row) > end_of(*nearest))) nearest = row;
      }
    }
    if (nearest)
      std::erase(open_[std::lround(rows_[*nearest].back()->centre_y() / level_)], *nearest);
    else
      nearest = rows_.size(), rows_.emplace_back();
    rows_[*nearest].push_back(dot);
    open_[level].push_back(*nearest);
  }

  [[nodiscard]] std::vector<Dots> take() {
    std::erase_if(rows_, [](const Dots& row) { return row.size() < kFewestDots; });
    return std::move(rows_);
  }

 private:
  [[nodiscard]] double end_of(std::size_t row) const { return rows_[row].back()->centre_x(); }

  double level_;
  double reach_;
  std::vector<Dots> rows_;
  std::map<long, std::vector<std::size_t>> open_;  // level of a row's last dot → rows that may go on
};

// Pixels from one dot to the next.
double pitch_of(const Dots& row) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < row.size(); ++i) gaps.push_back(row[i]->centre_x() - row[i - 1]->centre_x());
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::ranges::nth_element(gaps, middle);
  return *middle;
}

// A dot that was lost leaves a gap of twice the pitch.
bool is_even(const Dots& row, double pitch) {
  std::size_t even = 0;
  for (std::size_t i = 1; i < row.size(); ++i) {
    const double steps = (row[i]->centre_x() - row[i - 1]->centre_x()) / pitch;
    if (steps >= 1 - kEven && std::abs(steps - std::round(steps)) <= kEven) ++even;
  }
  return static_cast<double>(even) >= kEvenShare * static_cast<double>(row.size() - 1);
}

PixelBox box_around(const Dots& row) {
  PixelBox box = row.front()->box;
  for (const Component* dot : row) {
    box.y0 = std::min(box.y0, dot->box.y0);
    box.y1 = std::max(box.y1, dot->box.y1);
  }
  box.x1 = row.back()->box.x1;
  return box;
}

// Stretches of columns with ink in the box, as pixels from its left side.
std::vector<InkRun> runs_along(const Picture& grey, int ink_below, const PixelBox& box) {
  std::vector<InkRun> runs;
  for (int x = std::max(box.x0, 0); x < std::min(box.x1, grey.width); ++x) {
    bool ink = false;
    for (int y = std::max(box.y0, 0); y < std::min(box.y1, grey.height) && !ink; ++y) ink = grey.row(y)[x] < ink_below;
    if (!ink) continue;
    if (runs.empty() || runs.back().x1 < x) runs.push_back({box.y0, x, x});
    runs.back().x1 = x + 1;
  }
  return runs;
}

}  // namespace

bool is_dotted_line(const Picture& grey, int ink_below, double letter, const PixelBox& ruling) {
  constexpr double kLongest = 1.8;  // of a dot's height: a dash is longer
  constexpr double kFilled = 0.75;  // of the width, at most: the white between dots
  const std::vector<InkRun> runs = runs_along(grey, ink_below, ruling);
  if (runs.size() < kFewestDots || ruling.height() > kLargestDot * letter) return false;
  const double longest = std::max(kLongest * ruling.height(), 2.0);
  int ink = 0;
  std::size_t dots = 0;
  for (const InkRun& run : runs) {
    ink += run.x1 - run.x0;
    if (run.x1 - run.x0 <= longest) ++dots;
  }
  return static_cast<double>(dots) >= kEvenShare * static_cast<double>(runs.size()) && ink <= kFilled * ruling.width();
}

std::vector<DottedLine> take_dotted_lines(InkMap& ink, double letter) {
  std::vector<DottedLine> found;
  if (letter <= 0) return found;
  Rows rows(letter);
  for (const Component* dot : small_pieces(ink, letter)) rows.add(dot);
  std::set<const Component*> taken;
  for (const Dots& row : rows.take()) {
    const double pitch = pitch_of(row);
    if (!is_even(row, pitch)) continue;
    const PixelBox box = box_around(row);
    found.push_back({box, static_cast<int>(std::lround(box.width() / pitch)) + 1});
    taken.insert(row.begin(), row.end());
  }
  std::erase_if(ink.components, [&](const Component& c) { return taken.contains(&c); });
  std::ranges::stable_sort(found, {}, [](const DottedLine& line) { return line.box.y1; });
  return found;
}

Word dotted_word(const CutPage& page, const DottedLine& line) {
  Word word;
  word.text = std::string(static_cast<std::size_t>(line.dots), '.');
  word.source = TextSource::ocr;
  word.confidence = word.weakest = kConfidence;
  word.space_after = true;
  const double pitch = static_cast<double>(line.box.width()) / line.dots;
  for (int i = 0; i < line.dots; ++i) {
    const double x0 = line.box.x0 + i * pitch;
    word.chars.push_back(print_box(page, x0, x0 + pitch, line.box.y1, page.letter));
  }
  word.box = print_box(page, line.box.x0, line.box.x1, line.box.y1, page.letter);
  return word;
}

}  // namespace prongsai::source
