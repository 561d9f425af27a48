// What reviewers did to one report, as its answer tells it: the key and version of each value that can be changed, what
// was read where a reviewer's value stands, and work that nothing of the present reading carries. For this folder only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/store/relation_reader.hpp"

namespace prongsai::review {

class ReviewMarks {
 public:
  // `sha256`: of the report's bytes; "" when they could not be read.
  ReviewMarks(store::RelationReader& reader, std::string sha256);

  // {"key", "version"} of a target, and "carried" where it was set right in an earlier version. `kind` and `anchor` as
  // the log has them (store/review/review_log.hpp).
  [[nodiscard]] nlohmann::json of(const std::string& kind, const std::string& anchor) const;

  // Work on this target shows in the answer.
  void shows(const std::string& kind, const std::string& anchor);

  // Values of a row that can be corrected one by one: row["fields"][column] gets `of` kind and `anchor` + column, and
  // "was" where a reviewer's value stands. Takes "corrected_fields" out of the row.
  void add_fields(nlohmann::json& row, const std::string& kind, const std::string& anchor,
                  const std::vector<std::string>& columns);

  // Corrections that wait for a reviewer (store/review/waiting_corrections.hpp): what was read and set right where, and
  // `now`, what the present reading of submission `id` has there; `fits` where it has such a place.
  [[nodiscard]] nlohmann::json waiting(store::RelationReader& reader, const std::filesystem::path& db,
                                       std::int64_t id) const;

  // Decisions and corrections that did not show: they are kept, and wait to be made anew.
  [[nodiscard]] nlohmann::json unfit(store::RelationReader& reader) const;

 private:
  using Target = std::pair<std::string, std::string>;  // kind and anchor

  std::string sha256_;
  std::map<Target, std::int64_t> versions_;
  std::set<Target> shown_;
  std::set<Target> carried_;
};

}  // namespace prongsai::review
