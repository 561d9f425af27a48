#include "extractors/source/ocr/raised_marks.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::source {

namespace {

// In heights of a plain letter. Word processors set a mark at two thirds of the size and raise it by a third.
constexpr double kLeastHeight = 0.35;
constexpr double kMostHeight = 1.0;   // of ๒ with its tail
constexpr double kLeastFoot = 0.3;    // over the baseline
constexpr double kHighest = 1.4;      // the foot, in heights of the sign itself: quotes hang higher for their size
constexpr double kLeastShape = 0.25;  // width by height; strokes are narrower
constexpr double kLetterFoot = 0.2;   // from the baseline: the foot of what a mark hangs on
constexpr double kLeastHost = 0.7;    // a line of tall digits takes these for plain ones
constexpr double kOverlap = 0.15;     // sideways
constexpr double kWidestMarkGap = 0.5;
constexpr double kClear = 0.35;     // to the right; the strokes of a % stand nearer
constexpr double kMisplaced = 1.0;  // signs by the engine

class MarkFinder {
 public:
  MarkFinder(const InkMap& ink, const CutLine& line, const LineReading& reading)
      : ink_(&ink), line_(&line), reading_(&reading) {}

  // A mark of two digits hangs on the figure with its first one.
  [[nodiscard]] std::vector<std::size_t> find() const {
    std::vector<std::size_t> sorted = line_->components;
    std::ranges::sort(sorted, {}, [&](std::size_t i) { return box(i).x0; });
    std::vector<std::size_t> marks;
    for (std::size_t n = 1; n < sorted.size(); ++n) {
      if (!is_small_and_raised(sorted[n]) || !stands_beside(sorted, n)) continue;
      const std::size_t host = sorted[n - 1];
      const bool goes_on = !marks.empty() && marks.back() == host;
      if (goes_on || (is_letter(host) && behind_a_figure(host))) marks.push_back(sorted[n]);
    }
    return marks;
  }

 private:
  [[nodiscard]] const PixelBox& box(std::size_t i) const { return ink_->components[i].box; }
  [[nodiscard]] double over_baseline(std::size_t i) const {
    return line_->baseline_at((box(i).x0 + box(i).x1) / 2.0) - box(i).y1;
  }

  [[nodiscard]] bool is_small_and_raised(std::size_t i) const {
    const double letter = line_->letter;
    const double height = box(i).height();
    const double foot = over_baseline(i);
    return height >= kLeastHeight * letter && height <= kMostHeight * letter && foot >= kLeastFoot * letter &&
           foot <= kHighest * height && box(i).width() >= kLeastShape * height && box(i).width() <= 2 * height;
  }

  [[nodiscard]] bool is_letter(std::size_t i) const {
    return box(i).height() >= kLeastHost * line_->letter && std::abs(over_baseline(i)) <= kLetterFoot * line_->letter;
  }

  // Right of all that stands before it, close to the last, and clear of what follows unless that is raised as well.
  [[nodiscard]] bool stands_beside(const std::vector<std::size_t>& sorted, std::size_t n) const {
    const double letter = line_->letter;
    const PixelBox& own = box(sorted[n]);
    const double gap = own.x0 - box(sorted[n - 1]).x1;
    if (gap > kWidestMarkGap * letter) return false;
    const bool right_of_all =
        std::all_of(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(n),
                    [&](std::size_t before) { return own.x0 - box(before).x1 >= -kOverlap * letter; });
    if (!right_of_all || n + 1 == sorted.size()) return right_of_all;
    return box(sorted[n + 1]).x0 - own.x1 >= kClear * letter || is_small_and_raised(sorted[n + 1]);
  }

  // A digit was read about where `host` stands.
  [[nodiscard]] bool behind_a_figure(std::size_t host) const {
    const double place = (box(host).x0 + box(host).x1) / 2.0 - line_left(*line_);
    return std::ranges::any_of(reading_->symbols, [&](const Symbol& symbol) {
      const bool near = std::abs((symbol.x0 + symbol.x1) / 2 - place) <= kMisplaced * line_->letter;
      return near && !symbol.text.empty() && text::is_digit(text::code_point_at(symbol.text, 0).value);
    });
  }

  const InkMap* ink_;
  const CutLine* line_;
  const LineReading* reading_;
};

PixelBox box_over(const InkMap& ink, const std::vector<std::size_t>& components) {
  PixelBox box = ink.components[components.front()].box;
  for (const std::size_t i : components) {
    const PixelBox& one = ink.components[i].box;
    box = {std::min(box.x0, one.x0), std::min(box.y0, one.y0), std::max(box.x1, one.x1), std::max(box.y1, one.y1)};
  }
  return box;
}

CutLine mark_of(const InkMap& ink, const CutLine& line, std::size_t component) {
  CutLine mark;
  mark.components = {component};
  mark.box = ink.components[component].box;
  mark.region = line.region;
  mark.letter = mark.box.height();
  mark.baseline = mark.box.y1;
  return mark;
}

}  // namespace

std::optional<PartedMarks> part_raised_marks(const InkMap& ink, const CutLine& line, const LineReading& reading) {
  const std::vector<std::size_t> marks = MarkFinder(ink, line, reading).find();
  if (marks.empty()) return std::nullopt;
  PartedMarks parted{line, {}};
  std::erase_if(parted.line.components, [&](std::size_t i) { return std::ranges::find(marks, i) != marks.end(); });
  parted.line.box = box_over(ink, parted.line.components);
  for (const std::size_t mark : marks) parted.marks.push_back(mark_of(ink, line, mark));
  return parted;
}

std::string as_superscript(std::string_view text) {
  static constexpr std::u32string_view kSuperscripts = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  std::u32string signs;
  for (const char c : text::ascii_digits(text)) {
    if (c < '0' || c > '9') return {};
    signs += kSuperscripts[static_cast<std::size_t>(c - '0')];
  }
  return text::to_utf8(signs);
}

}  // namespace prongsai::source
