// The database's relations as they are, for other programs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/store/queries/report_list.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

// Whether it is one of those that are given out.
[[nodiscard]] bool is_relation(const std::string& name);

struct RelationAsked {
  std::string relation;            // one that is given out
  std::int64_t submission_id = 0;  // 0: of all
  std::string hidden_from;         // without what this second reader has not finished; "" for nobody
};

struct PlainRows {
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

// By id.
[[nodiscard]] PlainRows rows_of_relation(RelationReader& reader, const RelationAsked& asked, const Shown& shown);
[[nodiscard]] std::int64_t count_rows(RelationReader& reader, const RelationAsked& asked);

}  // namespace prongsai::store
