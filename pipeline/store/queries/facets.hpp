// The values that filters offer: those that there are, in order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

[[nodiscard]] std::vector<std::int64_t> years_of_reports(RelationReader& reader);
[[nodiscard]] std::vector<std::string> items_of_reports(RelationReader& reader);
[[nodiscard]] std::vector<std::string> layouts_of_reports(RelationReader& reader);
[[nodiscard]] std::vector<std::string> provinces_of_reports(RelationReader& reader);
[[nodiscard]] std::vector<std::string> codes_of_findings(RelationReader& reader);
[[nodiscard]] std::vector<std::string> assigned_reviewers(RelationReader& reader);
[[nodiscard]] std::vector<std::string> authors_of_changes(RelationReader& reader);

// Names of offices; the path of a report that names none.
[[nodiscard]] std::vector<std::string> offices_or_paths(RelationReader& reader);

}  // namespace prongsai::store
