// Submissions of fictional offices as they stand in the database, without any PDF: what the benches of judging and of
// the review app measure on.
#pragma once

#include <cstddef>

#include "models/record.hpp"
#include "models/submission.hpp"

namespace prongsai::bench {

struct SyntheticSubmission {
  Submission submission;
  Record record;
};

// The k-th submission, from 0: twelve pages, seven issues, seventy cells, fourteen scores. Offices hand in for 2566
// and 2567 (k even, odd). Of a hundred submissions one is the same file as an earlier one, two are copied from another
// office, five from the office's own year before, five repeat a weakness of it; each has
// some seven gaps that the checks find.
[[nodiscard]] SyntheticSubmission synthetic_submission(std::size_t k);

}  // namespace prongsai::bench
