// Corrections through readings and resubmissions: where the thing that was corrected is there again, its correction is
// laid over it; where it is not, the correction waits for a reviewer (waiting_corrections.hpp). None is lost, and none
// is put where it may not belong. For this folder's library only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/store/review/correction_place.hpp"

namespace prongsai::store {

// A correction, and what stood around it, before a submission's rows are replaced.
struct RememberedCorrection {
  SoughtCorrection sought;  // its target's sha256: the bytes that it stands in
  std::string who;
  std::string at;
  std::string made_on;  // bytes that it was made on
  bool waits = false;
  bool kept = false;  // a reviewer lets it wait
};

// Those that stand or wait in a submission's present bytes; where these could not be read, in the version before.
[[nodiscard]] std::vector<RememberedCorrection> remember_corrections(SQLite::Database& database,
                                                                     std::int64_t submission_id);

// Lays those that are kept for a submission's bytes over its rows, which were just read. `remembered`: from before.
void apply_corrections(SQLite::Database& database, std::int64_t submission_id,
                       const std::vector<RememberedCorrection>& remembered = {});

// Carries over what is remembered of other bytes. Never over what a reviewer said on these.
void carry_corrections(SQLite::Database& database, std::int64_t submission_id,
                       const std::vector<RememberedCorrection>& remembered);

// For a submission that is new: what has its place in it, from the last report of the same office, year and item.
void carry_corrections_of_office(SQLite::Database& database, std::int64_t submission_id);

}  // namespace prongsai::store
