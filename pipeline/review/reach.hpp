// How many items can be reached from their offices' main sites, by province: what `collect` saw, summed up. For this
// library only.
#pragma once

#include <nlohmann/json.hpp>

#include "pipeline/review/submission_filter.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::review {

// Rows of {province (null: the office's name tells none), items, reached, by_group, missed, untold}; several documents
// of one item count once. `reached`: clicks lead from the main site to something that can be opened; `by_group`: of
// these, only by way of a work group's page. `missed`: nothing is there, or the whole site was walked and nothing leads
// there. `untold`: a site that was down, a walk that was cut short: says nothing of the office.
[[nodiscard]] nlohmann::json reach_by_province(store::RelationReader& reader, const Condition& condition);

}  // namespace prongsai::review
