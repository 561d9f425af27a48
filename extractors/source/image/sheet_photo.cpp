#include "extractors/source/image/sheet_photo.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "models/median.hpp"

namespace prongsai::source {

namespace {

constexpr int kSmallSide = 320;        // pixels of the longer side of the picture that is searched
constexpr int kLeastContrast = 50;     // grey levels between ground and sheet
constexpr double kShadow = 0.3;        // of the contrast: paper in a shadow is still lighter than the ground
constexpr double kLeastGround = 0.03;  // share of the picture
constexpr double kMostGround = 0.6;
constexpr double kDarkSide = 0.7;      // share of a side of the picture along which the ground shows
constexpr double kFilledSheet = 0.93;  // share of the four-sided figure that the sheet fills, and it of the sheet
constexpr double kOneSheet = 0.995;    // share of what is no ground that is one piece: print on a band is not

struct Corner {
  double x = 0;
  double y = 0;
};
using Corners = std::array<Corner, 4>;  // top left, top right, bottom right, bottom left

class Mask {
 public:
  Mask(int width, int height) : width_(width), height_(height), set_(static_cast<std::size_t>(width * height)) {}

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  [[nodiscard]] bool at(int x, int y) const { return set_[index(x, y)]; }
  void set(int x, int y) { set_[index(x, y)] = true; }
  [[nodiscard]] long count() const { return std::count(set_.begin(), set_.end(), true); }

 private:
  [[nodiscard]] std::size_t index(int x, int y) const { return static_cast<std::size_t>(y * width_ + x); }
  int width_;
  int height_;
  std::vector<bool> set_;
};

// All that hangs together with the places to begin at, through pixels that `belongs` holds of.
template <typename Belongs>
Mask flood(int width, int height, std::vector<std::pair<int, int>> open, const Belongs& belongs) {
  Mask mask(width, height);
  while (!open.empty()) {
    const auto [x, y] = open.back();
    open.pop_back();
    if (x < 0 || y < 0 || x >= width || y >= height || mask.at(x, y) || !belongs(x, y)) continue;
    mask.set(x, y);
    for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) open.emplace_back(x + dx, y + dy);
  }
  return mask;
}

std::vector<std::pair<int, int>> border(int width, int height) {
  std::vector<std::pair<int, int>> places;
  for (int x = 0; x < width; ++x) places.insert(places.end(), {{x, 0}, {x, height - 1}});
  for (int y = 0; y < height; ++y) places.insert(places.end(), {{0, y}, {width - 1, y}});
  return places;
}

Picture shrunk(const Picture& grey) {
  const Raster raster = to_raster(grey);
  const float scale = static_cast<float>(kSmallSide) / static_cast<float>(std::max(grey.width, grey.height));
  Pix* small = pixScaleAreaMap(raster.pix(), std::min(scale, 1.0F), std::min(scale, 1.0F));
  return small == nullptr ? Picture() : to_picture(Raster(small, grey.dpi));
}

// How many sides of the picture show the ground.
int ground_sides(const Mask& ground) {
  std::array<int, 4> shown{};
  for (int x = 0; x < ground.width(); ++x) {
    shown[0] += ground.at(x, 0) ? 1 : 0;
    shown[1] += ground.at(x, ground.height() - 1) ? 1 : 0;
  }
  for (int y = 0; y < ground.height(); ++y) {
    shown[2] += ground.at(0, y) ? 1 : 0;
    shown[3] += ground.at(ground.width() - 1, y) ? 1 : 0;
  }
  const std::array<int, 4> length{ground.width(), ground.width(), ground.height(), ground.height()};
  int sides = 0;
  for (std::size_t i = 0; i < 4; ++i) sides += shown[i] >= kDarkSide * length[i] ? 1 : 0;
  return sides;
}

Corners corners_of(const Mask& sheet) {
  Corners corners;
  std::array<double, 4> best;
  best.fill(-1e9);
  for (int y = 0; y < sheet.height(); ++y) {
    for (int x = 0; x < sheet.width(); ++x) {
      if (!sheet.at(x, y)) continue;
      const std::array<double, 4> reach{-1.0 * x - y, 1.0 * x - y, 1.0 * x + y, 1.0 * y - x};
      for (std::size_t i = 0; i < 4; ++i) {
        if (reach[i] <= best[i]) continue;
        best[i] = reach[i];
        corners[i] = {x + 0.5, y + 0.5};
      }
    }
  }
  return corners;
}

double area_of(const Corners& c) {
  double twice = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const Corner& a = c[i];
    const Corner& b = c[(i + 1) % 4];
    twice += a.x * b.y - b.x * a.y;
  }
  return std::abs(twice) / 2;
}

// The sheet's corners in the small picture; nothing where none lies on a ground of its own.
std::optional<Corners> find_sheet(const Picture& small) {
  const auto level = [&](int x, int y) { return static_cast<int>(small.row(y)[x]); };
  std::vector<int> edge;
  for (const auto& [x, y] : border(small.width, small.height)) edge.push_back(level(x, y));
  std::vector<int> middle;
  for (int y = small.height / 4; y < small.height * 3 / 4; ++y) {
    for (int x = small.width / 4; x < small.width * 3 / 4; ++x) middle.push_back(level(x, y));
  }
  const int dark = median(edge), bright = median(middle);
  if (bright - dark < kLeastContrast) return std::nullopt;
  const int between = dark + static_cast<int>(kShadow * (bright - dark));
  const Mask ground = flood(small.width, small.height, border(small.width, small.height),
                            [&](int x, int y) { return level(x, y) < between; });
  const long all = static_cast<long>(small.width) * small.height;
  const long dark_area = ground.count();
  if (dark_area < kLeastGround * all || dark_area > kMostGround * all || ground_sides(ground) < 3) return std::nullopt;
  const Mask sheet = flood(small.width, small.height, {{small.width / 2, small.height / 2}},
                           [&](int x, int y) { return !ground.at(x, y); });
  const long area = sheet.count();
  if (area < kOneSheet * (all - dark_area)) return std::nullopt;
  const Corners corners = corners_of(sheet);
  const double figure = area_of(corners);
  if (area < kFilledSheet * figure || figure < kFilledSheet * area) return std::nullopt;
  return corners;
}

// The upright rectangle whose sides lie where the sheet's do on average.
Corners straight(const Corners& c) {
  const double left = (c[0].x + c[3].x) / 2, right = (c[1].x + c[2].x) / 2;
  const double top = (c[0].y + c[1].y) / 2, bottom = (c[2].y + c[3].y) / 2;
  return {{{left, top}, {right, top}, {right, bottom}, {left, bottom}}};
}

struct PtaDestroyer {
  void operator()(Pta* pta) const { ptaDestroy(&pta); }
};
using PtaOwner = std::unique_ptr<Pta, PtaDestroyer>;

PtaOwner points(const Corners& corners, double scale) {
  PtaOwner pta(ptaCreate(4));
  for (const Corner& c : corners) ptaAddPt(pta.get(), static_cast<float>(c.x * scale), static_cast<float>(c.y * scale));
  return pta;
}

// The ground at the sheet's very edge is not to be taken for a ruling.
void whiten_outside(Picture& grey, const Corners& sheet, double scale) {
  const double inset = 0.15 * grey.dpi;
  const int left = static_cast<int>(sheet[0].x * scale + inset), right = static_cast<int>(sheet[1].x * scale - inset);
  const int top = static_cast<int>(sheet[0].y * scale + inset), bottom = static_cast<int>(sheet[2].y * scale - inset);
  for (int y = 0; y < grey.height; ++y) {
    std::uint8_t* row = grey.row(y);
    const bool outside = y < top || y >= bottom;
    std::fill(row, row + (outside ? grey.width : std::clamp(left, 0, grey.width)), kPaperWhite);
    if (!outside) std::fill(row + std::clamp(right, 0, grey.width), row + grey.width, kPaperWhite);
  }
}

}  // namespace

bool set_sheet_straight(Picture& grey) {
  if (grey.empty()) return false;
  const Picture small = shrunk(grey);
  if (small.empty()) return false;
  const auto sheet = find_sheet(small);
  if (!sheet) return false;
  const double scale = static_cast<double>(grey.width) / small.width;
  const Corners target = straight(*sheet);
  const Raster raster = to_raster(grey);
  const PtaOwner from = points(*sheet, scale), to = points(target, scale);
  Pix* warped = pixProjectivePtaGray(raster.pix(), to.get(), from.get(), kPaperWhite);
  if (warped == nullptr) return false;
  grey = to_picture(Raster(warped, grey.dpi));
  whiten_outside(grey, target, scale);
  return true;
}

}  // namespace prongsai::source
