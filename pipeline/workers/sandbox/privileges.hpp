// Rights that a reading process has no use for. For this library only.
#pragma once

namespace prongsai::workers {

// For the calling process, for good: root becomes nobody (65534), no capability is kept, and none can come back. What
// the system does not allow is left; the signal at the parent's death stays as it was set.
void drop_privileges();

// The same for a process that stays who it is.
void drop_capabilities();

}  // namespace prongsai::workers
