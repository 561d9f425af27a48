// Connected components of ink: the pieces that letters, marks, dots and specks are made of. Found once a page; lines
// are gathered from them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extractors/source/image/scan_picture.hpp"

namespace prongsai::source {

// A horizontal stretch of ink pixels; x1 lies just outside.
struct InkRun {
  int y = 0;
  int x0 = 0;
  int x1 = 0;
};

struct Component {
  PixelBox box;
  int area = 0;    // pixels
  double ink = 0;  // the same weighed by darkness: what a faint speck has little of
  std::uint32_t first_run = 0;
  std::uint32_t run_count = 0;

  [[nodiscard]] int width() const { return box.width(); }
  [[nodiscard]] int height() const { return box.height(); }
  [[nodiscard]] double centre_x() const { return (box.x0 + box.x1) / 2.0; }
  [[nodiscard]] double centre_y() const { return (box.y0 + box.y1) / 2.0; }
};

// All components of a page. A component's runs lie together, from top to bottom.
class InkMap {
 public:
  std::vector<Component> components;
  std::vector<InkRun> runs;

  [[nodiscard]] std::span<const InkRun> runs_of(const Component& component) const {
    return {runs.data() + component.first_run, component.run_count};
  }

  // Adds a component made of `pieces` (from top to bottom); returns its index.
  std::size_t add(std::vector<InkRun> pieces, const Picture& grey);
};

// Pixels darker than `ink_below`, joined over all eight neighbours.
[[nodiscard]] InkMap find_components(const Picture& grey, int ink_below);

}  // namespace prongsai::source
