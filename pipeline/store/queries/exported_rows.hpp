// What leaves the house: rows of relations that a data file describes, and facts about the whole database.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "pipeline/store/relation_reader.hpp"
#include "pipeline/store/selection.hpp"

namespace prongsai::store {

struct LeavingRelation {
  std::string name;
  std::vector<std::string> columns;
  std::vector<std::string> order;  // columns that fix the order of rows
  std::string submission;          // the column that refers to submission.id; "" for submission itself
  std::string sql;                 // the SELECT behind it, as the data file gives it; "" = the relation of that name
};

using TakeRow = std::function<void(const Row&)>;

// Hands over the rows that a selection leaves, in stable order; or those of one submission.
void each_leaving(RelationReader& reader, const LeavingRelation& relation, const Selection& selection,
                  const TakeRow& take);
void each_leaving(RelationReader& reader, const LeavingRelation& relation, const Selection& selection,
                  std::int64_t submission_id, const TakeRow& take);

// The first and the last of the reports' whole paths, in the order of bytes; "" and "" where none is whole.
struct EndsOfPaths {
  std::string first;
  std::string last;
};
[[nodiscard]] EndsOfPaths ends_of_whole_paths(RelationReader& reader);

[[nodiscard]] std::map<std::int64_t, std::string> paths_of_reports(RelationReader& reader);  // by submission

[[nodiscard]] std::string identity_of_database(RelationReader& reader);
// When the last thing was saved in it, UTC; "" where there is nothing.
[[nodiscard]] std::string last_saved_at(RelationReader& reader);

}  // namespace prongsai::store
