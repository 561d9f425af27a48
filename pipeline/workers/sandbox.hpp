// What a worker gives up before it opens a stranger's file: network, other processes, and every way to write to disk.
#pragma once

#include <string>

namespace prongsai::workers {

// For the calling process, for good (a seccomp filter). Files can be opened for reading only; what is open already
// stays usable. Calls that are forbidden fail with EPERM. Returns "" or, where the system does not offer it, an
// English sentence that says so.
[[nodiscard]] std::string enter_sandbox();

}  // namespace prongsai::workers
