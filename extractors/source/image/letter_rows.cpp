#include "extractors/source/image/letter_rows.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include "extractors/source/image/pix_owner.hpp"
#include "models/geometry.hpp"

namespace prongsai::source {

namespace {

constexpr double kLowestLetter = 3.5;   // points: a letter of small print without its marks
constexpr double kHighestLetter = 30;   // points: a headline
constexpr double kWidestLetters = 2.5;  // heights: letters that touch one another
constexpr double kLike = 1.6;           // how much higher or lower a neighbour may be
constexpr double kFarthestLetter = 4;   // heights between neighbours
constexpr int kFewestLetters = 4;       // letters in a row
constexpr double kMostInk = 0.5;        // share of the picture that is dark: more is no print on paper

// Boxes of the pieces of ink, in points; none where most of the picture is dark.
std::vector<Box> ink_boxes(const Raster& picture) {
  std::vector<Box> boxes;
  const PixOwner grey(pixConvertTo8(picture.pix(), 0));
  Pix* binary = nullptr;
  if (!grey || pixOtsuAdaptiveThreshold(grey.get(), pixGetWidth(grey.get()), pixGetHeight(grey.get()), 0, 0, 0.1F,
                                        nullptr, &binary) != 0) {
    return boxes;
  }
  const PixOwner print(binary);
  l_float32 dark = 0;
  pixForegroundFraction(print.get(), &dark);
  if (static_cast<double>(dark) > kMostInk) return boxes;
  const std::unique_ptr<Boxa, void (*)(Boxa*)> found(pixConnCompBB(print.get(), 8), [](Boxa* b) { boxaDestroy(&b); });
  for (l_int32 i = 0; found && i < boxaGetCount(found.get()); ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(found.get(), i, &x, &y, &w, &h);
    boxes.push_back({picture.to_points(x), picture.to_points(y), picture.to_points(x + w), picture.to_points(y + h)});
  }
  return boxes;
}

bool has_a_letters_size(const Box& box) {
  return box.height() >= kLowestLetter && box.height() <= kHighestLetter &&
         box.width() <= kWidestLetters * box.height();
}

// On one line, and about as high.
bool are_neighbours(const Box& a, const Box& b) {
  const double common = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  const double gap = std::max(a.x0, b.x0) - std::min(a.x1, b.x1);
  const double lower = std::min(a.height(), b.height());
  return common > lower / 2 && gap < kFarthestLetter * lower && std::max(a.height(), b.height()) <= kLike * lower;
}

}  // namespace

bool shows_letters_in_a_row(const Raster& picture) {
  std::vector<Box> boxes = ink_boxes(picture);
  std::erase_if(boxes, [](const Box& box) { return !has_a_letters_size(box); });
  std::ranges::sort(boxes, {}, &Box::x0);
  std::vector<int> row(boxes.size(), 1);  // longest row that ends with this one
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (are_neighbours(boxes[j], boxes[i])) row[i] = std::max(row[i], row[j] + 1);
    }
    if (row[i] >= kFewestLetters) return true;
  }
  return false;
}

}  // namespace prongsai::source
