// Where on a page a row's value stands, as its columns have it: PDF points from the page's top left; nothing where the
// row names no place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace prongsai::store {

struct PlaceColumns {
  std::optional<std::int64_t> page_no;
  std::optional<double> x0;
  std::optional<double> y0;
  std::optional<double> x1;
  std::optional<double> y1;
};

// `before`: what the names of the columns begin with, "timeframe_".
template <typename Archive, typename Place>
void describe_place(Archive& archive, Place& place, const std::string& before = "") {
  archive.field((before + "page_no").c_str(), place.page_no);
  archive.field((before + "x0").c_str(), place.x0);
  archive.field((before + "y0").c_str(), place.y0);
  archive.field((before + "x1").c_str(), place.x1);
  archive.field((before + "y1").c_str(), place.y1);
}

}  // namespace prongsai::store
