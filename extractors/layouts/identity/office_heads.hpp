// The word for an office with which a printed name begins: โรงพยาบาล…, กอง…, การ…แห่งประเทศไทย.
#pragma once

#include <cstddef>
#include <string_view>

#include "extractors/layouts/words/labels.hpp"

namespace prongsai::layouts {

// Code points of a printed name at most.
inline constexpr std::size_t kLongestOfficeName = 90;

class OfficeHeads {
 public:
  explicit OfficeHeads(const Labels& labels) : labels_(&labels) {}

  // The length in bytes of the word for an office that stands at a place of the line; 0: none does. `issued`: the line
  // tells who issued the paper, so that the name of an area behind ประกาศ… is an office's.
  [[nodiscard]] std::size_t at(std::string_view line, std::size_t place, bool issued) const;

  // The length of the first word of a line that is an office's name by its end alone; 0 of another line.
  [[nodiscard]] std::size_t by_end(std::string_view line) const;

 private:
  const Labels* labels_;
};

}  // namespace prongsai::layouts
