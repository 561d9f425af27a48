#include "pipeline/review/sharing_out.hpp"

#include <algorithm>

namespace prongsai::review {

std::vector<store::Assignment> shared_out(const std::vector<std::pair<std::int64_t, std::string>>& reports,
                                          const std::vector<std::string>& reviewers) {
  std::vector<store::Assignment> shares;
  std::vector<std::size_t> given(reviewers.size());
  std::size_t whose = 0;
  const std::string* office = nullptr;
  for (const auto& [id, name] : reports) {
    const bool same_office = office != nullptr && !name.empty() && *office == name;
    if (!same_office && !given.empty()) {
      whose = static_cast<std::size_t>(std::min_element(given.begin(), given.end()) - given.begin());
    }
    office = &name;
    shares.push_back({id, reviewers.empty() ? "" : reviewers[whose]});
    if (!given.empty()) ++given[whose];
  }
  return shares;
}

}  // namespace prongsai::review
