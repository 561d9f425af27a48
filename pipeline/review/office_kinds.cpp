#include "pipeline/review/office_kinds.hpp"

#include <set>

#include "pipeline/store/queries/report_facts.hpp"

namespace prongsai::review {

void OfficeKinds::each(store::RelationReader& reader,
                       const std::function<void(const std::string& office, const std::string& kind)>& visit) {
  if (!kind_of_) return;
  const std::lock_guard lock(mutex_);
  for (const std::string& office : store::office_names(reader)) {
    auto found = known_.find(office);
    if (found == known_.end()) found = known_.emplace(office, kind_of_(office)).first;
    visit(office, found->second);
  }
}

std::vector<std::string> OfficeKinds::all(store::RelationReader& reader) {
  std::set<std::string> kinds;
  each(reader, [&kinds](const std::string&, const std::string& kind) {
    if (!kind.empty()) kinds.insert(kind);
  });
  return {kinds.begin(), kinds.end()};
}

std::vector<std::string> OfficeKinds::offices_of(store::RelationReader& reader, const std::string& kind) {
  std::vector<std::string> offices;
  each(reader, [&](const std::string& office, const std::string& its) {
    if (its == kind) offices.push_back(office);
  });
  return offices;
}

}  // namespace prongsai::review
