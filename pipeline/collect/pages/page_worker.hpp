// The process that looks at pages: it opens nothing and is copied for each page; a copy can do nothing but compute and
// answer.
#pragma once

namespace prongsai::collect {

// Says that it is ready, and makes copies until the collector hangs up. `fd`: the socket to the collector. Returns the
// process's exit status.
int run_page_worker(int fd);

}  // namespace prongsai::collect
