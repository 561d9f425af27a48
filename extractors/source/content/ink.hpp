// What colour something is painted in, as far as it can be told (ISO 32000-1, 8.6). For this library only.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

namespace prongsai::source {

// Black until something else is said. Patterns, inks by index and the like are not `known`.
struct Ink {
  double red = 0;  // 0 to 1, as are the other two
  double green = 0;
  double blue = 0;
  bool known = true;
  double alpha = 1;   // 0: leaves no trace
  bool plain = true;  // neither blended with nor masked against what lies beneath

  // Hides what lies beneath it.
  [[nodiscard]] bool covers() const { return plain && alpha > 0.95; }
};

enum class ColourModel { device, tint, lab, unknown };  // device: grey, RGB or CMYK by the number of components

[[nodiscard]] ColourModel colour_model(QPDFObjectHandle space);

// Sets the colour and leaves the rest. No components, or some that the model does not have: not known.
void set_colour(Ink& ink, ColourModel model, const std::vector<double>& components);

// How it looks on that ground, which is known and opaque.
[[nodiscard]] Ink painted_on(const Ink& ink, const Ink& ground);

// The largest difference of a component, 0 to 1: black on white has 1.
[[nodiscard]] double contrast(const Ink& a, const Ink& b);

}  // namespace prongsai::source
