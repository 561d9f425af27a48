#include "extractors/source/image/clean.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "extractors/source/image/grey_levels.hpp"
#include "models/median.hpp"

namespace prongsai::source {

namespace {

constexpr double kTileInches = 0.3;      // smaller than a shaded table cell, larger than a letter
constexpr double kPaperQuantile = 0.75;  // even bold print leaves three quarters of a tile as paper or lighter
constexpr int kDarkestTile = 110;        // darker than this is a picture or an inverted cell, not paper

bool black_and_white(const Picture& picture) {
  return std::all_of(picture.pixels.begin(), picture.pixels.end(), [](auto v) { return v == 0 || v == 255; });
}

// The paper's brightness, one value a tile, with values between tiles by bilinear interpolation.
class PaperMap {
 public:
  explicit PaperMap(const Picture& scan)
      : tile_(std::clamp(static_cast<int>(scan.dpi * kTileInches), 24, 120)),
        columns_((scan.width + tile_ - 1) / tile_),
        rows_((scan.height + tile_ - 1) / tile_),
        levels_(static_cast<std::size_t>(columns_ * rows_)) {
    for (int row = 0; row < rows_; ++row) {
      for (int column = 0; column < columns_; ++column) at(column, row) = measure(scan, column, row);
    }
    fill_dark_tiles();
  }

  // Brightness of the paper along one row of pixels.
  void along(int y, std::vector<float>& out) const {
    const auto [upper, lower, down] = between(y, rows_);
    for (std::size_t x = 0; x < out.size(); ++x) {
      const auto [left, right, across] = between(static_cast<int>(x), columns_);
      const float top = level(left, upper) + (level(right, upper) - level(left, upper)) * across;
      const float bottom = level(left, lower) + (level(right, lower) - level(left, lower)) * across;
      out[x] = top + (bottom - top) * down;
    }
  }

 private:
  struct Between {
    int first, second;
    float share;
  };

  [[nodiscard]] float& at(int column, int row) { return levels_[static_cast<std::size_t>(row * columns_ + column)]; }
  [[nodiscard]] float level(int column, int row) const {
    return levels_[static_cast<std::size_t>(row * columns_ + column)];
  }

  [[nodiscard]] Between between(int pixel, int tiles) const {
    const float centre = (static_cast<float>(pixel) + 0.5F) / static_cast<float>(tile_) - 0.5F;
    const float low = std::floor(std::clamp(centre, 0.0F, static_cast<float>(tiles - 1)));
    const int first = static_cast<int>(low);
    return {first, std::min(first + 1, tiles - 1), std::clamp(centre - low, 0.0F, 1.0F)};
  }

  [[nodiscard]] float measure(const Picture& scan, int column, int row) const {
    GreyLevels histogram{};
    for (int y = row * tile_; y < std::min(scan.height, (row + 1) * tile_); ++y) {
      const std::uint8_t* line = scan.row(y);
      for (int x = column * tile_; x < std::min(scan.width, (column + 1) * tile_); ++x) ++histogram[line[x]];
    }
    return static_cast<float>(quantile(histogram, kPaperQuantile));
  }

  // A tile under a picture tells nothing of its paper; it takes the page's.
  void fill_dark_tiles() {
    const float usual = std::max(median(levels_), static_cast<float>(kDarkestTile));
    for (float& paper : levels_) {
      if (paper < kDarkestTile) paper = usual;
    }
  }

  int tile_, columns_, rows_;
  std::vector<float> levels_;
};

// Neighbouring pixels of plain paper differ by noise alone; the median is deaf to the few edges among them.
double paper_noise(const Picture& scan) {
  GreyLevels differences{};
  for (int y = 0; y < scan.height; y += 5) {
    const std::uint8_t* line = scan.row(y);
    for (int x = 2; x < scan.width; x += 3) {
      if (line[x] > kDarkestTile && line[x] < 255)
        ++differences[static_cast<std::size_t>(std::abs(line[x] - line[x - 2]))];
    }
  }
  return 1.4826 * quantile(differences, 0.5) / std::sqrt(2.0);
}

// Half of the ink is darker than this; thin blurred strokes never get as dark as bold ones.
int ink_level(const GreyLevels& histogram) {
  GreyLevels dark{};
  std::copy_n(histogram.begin(), 160, dark.begin());
  return quantile(dark, 0.5);
}

}  // namespace

CleanPicture clean_paper(const Picture& scan) {
  if (scan.empty() || black_and_white(scan)) return {scan, 128, 0};
  const PaperMap paper(scan);
  CleanPicture clean{Picture(scan.width, scan.height, scan.dpi), 128, paper_noise(scan)};
  // Paper keeps its noise below the white point, so that only what is darker than noise remains visible.
  const auto margin = static_cast<float>(std::clamp(2.5 * clean.noise, 12.0, 60.0));
  std::vector<float> level(static_cast<std::size_t>(scan.width));
  GreyLevels histogram{};
  for (int y = 0; y < scan.height; ++y) {
    paper.along(y, level);
    const std::uint8_t* in = scan.row(y);
    std::uint8_t* out = clean.grey.row(y);
    for (int x = 0; x < scan.width; ++x) {
      const float value = static_cast<float>(in[x]) * 255.0F / (level[static_cast<std::size_t>(x)] - margin);
      out[x] = static_cast<std::uint8_t>(std::min(value, 255.0F));
      ++histogram[out[x]];
    }
  }
  const int ink = ink_level(histogram);
  clean.ink_below = ink + (255 - ink) * 55 / 100;
  return clean;
}

void wipe_dust(Picture& grey, const InkMap& ink, double letter) {
  // A full stop of the thinnest print covers 0.02 squares of a letter's height.
  const double largest = std::min(2.0, 0.012 * letter * letter);
  for (const Component& c : ink.components) {
    if (c.area > largest) continue;
    for (const InkRun& run : ink.runs_of(c)) std::fill(grey.row(run.y) + run.x0, grey.row(run.y) + run.x1, kPaperWhite);
  }
}

}  // namespace prongsai::source
