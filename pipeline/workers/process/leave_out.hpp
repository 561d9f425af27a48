// Which part of a report the next reading does without, after readings that ended at a page.
#pragma once

#include <string>

#include "models/omissions.hpp"
#include "pipeline/workers/process/blame.hpp"

namespace prongsai::workers {

// Leaves out more of the page at which another reading has ended: first its picture, then the page; of a report with
// several such pages the pictures of all that follow, in the end all that follows. Where it ended for memory, nothing
// more is left out in the end, but the reading goes on with the memory that is left. False where no other reading is
// worth it.
[[nodiscard]] bool leave_out(Omissions& omissions, int page_no, Blame blame);

// The same for a step behind the pages ("": none): that step, and where several have ended a reading, all checks.
[[nodiscard]] bool leave_out_step(Omissions& omissions, const std::string& step, Blame blame);

}  // namespace prongsai::workers
