#include "extractors/source/ocr/line_cut_split.hpp"

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <vector>

namespace prongsai::source {

namespace {

constexpr int kInkCost = 100;   // to cross a pixel of ink
constexpr int kClimbCost = 10;  // to change height by a pixel: of two ways through white, the straighter
constexpr int kAstrayCost = 4;  // for each pixel of height away from the likely one, in each column

// A way from left to right through a component's box, one height for each column.
class Seam {
 public:
  Seam(const InkMap& ink, const Component& component, const SplitZone& zone)
      : box_(component.box),
        top_(zone.top),
        likely_(zone.likely - zone.top),
        rows_(zone.bottom - zone.top),
        ink_(static_cast<std::size_t>(rows_ * box_.width())) {
    for (const InkRun& run : ink.runs_of(component)) {
      if (run.y < zone.top || run.y >= zone.bottom) continue;
      std::fill_n(ink_.begin() + (run.y - top_) * box_.width() + (run.x0 - box_.x0), run.x1 - run.x0, char{1});
    }
  }

  // y of the first pixel that belongs to the lower part, for each column of the box.
  [[nodiscard]] std::vector<int> least_ink() const {
    const int columns = box_.width();
    std::vector<int> cost(static_cast<std::size_t>(rows_), 0);
    std::vector<std::vector<signed char>> step(static_cast<std::size_t>(columns));
    for (int x = 0; x < columns; ++x) advance(x, cost, step[static_cast<std::size_t>(x)]);
    auto row = static_cast<int>(std::min_element(cost.begin(), cost.end()) - cost.begin());
    std::vector<int> way(static_cast<std::size_t>(columns));
    for (int x = columns - 1; x >= 0; --x) {
      way[static_cast<std::size_t>(x)] = top_ + row;
      row += step[static_cast<std::size_t>(x)][static_cast<std::size_t>(row)];
    }
    return way;
  }

 private:
  void advance(int x, std::vector<int>& cost, std::vector<signed char>& step) const {
    std::vector<int> next(cost.size());
    step.assign(cost.size(), 0);
    for (int y = 0; y < rows_; ++y) {
      int best = cost[static_cast<std::size_t>(y)];
      for (const int from : {y - 1, y + 1}) {
        if (from < 0 || from >= rows_ || cost[static_cast<std::size_t>(from)] + kClimbCost >= best) continue;
        best = cost[static_cast<std::size_t>(from)] + kClimbCost;
        step[static_cast<std::size_t>(y)] = static_cast<signed char>(from - y);
      }
      next[static_cast<std::size_t>(y)] =
          best + kInkCost * ink_[static_cast<std::size_t>(y * box_.width() + x)] + kAstrayCost * std::abs(y - likely_);
    }
    cost = std::move(next);
  }

  PixelBox box_;
  int top_, likely_, rows_;
  std::vector<char> ink_;
};

// Ink of a component, walked pixel by pixel from both ends at once.
class Reached {
 public:
  Reached(const InkMap& ink, const Component& component, int upper_end, int lower_begin)
      : box_(component.box), state_(static_cast<std::size_t>(box_.width() * box_.height()), blank) {
    std::deque<std::pair<int, int>> front;
    for (const InkRun& run : ink.runs_of(component)) {
      for (int x = run.x0; x < run.x1; ++x) {
        at(x, run.y) = run.y < upper_end ? upper : run.y >= lower_begin ? lower : open;
        if (at(x, run.y) != open) front.emplace_back(x, run.y);
      }
    }
    while (!front.empty()) {
      const auto [x, y] = front.front();
      front.pop_front();
      for (int ny = std::max(box_.y0, y - 1); ny <= std::min(box_.y1 - 1, y + 1); ++ny) {
        for (int nx = std::max(box_.x0, x - 1); nx <= std::min(box_.x1 - 1, x + 1); ++nx) {
          if (at(nx, ny) != open) continue;
          at(nx, ny) = at(x, y);
          front.emplace_back(nx, ny);
        }
      }
    }
  }

  [[nodiscard]] bool from_above(int x, int y) const {
    return state_[static_cast<std::size_t>((y - box_.y0) * box_.width() + (x - box_.x0))] != lower;
  }

 private:
  enum State : char { blank, open, upper, lower };
  State& at(int x, int y) { return state_[static_cast<std::size_t>((y - box_.y0) * box_.width() + (x - box_.x0))]; }

  PixelBox box_;
  std::vector<State> state_;
};

// Makes two components of one, by where each pixel belongs.
template <typename IsUpper>
std::optional<Parts> parted(const CutPage& page, const Component& component, const IsUpper& is_upper) {
  std::vector<InkRun> upper, lower;
  for (const InkRun& run : page.ink.runs_of(component)) {
    for (int x = run.x0; x < run.x1;) {
      const bool above = is_upper(x, run.y);
      const int start = x;
      while (x < run.x1 && is_upper(x, run.y) == above) ++x;
      (above ? upper : lower).push_back({run.y, start, x});
    }
  }
  if (upper.empty() || lower.empty()) return std::nullopt;
  const std::size_t first = page.ink.add(std::move(upper), page.grey);
  const std::size_t second = page.ink.add(std::move(lower), page.grey);
  return Parts{first, second};
}

}  // namespace

std::optional<Parts> split_between(const CutPage& page, std::size_t index, const SplitZone& zone) {
  const Component component = page.ink.components[index];
  const SplitZone inside{std::max(zone.top, component.box.y0), std::min(zone.bottom, component.box.y1), zone.likely};
  if (inside.bottom <= inside.top) return std::nullopt;
  const std::vector<int> way = Seam(page.ink, component, inside).least_ink();
  return parted(page, component, [&](int x, int y) { return y < way[static_cast<std::size_t>(x - component.box.x0)]; });
}

std::optional<Parts> split_from_ends(const CutPage& page, std::size_t index, int upper_end, int lower_begin) {
  const Component component = page.ink.components[index];
  const Reached reached(page.ink, component, upper_end, lower_begin);
  return parted(page, component, [&](int x, int y) { return reached.from_above(x, y); });
}

void forget_split(InkMap& ink, const Parts& parts) {
  ink.runs.resize(ink.components[parts.first].first_run);
  ink.components.resize(parts.first);
}

}  // namespace prongsai::source
