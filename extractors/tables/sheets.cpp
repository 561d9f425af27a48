#include "extractors/tables/sheets.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "extractors/tables/lines.hpp"

namespace prongsai::tables {
namespace {

// Into how many parts of equal width a sheet is folded, and the shape of one: width by height.
struct Folding {
  std::size_t parts = 0;
  double least_shape = 0;
  double most_shape = 0;
  bool like_columns = false;  // a table's columns or cards may stand so: a fold is drawn, or no rows run through
};
constexpr Folding kFoldings[] = {
    {2, 0.62, 0.80, false},   // 0.65 for half letter, 0.71 for the A series
    {3, 0.455, 0.485, true},  // 0.471 for the A series; 0.444 would be a slide of 4:3
};

constexpr double kLeastFold = 0.4;   // of both outer margins together: the white at the fold
constexpr double kLeastInner = 0.3;  // of the narrower outer margin: the white on either side of the fold
constexpr double kFoldLine = 0.01;   // of a part's width: how far a line drawn at the fold may lie from it
constexpr int kLeastLetters = 40;    // on each part
constexpr double kFewRows = 0.5;     // of a part's lines: so many at most go on at their height in all others

// What one part of the sheet holds: x between which its letters and lines stand, points.
struct Part {
  double left = 0;
  double right = 0;
  int letters = 0;
};

class Folded {
 public:
  Folded(const PageClusters& text, const Folding& folding)
      : text_(text), width_(text.page->width / static_cast<double>(folding.parts)), parts_(folding.parts) {
    for (std::size_t i = 0; i < parts_.size(); ++i) parts_[i] = {fold(i + 1), fold(i), 0};
    for (const Cluster& c : text.clusters) {
      if (!c.blank) take(c.x0, c.x1, 1);
    }
    for (const Ruling& ruling : text.page->rulings) {
      if (draws_fold(ruling))
        drawn_ = drawn_ || ruling.box.height() > text.page->height / 2;
      else
        take(ruling.box.x0, ruling.box.x1, 0);
    }
  }

  [[nodiscard]] bool is_drawn() const { return drawn_; }

  // Lines stand at one height in all parts again and again: rows.
  [[nodiscard]] bool has_rows() const {
    ClusterIds letters;
    for (std::size_t id = 0; id < text_.clusters.size(); ++id) {
      if (!text_.clusters[id].blank) letters.push_back(id);
    }
    std::vector<std::size_t> lines(parts_.size());
    std::size_t through = 0;
    for (const ClusterRow& row : cluster_rows(text_, letters)) {
      std::set<std::size_t> in;
      for (const std::size_t id : row.letters) in.insert(part_at(text_.clusters[id].x0));
      for (const std::size_t part : in) ++lines[part];
      if (in.size() == parts_.size()) ++through;
    }
    return static_cast<double>(through) > kFewRows * static_cast<double>(std::ranges::min(lines));
  }

  [[nodiscard]] bool holds() const {
    if (crossed_ || std::ranges::any_of(parts_, [](const Part& part) { return part.letters < kLeastLetters; })) {
      return false;
    }
    const double outer_left = parts_.front().left;
    const double outer_right = fold(parts_.size()) - parts_.back().right;
    const double least_inner = kLeastInner * std::min(outer_left, outer_right);
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      const double before = fold(i) - parts_[i - 1].right, after = parts_[i].left - fold(i);
      if (before < least_inner || after < least_inner || before + after < kLeastFold * (outer_left + outer_right)) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] std::vector<double> folds() const {
    std::vector<double> folds;
    for (std::size_t i = 1; i < parts_.size(); ++i) folds.push_back(fold(i));
    return folds;
  }

 private:
  [[nodiscard]] double fold(std::size_t i) const { return width_ * static_cast<double>(i); }

  // A line down the sheet where it is folded, as some programs draw between two pages.
  [[nodiscard]] bool draws_fold(const Ruling& ruling) const {
    const double x = ruling.box.centre().x;
    return !ruling.horizontal && std::abs(x - fold(nearest(x))) < kFoldLine * width_;
  }
  [[nodiscard]] std::size_t nearest(double x) const { return static_cast<std::size_t>(std::lround(x / width_)); }

  [[nodiscard]] std::size_t part_at(double x) const {
    return static_cast<std::size_t>(std::clamp(std::floor(x / width_), 0.0, static_cast<double>(parts_.size() - 1)));
  }

  void take(double x0, double x1, int letters) {
    const std::size_t at = part_at(x0);
    Part& part = parts_[at];
    part.left = std::min(part.left, x0);
    part.right = std::max(part.right, x1);
    part.letters += letters;
    if (at + 1 < parts_.size() && x1 > fold(at + 1)) crossed_ = true;
  }

  const PageClusters& text_;
  double width_;
  std::vector<Part> parts_;
  bool drawn_ = false;    // a fold is, over more than half of the sheet
  bool crossed_ = false;  // by something that stands on two parts
};

}  // namespace

std::vector<double> folds_of(const PageClusters& text) {
  for (const Folding& folding : kFoldings) {
    const double shape = text.page->width / static_cast<double>(folding.parts) / text.page->height;
    if (shape < folding.least_shape || shape > folding.most_shape) continue;
    const Folded folded(text, folding);
    if (!folded.holds() || (folding.like_columns && !folded.is_drawn() && folded.has_rows())) continue;
    return folded.folds();
  }
  return {};
}

}  // namespace prongsai::tables
