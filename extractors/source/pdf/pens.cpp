#include "extractors/source/pdf/pens.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace prongsai::source {

namespace {

constexpr double kNearPen = 0.6;  // points between a pen and the edge of its letter's box

// Where Poppler's boxes have their baseline, as a share of the height from the top. Boxes of tall fonts reach over
// their neighbours' baselines, and lines that begin at one margin begin at the same x: this tells them apart.
constexpr double kBaselineShare = 0.73;
constexpr double kBaselineWeight = 0.1;  // a line's distance off the baseline outweighs any distance along it

// Along the page's height, a band of pens at a time.
class PenBands {
 public:
  explicit PenBands(const std::vector<Pen>& pens) {
    for (const Pen& pen : pens) {
      const std::size_t band = band_of(pen.at.y);
      if (band >= bands_.size()) bands_.resize(band + 1);
      bands_[band].push_back(&pen);
    }
  }

  // The pen on the side of the word where its reading begins; null when there is none.
  [[nodiscard]] const Pen* first_of(const Word& word) const {
    const Box& box = word.box;
    const Pen* found = nullptr;
    double nearest = std::numeric_limits<double>::max();
    const std::size_t last = std::min(band_of(box.y1 + kNearPen) + 1, bands_.size());
    for (std::size_t band = band_of(box.y0 - kNearPen); band < last; ++band) {
      for (const Pen* pen : bands_[band]) {
        const double along = distance(word, pen->at);
        const double away = along + kBaselineWeight * off_baseline(word, pen->at);
        if (along < kNearPen && away < nearest) {
          nearest = away;
          found = pen;
        }
      }
    }
    return found;
  }

 private:
  static constexpr double kBandHeight = 8;  // points
  static constexpr double kLastBand = 2000;

  static std::size_t band_of(double y) { return static_cast<std::size_t>(std::clamp(y / kBandHeight, 0.0, kLastBand)); }

  static double distance(const Word& word, Point pen) {
    const Box& box = word.box;
    const bool sideways = word.rotation == 90 || word.rotation == 270;
    const bool beside = sideways ? pen.x >= box.x0 - kNearPen && pen.x <= box.x1 + kNearPen
                                 : pen.y >= box.y0 - kNearPen && pen.y <= box.y1 + kNearPen;
    if (!beside) return kNearPen;
    switch (word.rotation) {
      case 90:
        return std::abs(pen.y - box.y0);
      case 180:
        return std::abs(pen.x - box.x1);
      case 270:
        return std::abs(pen.y - box.y1);
      default:
        return std::abs(pen.x - box.x0);
    }
  }

  static double off_baseline(const Word& word, Point pen) {
    const Box& box = word.box;
    switch (word.rotation) {
      case 90:
        return std::abs(pen.x - (box.x1 - kBaselineShare * box.width()));
      case 180:
        return std::abs(pen.y - (box.y1 - kBaselineShare * box.height()));
      case 270:
        return std::abs(pen.x - (box.x0 + kBaselineShare * box.width()));
      default:
        return std::abs(pen.y - (box.y0 + kBaselineShare * box.height()));
    }
  }

  std::vector<std::vector<const Pen*>> bands_;
};

void set_height(Word& word, double baseline, double size) {
  const auto mend = [&](Box& box) {
    box.y0 = baseline - kLineAscent * size;
    box.y1 = baseline + kLineDescent * size;
  };
  mend(word.box);
  std::for_each(word.chars.begin(), word.chars.end(), mend);
}

}  // namespace

void tell_fonts(std::vector<Word>& words, const std::vector<Pen>& pens) {
  const PenBands bands(pens);
  for (Word& word : words) {
    const Pen* pen = bands.first_of(word);
    if (!pen) continue;
    word.font = pen->font->name();
    word.font_size = pen->size;
    if (pen->font->is_type3() && word.rotation == 0) set_height(word, pen->at.y, pen->size);
  }
}

}  // namespace prongsai::source
