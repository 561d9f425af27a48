// How far two readers agree. For this library only.
#pragma once

#include <cstdint>
#include <optional>

namespace prongsai::review {

// Findings that both decided, by what each said.
struct Agreement {
  std::int64_t both_confirmed = 0;
  std::int64_t both_dismissed = 0;
  std::int64_t first_only = 0;   // the first confirmed what the second dismissed
  std::int64_t second_only = 0;  // the other way round

  void operator+=(const Agreement& other);
  [[nodiscard]] std::int64_t total() const { return both_confirmed + both_dismissed + first_only + second_only; }
  // The share on which they agree; none of nothing.
  [[nodiscard]] std::optional<double> share() const;
  // Cohen's kappa (Educational and Psychological Measurement 20, 1960): agreement beyond what chance would give, 1 at
  // most, 0 for chance alone. None of nothing, and none where chance alone would give full agreement.
  [[nodiscard]] std::optional<double> kappa() const;
};

}  // namespace prongsai::review
