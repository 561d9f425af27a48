#include "extractors/source/content/ink.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace prongsai::source {

namespace {

void set(Ink& ink, double red, double green, double blue) {
  ink.red = std::clamp(red, 0.0, 1.0);
  ink.green = std::clamp(green, 0.0, 1.0);
  ink.blue = std::clamp(blue, 0.0, 1.0);
  ink.known = true;
}

}  // namespace

ColourModel colour_model(QPDFObjectHandle space) {
  const bool family = space.isArray() && space.getArrayNItems() > 0 && space.getArrayItem(0).isName();
  const std::string name = space.isName() ? space.getName() : family ? space.getArrayItem(0).getName() : "";
  if (name == "/DeviceGray" || name == "/DeviceRGB" || name == "/DeviceCMYK" || name == "/CalGray" ||
      name == "/CalRGB" || name == "/ICCBased" || name == "/G" || name == "/RGB" || name == "/CMYK") {
    return ColourModel::device;
  }
  if (name == "/Separation" || name == "/DeviceN") return ColourModel::tint;
  return name == "/Lab" ? ColourModel::lab : ColourModel::unknown;
}

void set_colour(Ink& ink, ColourModel model, const std::vector<double>& c) {
  ink.known = false;
  if (c.empty() || model == ColourModel::unknown) return;
  if (model == ColourModel::tint) {
    const double light = 1 - *std::max_element(c.begin(), c.end());
    set(ink, light, light, light);
  } else if (model == ColourModel::lab) {
    set(ink, c[0] / 100, c[0] / 100, c[0] / 100);
  } else if (c.size() == 1) {
    set(ink, c[0], c[0], c[0]);
  } else if (c.size() == 3) {
    set(ink, c[0], c[1], c[2]);
  } else if (c.size() == 4) {
    set(ink, (1 - c[0]) * (1 - c[3]), (1 - c[1]) * (1 - c[3]), (1 - c[2]) * (1 - c[3]));
  }
}

Ink painted_on(const Ink& ink, const Ink& ground) {
  Ink mixed = ink;
  const auto mix = [&](double above, double below) { return ink.alpha * above + (1 - ink.alpha) * below; };
  set(mixed, mix(ink.red, ground.red), mix(ink.green, ground.green), mix(ink.blue, ground.blue));
  mixed.known = ink.known && ground.known;
  mixed.alpha = 1;
  return mixed;
}

double contrast(const Ink& a, const Ink& b) {
  return std::max({std::abs(a.red - b.red), std::abs(a.green - b.green), std::abs(a.blue - b.blue)});
}

}  // namespace prongsai::source
