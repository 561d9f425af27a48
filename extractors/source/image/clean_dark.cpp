#include "extractors/source/image/clean_dark.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>

#include "extractors/source/image/pix_owner.hpp"

namespace prongsai::source {

namespace {

constexpr int kDarkGround = 110;       // darker than paper ever is
constexpr int kColouredGround = 165;   // orange, green, blue of middle brightness: dark where print on it is white
constexpr double kLeastField = 0.015;  // share of a page's pixels: less is no field beside the print
constexpr double kNegative = 0.55;     // share of a page's pixels that are dark
constexpr double kSolidInches = 0.05;  // thicker than a stroke of bold print: ground, not letters
constexpr double kThickInches = 0.12;  // thicker than the strokes of figures an inch high
constexpr double kGapInches = 0.3;     // letters on the ground leave no wider gap
constexpr double kFrameInches = 0.008;
constexpr int kGroundNoise = 8;  // grey levels of a dark ground
constexpr double kLeastWidthInches = 0.5;
constexpr double kLeastHeightInches = 0.12;
constexpr double kLeastFieldFill = 0.8;                  // of the field's box
constexpr double kLeastPrint = 0.01, kMostPrint = 0.45;  // share of the field that is light

double share_below(const Picture& grey, int level) {
  const auto count =
      std::count_if(grey.pixels.begin(), grey.pixels.end(), [level](std::uint8_t v) { return v < level; });
  return static_cast<double>(count) / static_cast<double>(grey.pixels.size());
}

int thickness(double inches, double dpi) {
  return std::max(2, static_cast<int>(std::lround(inches * dpi)));
}

// Areas darker than a level.
struct DarkAreas {
  PixOwner fields;  // solid ones, the letters on them filled up
  PixOwner thick;   // what is thicker than the boldest letter's stroke
};

std::optional<DarkAreas> dark_areas(const Picture& grey, int level) {
  const Raster raster = to_raster(grey);
  const PixOwner mask(pixThresholdToBinary(raster.pix(), level));
  if (!mask) return std::nullopt;
  const int solid = thickness(kSolidInches, grey.dpi), gap = thickness(kGapInches, grey.dpi);
  const int thick = thickness(kThickInches, grey.dpi);
  const PixOwner opened(pixOpenBrick(nullptr, mask.get(), solid, solid));
  if (!opened) return std::nullopt;
  DarkAreas areas{PixOwner(pixCloseSafeBrick(nullptr, opened.get(), gap, thickness(kGapInches / 2, grey.dpi))),
                  PixOwner(pixOpenBrick(nullptr, mask.get(), thick, thick))};
  if (!areas.fields || !areas.thick) return std::nullopt;
  return areas;
}

// A line as a ruling is drawn: the field's edges were those of a table's row.
void frame(Picture& grey, const PixelBox& box) {
  const int thick = thickness(kFrameInches, grey.dpi);
  for (int y = box.y0; y < box.y1; ++y) {
    std::uint8_t* row = grey.row(y);
    const bool edge = y < box.y0 + thick || y >= box.y1 - thick;
    std::fill(row + box.x0, edge ? row + box.x1 : row + std::min(box.x1, box.x0 + thick), std::uint8_t{0});
    std::fill(row + std::max(box.x0, box.x1 - thick), row + box.x1, std::uint8_t{0});
  }
}

// Its ground becomes white, light print and dark rules black.
void invert(Picture& grey, const PixelBox& box, std::uint8_t ground) {
  const int range = std::max(40, 235 - ground);
  for (int y = box.y0; y < box.y1; ++y) {
    std::uint8_t* row = grey.row(y);
    for (int x = box.x0; x < box.x1; ++x) {
      const int above = std::max(0, row[x] - ground) * 255 / range;
      const int below = std::max(0, ground - row[x] - kGroundNoise) * 255 / std::max(30, static_cast<int>(ground));
      row[x] = static_cast<std::uint8_t>(255 - std::min(255, std::max(above, below)));
    }
  }
}

// The commonest level below `level`: that of the ground.
std::uint8_t ground_of(const Picture& grey, const PixelBox& box, int level) {
  std::array<int, 256> counts{};
  for (int y = box.y0; y < box.y1; ++y) {
    for (int x = box.x0; x < box.x1; ++x) ++counts[grey.row(y)[x]];
  }
  const auto most = std::max_element(counts.begin(), counts.begin() + level);
  return static_cast<std::uint8_t>(most - counts.begin());
}

// Ground runs through a band of print from side to side; between the letters of a bold figure paper shows from head to
// foot.
bool is_unbroken(const Picture& grey, const PixelBox& box, int level) {
  const int inset = thickness(kFrameInches, grey.dpi);
  for (int x = box.x0 + inset; x < box.x1 - inset; ++x) {
    int y = box.y0;
    while (y < box.y1 && grey.row(y)[x] >= level) ++y;
    if (y == box.y1) return false;
  }
  return true;
}

// Between the bars of a chart paper shows from side to side.
bool has_light_row(const Picture& grey, const PixelBox& box, int level) {
  const int inset = thickness(kFrameInches, grey.dpi);
  for (int y = box.y0 + inset; y < box.y1 - inset; ++y) {
    if (std::all_of(grey.row(y) + box.x0, grey.row(y) + box.x1, [level](std::uint8_t v) { return v >= level; }))
      return true;
  }
  return false;
}

// Much of the ground is thicker than any letter's stroke: cards that stand side by side.
bool is_thick(Pix* thick, const PixelBox& box) {
  constexpr double kLeastThick = 0.2;  // of the field
  ::Box* clip = boxCreate(box.x0, box.y0, box.width(), box.height());
  l_int32 count = 0;
  pixCountPixelsInRect(thick, clip, &count, nullptr);
  boxDestroy(&clip);
  return count >= kLeastThick * box.width() * box.height();
}

// A coloured field is of one colour, a photograph is not.
bool is_flat(const Picture& grey, const PixelBox& box, int ground) {
  constexpr int kNear = 16;           // grey levels
  constexpr double kLeastFlat = 0.5;  // of the field
  long near = 0;
  for (int y = box.y0; y < box.y1; ++y) {
    near += std::count_if(grey.row(y) + box.x0, grey.row(y) + box.x1,
                          [&](std::uint8_t v) { return std::abs(v - ground) <= kNear; });
  }
  return static_cast<double>(near) >= kLeastFlat * box.width() * box.height();
}

bool holds_print(const Picture& grey, const PixelBox& box, int level) {
  long light = 0;
  for (int y = box.y0; y < box.y1; ++y) {
    light +=
        std::count_if(grey.row(y) + box.x0, grey.row(y) + box.x1, [level](std::uint8_t v) { return v > level + 40; });
  }
  const double share = static_cast<double>(light) / (static_cast<double>(box.width()) * box.height());
  return share > kLeastPrint && share < kMostPrint;
}

// `filled`: pixels of the field, the letters on it among them.
bool is_field(const Picture& grey, const PixelBox& box, int filled, const DarkAreas& areas, int level) {
  if (box.width() < thickness(kLeastWidthInches, grey.dpi) || box.height() < thickness(kLeastHeightInches, grey.dpi))
    return false;
  if (filled < kLeastFieldFill * box.width() * box.height() || !holds_print(grey, box, level)) return false;
  const bool coloured = level > kDarkGround;
  if (has_light_row(grey, box, level)) return false;
  return (is_unbroken(grey, box, level) || is_thick(areas.thick.get(), box)) &&
         (!coloured || is_flat(grey, box, ground_of(grey, box, level)));
}

void invert_fields(Picture& grey, int level) {
  const auto areas = dark_areas(grey, level);
  if (!areas) return;
  Pixa* parts = nullptr;
  Boxa* boxes = pixConnComp(areas->fields.get(), &parts, 8);
  const int count = boxes ? boxaGetCount(boxes) : 0;
  for (int i = 0; i < count; ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0, filled = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    Pix* part = pixaGetPix(parts, i, L_CLONE);
    pixCountPixels(part, &filled, nullptr);
    pixDestroy(&part);
    const PixelBox box{x, y, std::min(x + w, grey.width), std::min(y + h, grey.height)};
    if (!is_field(grey, box, filled, *areas, level)) continue;
    invert(grey, box, ground_of(grey, box, level));
    frame(grey, box);
  }
  boxaDestroy(&boxes);
  pixaDestroy(&parts);
}

}  // namespace

void invert_dark(Picture& grey) {
  if (grey.empty()) return;
  if (share_below(grey, kDarkGround) > kNegative) {
    for (std::uint8_t& pixel : grey.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
  }
  for (const int level : {kDarkGround, kColouredGround}) {
    if (share_below(grey, level) >= kLeastField) invert_fields(grey, level);
  }
}

}  // namespace prongsai::source
