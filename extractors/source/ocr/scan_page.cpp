#include "extractors/source/ocr/scan_page.hpp"

#include <cmath>

#include "extractors/source/image/clean.hpp"
#include "extractors/source/image/clean_dark.hpp"
#include "extractors/source/image/clean_shades.hpp"
#include "extractors/source/image/deskew.hpp"
#include "extractors/source/image/scan_components.hpp"
#include "extractors/source/image/sheet_photo.hpp"

namespace prongsai::source {

namespace {

// Heights of plain letters in points: 8 point print of small-bodied fonts, 24 point headings of large ones.
constexpr double kLeastLetter = 3.5;
constexpr double kMostLetter = 16;
constexpr double kUsualLetter = 8.5;  // of 14 to 16 point TH Sarabun

constexpr double kLeastSkew = 0.02;     // degrees; less moves a page-wide line by under a pixel
constexpr double kSmallestLetter = 13;  // pixels; below, marks run into their letters when cut at pixel borders
constexpr double kCoarse = 150;         // dots an inch; below, a letter's contour is a pixel wide

void enlarge(ScanPage& page) {
  page.grey = enlarged(page.grey, 2);
  page.letter *= 2;
}

}  // namespace

double ScanPage::print_dpi() const {
  const double points = letter * 72 / grey.dpi;
  if (letter <= 0 || (points >= kLeastLetter && points <= kMostLetter)) return grey.dpi;
  return letter * 72 / kUsualLetter;
}

ScanPage straighten(const Raster& scan, std::optional<int> turn) {
  Picture grey = without_stamps(scan);
  if (!set_sheet_straight(grey)) invert_dark(grey);
  CleanPicture clean = clean_paper(grey);
  ScanPage page{std::move(clean.grey), clean.ink_below};
  InkMap ink = find_components(page.grey, page.ink_below);
  page.letter = letter_height(ink);
  if (page.letter <= 0) return page;
  wipe_dust(page.grey, ink, page.letter);
  const Turn found = turn ? Turn{*turn, true} : find_turn(ink, page.letter);
  page.turned = found.clockwise;
  page.turn_certain = found.certain;
  if (page.turned != 0) {
    page.grey = turned(page.grey, page.turned);
    ink = find_components(page.grey, page.ink_below);
    page.letter = letter_height(ink);
  }
  page.skew = find_skew(ink, page.letter);
  if (std::abs(page.skew) > kLeastSkew) page.grey = levelled(page.grey, page.skew);
  if (page.letter < kSmallestLetter) enlarge(page);
  page.shaded = has_shades(page.grey);
  return page;
}

ScanPage without_shades(const ScanPage& page) {
  ScanPage plain = page;
  if (plain.grey.dpi < kCoarse) enlarge(plain);
  wipe_shades(plain.grey);
  return plain;
}

}  // namespace prongsai::source
