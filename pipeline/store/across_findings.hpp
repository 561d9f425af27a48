// Findings from comparing submissions with each other. They are gathered beside the database, on disk, and put in place
// of the earlier ones in one short transaction, however long the comparing takes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/finding.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {

class AcrossFindings {
 public:
  explicit AcrossFindings(Store& store);  // the store must outlive this
  ~AcrossFindings();                      // forgets what was not put in place
  AcrossFindings(const AcrossFindings&) = delete;
  AcrossFindings& operator=(const AcrossFindings&) = delete;

  // All findings of one submission at once.
  void add(std::int64_t submission_id, const std::vector<Finding>& findings);

  // With the decisions made on them. `judge_version`: see Store::across_is_current().
  void put_in_place(const std::string& judge_version);

 private:
  Store& store_;
};

}  // namespace prongsai::store
