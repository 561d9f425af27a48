// A page painted by Poppler, bounded before a pixel is made.
#include <leptonica/allheaders.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

#include "extractors/source/content/resources.hpp"
#include "extractors/source/content/unlettered.hpp"
#include "extractors/source/pdf/pdf.hpp"
#include "extractors/source/pdf/state.hpp"

namespace prongsai::source {

namespace {

constexpr double kScanCover = 0.6;   // share of the page under images from which it counts as a scan
constexpr double kFinestScan = 600;  // dpi; finer scans are reduced

Failure unreadable(int page_no, const std::string& why) {
  return {"unreadable_page", "Page " + std::to_string(page_no) + " " + why + "."};
}

// Leptonica keeps rows as 32-bit words with the leftmost pixel in the highest byte.
Pix* to_pix(const poppler::image& image) {
  Pix* pix = pixCreateNoInit(image.width(), image.height(), 8);
  if (!pix) return nullptr;
  const char* row = image.const_data();
  l_uint32* out = pixGetData(pix);
  for (int y = 0; y < image.height(); ++y, row += image.bytes_per_row(), out += pixGetWpl(pix)) {
    out[pixGetWpl(pix) - 1] = 0;
    std::memcpy(out, row, static_cast<std::size_t>(image.width()));
  }
  pixEndianByteSwap(pix);
  return pix;
}

poppler::image painted(const poppler::page& page, double dpi, Painting painting) {
  const bool smooth = painting == Painting::smooth;
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::antialiasing, smooth);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, smooth);
  renderer.set_image_format(poppler::image::format_gray8);
  return renderer.render_page(&page, dpi, dpi);
}

// Nothing when the page cannot be taken apart; it is then painted whole.
poppler::image painted_without_letters(QPDFObjectHandle page, double dpi) {
  const auto bytes = unlettered_page(page);
  if (!bytes) return {};
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes->data(), static_cast<int>(bytes->size())));
  if (!document) return {};
  const std::unique_ptr<poppler::page> bare(document->create_page(0));
  return bare ? painted(*bare, dpi, Painting::no_letters) : poppler::image();
}

int covering_pixels(double points, double dpi) {
  return static_cast<int>(std::ceil(points * dpi / 72));
}

Pix* white_paper(const Box& box, double dpi) {
  Pix* pix = pixCreate(covering_pixels(box.width(), dpi), covering_pixels(box.height(), dpi), 8);
  if (pix) pixSetAll(pix);
  return pix;
}

}  // namespace

std::optional<Failure> Pdf::oversized_image(int page_no) const {
  const auto object = state_->object(page_no);
  if (!object) return std::nullopt;
  const auto limit = static_cast<double>(state_->limits.max_image_pixels);
  double largest = 0;
  try {
    for_each_image(page_resources(*object), [&](QPDFObjectHandle image) {
      const PixelSize size = declared_size(image);
      largest = std::max(largest, size.width * size.height);
      return largest <= limit;
    });
  } catch (const std::exception&) {
    return std::nullopt;  // resources that qpdf cannot follow hold no image that Poppler could decode either
  }
  if (largest <= limit) return std::nullopt;
  return unreadable(
      page_no, "holds an image of " + std::to_string(std::llround(largest / 1e6)) + " megapixels, more than the limit");
}

Result<Raster> Pdf::render_grey(int page_no, double dpi, Painting painting) const {
  const auto page = state_->page(page_no);
  if (!page) return unreadable(page_no, "is missing from the file's page tree");
  const Box box = page_box(page_no);
  const PdfLimits& limits = state_->limits;
  if (box.empty()) return unreadable(page_no, "has no size");
  if (box.width() > limits.max_page_side || box.height() > limits.max_page_side) {
    return unreadable(page_no, "is larger than a PDF page can be");
  }
  const double area = std::ceil(box.width() * dpi / 72) * std::ceil(box.height() * dpi / 72);
  if (area > static_cast<double>(limits.max_pixels)) {
    return unreadable(page_no, "is too large to be painted at " + std::to_string(std::lround(dpi)) + " dpi");
  }
  if (const auto bomb = oversized_image(page_no)) return *bomb;
  Pix* pix = painting == Painting::no_letters ? paint_without_letters(page_no, dpi) : nullptr;
  if (!pix) {
    const poppler::image image = painted(*page, dpi, painting);
    pix = image.is_valid() ? to_pix(image) : nullptr;
  }
  if (!pix) return unreadable(page_no, "could not be painted");
  return Raster(pix, dpi);
}

Pix* Pdf::paint_without_letters(int page_no, double dpi) const {
  const auto object = state_->object(page_no);
  if (!object) return nullptr;
  const PageHints& page = state_->facts(page_no).hints;
  if (page.known && page.vector_paths == 0 && page.images.empty()) return white_paper(page_box(page_no), dpi);
  const poppler::image image = painted_without_letters(*object, dpi);
  return image.is_valid() ? to_pix(image) : nullptr;
}

std::optional<Raster> Pdf::scan_image(int page_no) const {
  const PageHints page = hints(page_no);
  if (page.image_cover < kScanCover || page.image_dpi <= 0) return std::nullopt;
  const Box box = page_box(page_no);
  const double square_inches = box.width() * box.height() / (72 * 72);
  const double affordable = std::sqrt(static_cast<double>(state_->limits.max_pixels) / std::max(square_inches, 1e-9));
  const double dpi = std::min({page.image_dpi, kFinestScan, 0.99 * affordable});
  // A hair less than one device pixel an image pixel: at the full scale Poppler rounds the image up by one row and
  // column and repeats one of each.
  auto raster = render_grey(page_no, dpi * (1 - 1e-6));
  if (!raster) return std::nullopt;
  return std::move(raster).value();
}

}  // namespace prongsai::source
