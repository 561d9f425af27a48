// Labels that a report sets before its entries without a colon: words that begin a line in most of its issues
// ("ระยะเวลา มกราคม ๒๕๖๘", "ข้อจำกัด บุคลากรมีน้อย").
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/words/labels.hpp"

namespace prongsai::layouts {

class RunInLabels {
 public:
  // `sections`: the lines of each section of one kind.
  explicit RunInLabels(const std::vector<std::vector<std::string_view>>& sections = {});

  // The label that a line begins with: that of a timeframe or a limitation where `labels` knows its words, else another
  // entry's.
  [[nodiscard]] std::optional<LabelHit> at_start(std::string_view line, const Labels& labels) const;

 private:
  std::vector<std::string> words_;
};

}  // namespace prongsai::layouts
