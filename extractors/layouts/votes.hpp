// Witnesses for a value: each adds weight, the heaviest value wins, and the place of its strongest witness is kept.
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "models/evidence.hpp"

namespace prongsai::layouts {

template <typename T>
class Votes {
 public:
  struct Candidate {
    T value;
    double weight = 0;
    double strongest = 0;
    Evidence at;  // of the strongest witness, the first of equals
  };

  void add(const T& value, double weight, const Evidence& at) {
    auto place = find(value);
    if (place == candidates_.end()) place = candidates_.insert(place, Candidate{value, 0, 0, at});
    place->weight += weight;
    if (weight > place->strongest) {
      place->strongest = weight;
      place->at = at;
    }
  }

  [[nodiscard]] bool empty() const { return candidates_.empty(); }
  [[nodiscard]] bool has(const T& value) const {
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const auto& c) { return c.value == value; });
  }

  // The heaviest; the first seen of equals.
  [[nodiscard]] std::optional<Candidate> winner() const {
    const auto heaviest = std::max_element(candidates_.begin(), candidates_.end(),
                                           [](const auto& a, const auto& b) { return a.weight < b.weight; });
    return heaviest == candidates_.end() ? std::nullopt : std::optional(*heaviest);
  }

 private:
  auto find(const T& value) {
    return std::find_if(candidates_.begin(), candidates_.end(), [&](const auto& c) { return c.value == value; });
  }

  std::vector<Candidate> candidates_;
};

}  // namespace prongsai::layouts
