// Which part of a report the next reading does without, after readings that ended at a page.
#pragma once

#include "models/omissions.hpp"

namespace prongsai::workers {

// Leaves out more of the page at which another reading has ended: first its picture, then the page; of a report with
// several such pages the pictures of all that follow, in the end all that follows. False where nothing would be left.
[[nodiscard]] bool leave_out(Omissions& omissions, int page_no);

}  // namespace prongsai::workers
