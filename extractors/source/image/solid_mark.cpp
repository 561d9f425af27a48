#include "extractors/source/image/solid_mark.hpp"

#include "extractors/source/image/pix_owner.hpp"

namespace prongsai::source {

namespace {

constexpr double kLargest = 12;         // points
constexpr double kNarrowest = 0.7;      // width by height, or height by width
constexpr double kLeastMarkFill = 0.7;  // of its box; a disc fills 0.79
constexpr int kDarkerThanPaper = 160;   // grey level

}  // namespace

bool is_solid_mark(const Raster& picture) {
  const PixOwner grey(pixConvertTo8(picture.pix(), 0));
  const PixOwner print(grey ? pixThresholdToBinary(grey.get(), kDarkerThanPaper) : nullptr);
  if (!print) return false;
  Pix* cut = nullptr;
  if (pixClipToForeground(print.get(), &cut, nullptr) != 0 || !cut) return false;
  const PixOwner mark(cut);
  const double width = pixGetWidth(cut);
  const double height = pixGetHeight(cut);
  l_int32 parts = 0;
  l_float32 fill = 0;
  pixCountConnComp(cut, 8, &parts);
  pixForegroundFraction(cut, &fill);
  const bool square = width >= kNarrowest * height && height >= kNarrowest * width;
  return parts == 1 && square && picture.to_points(width) <= kLargest && static_cast<double>(fill) >= kLeastMarkFill;
}

}  // namespace prongsai::source
