#include "pipeline/review/agreement.hpp"

namespace prongsai::review {

void Agreement::operator+=(const Agreement& other) {
  both_confirmed += other.both_confirmed;
  both_dismissed += other.both_dismissed;
  first_only += other.first_only;
  second_only += other.second_only;
}

std::optional<double> Agreement::share() const {
  if (total() == 0) return std::nullopt;
  return static_cast<double>(both_confirmed + both_dismissed) / static_cast<double>(total());
}

std::optional<double> Agreement::kappa() const {
  // In whole numbers until the last step, so that full chance agreement is told exactly.
  const std::int64_t n = total();
  const std::int64_t by_chance = (both_confirmed + first_only) * (both_confirmed + second_only) +
                                 (both_dismissed + second_only) * (both_dismissed + first_only);
  if (n == 0 || by_chance == n * n) return std::nullopt;
  return static_cast<double>((both_confirmed + both_dismissed) * n - by_chance) /
         static_cast<double>(n * n - by_chance);
}

}  // namespace prongsai::review
