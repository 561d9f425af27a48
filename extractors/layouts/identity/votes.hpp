// Witnesses for a value: each adds weight, the heaviest value wins, and the place of its strongest witness is kept.
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "models/certainty.hpp"
#include "models/evidence.hpp"
#include "models/identity_place.hpp"

namespace prongsai::layouts {

template <typename T>
class Votes {
 public:
  struct Candidate {
    T value;
    double weight = 0;
    double strongest = 0;
    Evidence at;                                   // of the strongest witness, the first of equals
    IdentityPlace place = IdentityPlace::mention;  // likewise
    Doubts doubts = {};                            // likewise
  };

  // `doubts`: of what says it there.
  void add(const T& value, double weight, const Evidence& at, IdentityPlace place, const Doubts& doubts = {}) {
    auto found = find(value);
    if (found == candidates_.end()) found = candidates_.insert(found, Candidate{value, 0, 0, at, place, doubts});
    found->weight += weight;
    if (weight > found->strongest) {
      found->strongest = weight;
      found->at = at;
      found->place = place;
      found->doubts = doubts;
    }
  }

  [[nodiscard]] bool empty() const { return candidates_.empty(); }
  [[nodiscard]] bool has(const T& value) const {
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const auto& c) { return c.value == value; });
  }

  [[nodiscard]] const std::vector<Candidate>& all() const { return candidates_; }

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
