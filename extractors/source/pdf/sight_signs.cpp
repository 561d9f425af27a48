// Ticks and tick boxes that a form draws by lines.
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "extractors/source/pdf/sight_glyphs.hpp"

namespace prongsai::source {

namespace {

using Shape = DrawnStroke::Shape;

constexpr double kApart = 1.5;  // points between a tick box and any other: the squares of a grid touch

bool touches(const Box& a, const Box& b) {
  return a.x0 <= b.x1 + kApart && b.x0 <= a.x1 + kApart && a.y0 <= b.y1 + kApart && b.y0 <= a.y1 + kApart;
}

bool same(const Box& a, const Box& b) {
  return std::abs(a.x0 - b.x0) < kApart && std::abs(a.x1 - b.x1) < kApart && std::abs(a.y0 - b.y0) < kApart &&
         std::abs(a.y1 - b.y1) < kApart;
}

class SignReader {
 public:
  explicit SignReader(const std::vector<DrawnStroke>& strokes) : strokes_(strokes), used_(strokes.size()) {}

  std::vector<DrawnSign> read() {
    for (std::size_t i = 0; i < strokes_.size(); ++i) {
      if (strokes_[i].shape == Shape::box && !used_[i] && stands_alone(i)) read_box(i);
    }
    for (std::size_t i = 0; i < strokes_.size(); ++i) {
      if (used_[i]) continue;
      if (strokes_[i].shape == Shape::tick) add(strokes_[i].box, "✓");
      if (strokes_[i].shape == Shape::falling && take_rising(strokes_[i].box)) add(strokes_[i].box, "✗");
    }
    return std::move(signs_);
  }

 private:
  void add(const Box& box, const char* text) { signs_.push_back({box, text}); }

  [[nodiscard]] bool stands_alone(std::size_t at) const {
    for (std::size_t i = 0; i < strokes_.size(); ++i) {
      if (i == at || strokes_[i].shape != Shape::box || same(strokes_[i].box, strokes_[at].box)) continue;
      if (touches(strokes_[i].box, strokes_[at].box)) return false;
    }
    return true;
  }

  // A box may be drawn twice, and its tick may reach out of it.
  void read_box(std::size_t at) {
    const Box& box = strokes_[at].box;
    bool ticked = false, falls = false, rises = false;
    for (std::size_t i = 0; i < strokes_.size(); ++i) {
      const DrawnStroke& stroke = strokes_[i];
      const bool inside = stroke.shape == Shape::box ? same(stroke.box, box) : box.contains(stroke.box.centre());
      if (!inside || used_[i]) continue;
      used_[i] = true;
      ticked |= stroke.shape == Shape::tick;
      falls |= stroke.shape == Shape::falling;
      rises |= stroke.shape == Shape::rising;
    }
    add(box, ticked ? "☑" : falls && rises ? "☒" : "☐");
  }

  bool take_rising(const Box& falling) {
    for (std::size_t i = 0; i < strokes_.size(); ++i) {
      const DrawnStroke& stroke = strokes_[i];
      if (used_[i] || stroke.shape != Shape::rising || !falling.contains(stroke.box.centre())) continue;
      used_[i] = true;
      return true;
    }
    return false;
  }

  const std::vector<DrawnStroke>& strokes_;
  std::vector<bool> used_;
  std::vector<DrawnSign> signs_;
};

}  // namespace

std::vector<DrawnSign> read_signs(const Sight& sight) {
  return SignReader(sight.strokes).read();
}

}  // namespace prongsai::source
