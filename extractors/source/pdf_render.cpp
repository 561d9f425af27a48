// A page painted by Poppler, bounded before a pixel is made.
#include <leptonica/allheaders.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "extractors/source/pdf.hpp"
#include "extractors/source/pdf_resources.hpp"
#include "extractors/source/pdf_state.hpp"

namespace prongsai::source {

namespace {

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

poppler::image paint(const poppler::page& page, double dpi) {
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  renderer.set_image_format(poppler::image::format_gray8);
  return renderer.render_page(&page, dpi, dpi);
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

Result<Raster> Pdf::render_grey(int page_no, double dpi) const {
  const auto page = state_->page(page_no);
  if (!page) return unreadable(page_no, "is missing from the file's page tree");
  const Box box = page_box(page_no);
  const PdfLimits& limits = state_->limits;
  if (box.empty()) return unreadable(page_no, "has no size");
  if (box.width() > limits.max_page_side || box.height() > limits.max_page_side) {
    return unreadable(page_no, "is larger than a PDF page can be");
  }
  const double pixels = std::ceil(box.width() * dpi / 72) * std::ceil(box.height() * dpi / 72);
  if (pixels > static_cast<double>(limits.max_pixels)) {
    return unreadable(page_no, "is too large to be painted at " + std::to_string(std::lround(dpi)) + " dpi");
  }
  if (const auto bomb = oversized_image(page_no)) return *bomb;
  const poppler::image image = paint(*page, dpi);
  Pix* pix = image.is_valid() ? to_pix(image) : nullptr;
  if (!pix) return unreadable(page_no, "could not be painted");
  return Raster(pix, dpi);
}

}  // namespace prongsai::source
