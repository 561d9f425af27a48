// The tables of one report as its answer tells them. For this folder only.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>

#include "pipeline/review/review_marks.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::review {

// What each table and its columns were taken for, and by what; and what of them can be corrected, in "fields" by part
// (store/review/correctable_table.hpp), with what was read where it is. Rows: all, or those on a page and those left
// out.
[[nodiscard]] nlohmann::json tables_of_submission(store::RelationReader& reader, std::int64_t id, ReviewMarks& marks,
                                                  std::optional<std::int64_t> page_no);

}  // namespace prongsai::review
