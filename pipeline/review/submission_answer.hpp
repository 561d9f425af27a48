// One submission with all that was read and flagged, put together from its relations. For this folder only.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>

#include "pipeline/store/relation_reader.hpp"

namespace prongsai::review {

struct Desk;

// As /api/v1/openapi.json describes it, for a first reader; null when there is none. Of a report with very many cells
// those of one page, `page_no`, are in it, with the rows that they stand in.
[[nodiscard]] nlohmann::json submission_answer(const Desk& desk, store::RelationReader& reader, std::int64_t id,
                                               std::int64_t page_no);

}  // namespace prongsai::review
