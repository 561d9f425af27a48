#include "extractors/source/image/rulings_runs.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <utility>

namespace prongsai::source {

namespace {

constexpr int kWidestPage = 65536;  // pixels

// A line is a ridge: darker than what lies above and below it. That finds a pale line on white and a dark one on a
// shaded cell alike, and leaves out shading itself and the upright strokes of letters.
// False when the row holds no pixel of a line. In bytes throughout, so that the compiler takes sixteen at a time.
bool mark_ridge(const Picture& page, int y, const RunSettings& settings, std::uint8_t* mask) {
  const auto width = static_cast<std::size_t>(page.width);
  static const std::vector<std::uint8_t> kPaper(kWidestPage, 255);
  const std::uint8_t* here = page.row(y);
  const std::uint8_t* above = y >= settings.reach ? page.row(y - settings.reach) : kPaper.data();
  const std::uint8_t* below = y + settings.reach < page.height ? page.row(y + settings.reach) : kPaper.data();
  const auto contrast = static_cast<std::uint8_t>(settings.contrast);
  std::uint8_t any = 0;
  for (std::size_t x = 0; x < width; ++x) {
    const std::uint8_t side = above[x] < below[x] ? above[x] : below[x];
    const auto darker = static_cast<std::uint8_t>((side > here[x] ? side : here[x]) - here[x]);
    mask[x] = darker >= contrast ? 1 : 0;
    any = static_cast<std::uint8_t>(any | mask[x]);
  }
  return any != 0;
}

// Scans one row's mask. Blank rows are passed over eight pixels at a time: most of a page is blank.
class RowScan {
 public:
  RowScan(const std::uint8_t* grey, const std::uint8_t* mask, int width, const RunSettings& settings)
      : grey_(grey), mask_(mask), width_(width), settings_(settings) {}

  void collect(int y, std::vector<Run>& runs) const {
    for (int x = next_marked(0); x < width_;) {
      Run run{y, x, x, 1};
      int ahead = next_marked(x + 1);
      while (ahead < width_ && bridged(run, ahead)) {
        run.last = ahead;
        ++run.dark;
        ahead = next_marked(ahead + 1);
      }
      if (run.last - run.first + 1 >= settings_.shortest) runs.push_back(run);
      x = ahead;
    }
  }

 private:
  [[nodiscard]] int next_marked(int x) const {
    while (x < width_) {
      std::uint64_t eight = 0;
      if (x + 8 <= width_) {
        std::memcpy(&eight, mask_ + x, sizeof eight);
        if (eight == 0) {
          x += 8;
          continue;
        }
      }
      if (mask_[x]) return x;
      ++x;
    }
    return width_;
  }

  [[nodiscard]] bool bridged(const Run& run, int ahead) const {
    const int blank = ahead - run.last - 1;
    if (blank <= settings_.gap) return true;
    if (blank > settings_.crossing) return false;
    const int limit = grey_[run.last] + settings_.contrast;
    return std::all_of(grey_ + run.last + 1, grey_ + ahead, [limit](std::uint8_t v) { return v < limit; });
  }

  const std::uint8_t* grey_;
  const std::uint8_t* mask_;
  int width_;
  const RunSettings& settings_;
};

}  // namespace

Picture transposed(const Picture& page) {
  Picture out(page.height, page.width, page.dpi);
  constexpr int kTile = 32;  // pixels a side: both tiles stay in the first-level cache
  const auto out_width = static_cast<std::size_t>(out.width);
  for (int y0 = 0; y0 < page.height; y0 += kTile) {
    for (int x0 = 0; x0 < page.width; x0 += kTile) {
      const int y1 = std::min(y0 + kTile, page.height);
      const int x1 = std::min(x0 + kTile, page.width);
      for (int y = y0; y < y1; ++y) {
        const std::uint8_t* row = page.row(y);
        for (int x = x0; x < x1; ++x) {
          out.pixels[static_cast<std::size_t>(x) * out_width + static_cast<std::size_t>(y)] = row[x];
        }
      }
    }
  }
  return out;
}

std::vector<Run> find_runs(const Picture& page, const RunSettings& settings) {
  std::vector<Run> runs;
  if (page.width <= 0 || page.width > kWidestPage) return runs;
  std::vector<std::uint8_t> mask(static_cast<std::size_t>(page.width));
  for (int y = 0; y < page.height; ++y) {
    if (!mark_ridge(page, y, settings, mask.data())) continue;
    RowScan(page.row(y), mask.data(), page.width, settings).collect(y, runs);
  }
  return runs;
}

}  // namespace prongsai::source
