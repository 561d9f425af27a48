// One submission with all that was read and flagged, put together from its relations. For this folder only.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>

#include "pipeline/store/relation_reader.hpp"

namespace prongsai::review {

struct Desk;

// Which part of a long report is wanted.
struct PartAsked {
  static constexpr std::int64_t kScores = 200;  // a browser shows so many at once; a table of results has thousands
  static constexpr std::int64_t kMostScores = 5000;

  std::int64_t page_no = 1;      // whose rows, of a report with very many cells
  std::int64_t scores_from = 0;  // so many scores are there already
  std::int64_t scores_count = kScores;
};

// As /api/v1/openapi.json describes it, for a first reader; null when there is none.
[[nodiscard]] nlohmann::json submission_answer(const Desk& desk, store::RelationReader& reader, std::int64_t id,
                                               const PartAsked& asked);

}  // namespace prongsai::review
