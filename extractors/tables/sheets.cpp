#include "extractors/tables/sheets.hpp"

#include <algorithm>
#include <cmath>

namespace prongsai::tables {
namespace {

constexpr double kLeastShape =
    0.62;  // width by height of one of the pages; 0.65 for half letter, 0.71 for the A series
constexpr double kMostShape = 0.80;
constexpr double kLeastFold = 0.4;   // of both outer margins together: the white at the fold
constexpr double kLeastInner = 0.3;  // of the narrower outer margin: the white on either side of the fold
constexpr double kFoldLine = 0.01;   // of a page's width: how far a line drawn at the fold may lie from it
constexpr int kLeastLetters = 40;    // on either page

bool lies_like_two_pages(const Page& page) {
  const double shape = page.width / 2 / page.height;
  return shape >= kLeastShape && shape <= kMostShape;
}

// A line down the middle, as some programs draw between two pages.
bool draws_fold(const Ruling& ruling, double fold) {
  return !ruling.horizontal && std::abs(ruling.box.centre().x - fold) < kFoldLine * fold;
}

}  // namespace

std::optional<double> fold_of(const PageClusters& text) {
  const Page& page = *text.page;
  if (!lies_like_two_pages(page)) return std::nullopt;
  const double fold = page.width / 2;
  double left = page.width;  // of everything
  double left_end = 0;       // of what stands left of the fold
  double right_begin = page.width;
  double right = 0;
  int letters_left = 0;
  int letters_right = 0;
  const auto take = [&](double x0, double x1) {
    if (x0 < fold && x1 > fold) return false;
    if (x1 <= fold) {
      left = std::min(left, x0);
      left_end = std::max(left_end, x1);
    } else {
      right_begin = std::min(right_begin, x0);
      right = std::max(right, x1);
    }
    return true;
  };
  for (const Cluster& c : text.clusters) {
    if (c.blank) continue;
    if (!take(c.x0, c.x1)) return std::nullopt;
    ++(c.x1 <= fold ? letters_left : letters_right);
  }
  for (const Ruling& ruling : page.rulings) {
    if (draws_fold(ruling, fold)) continue;
    if (!take(ruling.box.x0, ruling.box.x1)) return std::nullopt;
  }
  if (letters_left < kLeastLetters || letters_right < kLeastLetters) return std::nullopt;
  const double outer_left = left;
  const double outer_right = page.width - right;
  const double least_inner = kLeastInner * std::min(outer_left, outer_right);
  const bool wide = right_begin - left_end >= kLeastFold * (outer_left + outer_right);
  if (!wide || fold - left_end < least_inner || right_begin - fold < least_inner) return std::nullopt;
  return fold;
}

}  // namespace prongsai::tables
