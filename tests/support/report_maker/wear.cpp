#include "tests/support/report_maker/wear.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <random>
#include <stdexcept>

namespace prongsai::report_maker {
namespace {

struct PixDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

PixPtr grey_of(cairo_surface_t* page) {
  cairo_surface_flush(page);
  const int width = cairo_image_surface_get_width(page);
  const int height = cairo_image_surface_get_height(page);
  const int stride = cairo_image_surface_get_stride(page);
  const unsigned char* data = cairo_image_surface_get_data(page);
  PixPtr grey(pixCreate(width, height, 8));
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      pixSetPixel(grey.get(), x, y, data[y * stride + x * 4 + 1]);  // the green channel of grey text
    }
  }
  return grey;
}

PixPtr skewed(PixPtr grey, double degrees) {
  if (degrees == 0) return grey;
  const double radians = degrees * 3.14159265358979 / 180;
  return PixPtr(pixRotateAMGray(grey.get(), static_cast<float>(radians), 255));
}

PixPtr blurred(PixPtr grey, double pixels) {
  const int half = static_cast<int>(pixels);
  return half < 1 ? std::move(grey) : PixPtr(pixBlockconvGray(grey.get(), nullptr, half, half));
}

// Paper grey and specks, both dark and light.
void soil(Pix* grey, const Wear& wear, int page_no) {
  std::mt19937 random(wear.seed * 1000 + static_cast<unsigned>(page_no));
  std::uniform_real_distribution<double> chance(0, 1);
  std::normal_distribution<double> grain(0, wear.noise * 120);
  for (int y = 0; y < pixGetHeight(grey); ++y) {
    for (int x = 0; x < pixGetWidth(grey); ++x) {
      l_uint32 value = 0;
      pixGetPixel(grey, x, y, &value);
      double v = value * wear.background / 255.0 + grain(random);
      if (chance(random) < wear.noise * 0.02) v = chance(random) < 0.5 ? 30 : 255;
      pixSetPixel(grey, x, y, static_cast<l_uint32>(std::clamp(v, 0.0, 255.0)));
    }
  }
}

}  // namespace

std::string worn_jpeg(cairo_surface_t* page, const Wear& wear, int page_no) {
  const double skew = wear.skew * (page_no % 2 == 1 ? 1 : -0.7);
  PixPtr grey = blurred(skewed(grey_of(page), skew), wear.blur);
  if (wear.noise > 0 || wear.background < 255) soil(grey.get(), wear, page_no);
  if (wear.one_bit) {
    const PixPtr bits(pixThresholdToBinary(grey.get(), 150));
    grey.reset(pixConvert1To8(nullptr, bits.get(), 255, 0));
  }
  l_uint8* bytes = nullptr;
  size_t size = 0;
  if (pixWriteMemJpeg(&bytes, &size, grey.get(), wear.jpeg_quality, 0) != 0) {
    throw std::runtime_error("a page could not be written as JPEG");
  }
  std::string jpeg(reinterpret_cast<const char*>(bytes), size);
  std::free(bytes);
  return jpeg;
}

}  // namespace prongsai::report_maker
