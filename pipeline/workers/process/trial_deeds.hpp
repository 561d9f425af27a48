// What a reading process must not be able to do: tried by the sandbox's trial.
#pragma once

#include <sys/types.h>

#include <span>
#include <string_view>

namespace prongsai::workers {

struct TrialDeed {
  std::string_view name;
  bool (*works)(pid_t other);  // `other`: a process of the same user, outside
};

[[nodiscard]] std::span<const TrialDeed> trial_deeds();

}  // namespace prongsai::workers
