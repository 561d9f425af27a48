// Walking a page's resources with qpdf: broken or missing entries read as nothing.
#pragma once

#include <functional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace prongsai::source {

// A page's entry, from the page tree above it where the page has none itself; null where nothing states it.
[[nodiscard]] QPDFObjectHandle inherited_value(QPDFObjectHandle page, const std::string& key);

// The page's resources, inherited ones included; a null object where there are none.
[[nodiscard]] QPDFObjectHandle page_resources(QPDFObjectHandle page);

// Pixels; 0 where an image declares none.
struct PixelSize {
  double width = 0;
  double height = 0;
};

[[nodiscard]] PixelSize declared_size(QPDFObjectHandle image);

// Of the image or its mask, whichever is finer: scans of several layers keep their letters in the mask.
[[nodiscard]] PixelSize finest_size(QPDFObjectHandle image);

// Calls `visit` for every image XObject under `resources`, also those inside form XObjects and tiling patterns; each
// object once. Stops early when `visit` returns false.
void for_each_image(QPDFObjectHandle resources, const std::function<bool(QPDFObjectHandle)>& visit);

}  // namespace prongsai::source
