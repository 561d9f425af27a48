// A report's predecessors, for its page. For this library only.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>

#include "pipeline/store/relation_reader.hpp"

namespace prongsai::review {

// Files that stood under the report's path before, the latest first: their facts, final score, and findings with what
// was decided, by whom and when; `still` says whether the present file has the same gap.
[[nodiscard]] nlohmann::json earlier_versions(store::RelationReader& reader, std::int64_t submission_id);

// Other reports of the same office, fiscal year and item, the latest first.
[[nodiscard]] nlohmann::json reports_of_same_item(store::RelationReader& reader, std::int64_t submission_id);

}  // namespace prongsai::review
