// What the sandbox really holds on this machine, found out by trying.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace prongsai::workers {

// One protection by itself, or all together.
struct Trial {
  std::string name;
  std::string why_not;                   // why it is not offered here; "" where it is
  std::vector<std::string> refused;      // what would have worked without it
  std::vector<std::string> let_through;  // what it should have refused

  [[nodiscard]] bool holds() const { return why_not.empty() && let_through.empty(); }
};

// Whose processes are tried: the caller's own, or, where that is root, those of a user without rights (nobody).
enum class TrialUser { caller, nobody };

// Each protection alone, and at last all together: in processes of their own, for it cannot be undone.
[[nodiscard]] std::vector<Trial> try_sandbox(const std::vector<std::filesystem::path>& readable,
                                             TrialUser user = TrialUser::caller);

// In English, without the name.
[[nodiscard]] std::string in_words(const Trial& trial);

}  // namespace prongsai::workers
