#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstdint>

#include "extractors/source/image/clean.hpp"

namespace prongsai::source {

namespace {

constexpr int kStrongColour = 60;       // spread between the strongest and the weakest of red, green and blue
constexpr int kBlackPrint = 110;        // the strongest of the three in black print, at most
constexpr double kBlockInches = 0.25;   // stamps and print are weighed against each other in blocks of this size
constexpr double kCoveredPrint = 0.03;  // share of black pixels that shows that print lies below a stamp

struct Colour {
  int red, green, blue;
  [[nodiscard]] int strongest() const { return std::max({red, green, blue}); }
  [[nodiscard]] int spread() const { return strongest() - std::min({red, green, blue}); }
};

Colour colour_of(l_uint32 pixel) {
  Colour c{};
  extractRGBValues(pixel, &c.red, &c.green, &c.blue);
  return c;
}

struct Weighed {
  int coloured = 0;
  int black = 0;
};

Weighed weigh(Pix* pix, const PixelBox& block) {
  Weighed found;
  for (int y = block.y0; y < block.y1; ++y) {
    const l_uint32* row = pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
    for (int x = block.x0; x < block.x1; ++x) {
      const Colour c = colour_of(row[x]);
      if (c.spread() >= kStrongColour)
        ++found.coloured;
      else if (c.strongest() <= kBlackPrint)
        ++found.black;
    }
  }
  return found;
}

// The strongest of the three channels shows coloured ink nearly as bright as paper, black ink as black.
void fade_colour(Pix* pix, const PixelBox& block, Picture& grey) {
  for (int y = block.y0; y < block.y1; ++y) {
    const l_uint32* row = pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
    for (int x = block.x0; x < block.x1; ++x) {
      const Colour c = colour_of(row[x]);
      if (c.spread() >= kStrongColour)
        grey.row(y)[x] = kPaperWhite;
      else
        grey.row(y)[x] = static_cast<std::uint8_t>(c.strongest());
    }
  }
}

}  // namespace

Picture without_stamps(const Raster& scan) {
  Picture grey = to_picture(scan);
  if (scan.depth() != 32) return grey;
  const int side = std::max(16, static_cast<int>(scan.dpi() * kBlockInches));
  for (int y = 0; y < grey.height; y += side) {
    for (int x = 0; x < grey.width; x += side) {
      const PixelBox block{x, y, std::min(grey.width, x + side), std::min(grey.height, y + side)};
      const Weighed found = weigh(scan.pix(), block);
      const double area = static_cast<double>(block.width()) * block.height();
      if (found.coloured > 0 && found.black > area * kCoveredPrint) fade_colour(scan.pix(), block, grey);
    }
  }
  return grey;
}

}  // namespace prongsai::source
