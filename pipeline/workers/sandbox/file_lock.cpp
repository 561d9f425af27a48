#include "pipeline/workers/sandbox/file_lock.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace prongsai::workers {
namespace {

// The kernel's structure as of version 6; an older kernel is given as much of it as it knows.
struct Attributes {
  std::uint64_t files = 0;
  std::uint64_t network = 0;  // version 4
  std::uint64_t scope = 0;    // version 6
};

constexpr int kNetworkSince = 4;
constexpr int kScopeSince = 6;
constexpr std::uint64_t kBothWays = 3;  // network: bind and connect; scope: abstract sockets and signals

// How many rights over files each version knows: bits from the lowest.
std::uint64_t all_file_rights(int version) {
  constexpr std::array kKnown = {13, 14, 15, 15, 16};
  const auto index = static_cast<std::size_t>(std::clamp<int>(version, 1, kKnown.size()) - 1);
  return (std::uint64_t{1} << static_cast<unsigned>(kKnown.at(index))) - 1;
}

std::size_t size_known(int version) {
  if (version >= kScopeSince) return sizeof(Attributes);
  return version >= kNetworkSince ? 2 * sizeof(std::uint64_t) : sizeof(std::uint64_t);
}

int create_ruleset(int version) {
  Attributes attributes{all_file_rights(version), version >= kNetworkSince ? kBothWays : 0,
                        version >= kScopeSince ? kBothWays : 0};
  return static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, size_known(version), 0));
}

void allow_reading(int rules, const std::filesystem::path& path) {
  const Descriptor opened(open(path.c_str(), O_PATH | O_CLOEXEC));
  struct stat about {};
  if (opened.fd() < 0 || fstat(opened.fd(), &about) != 0) return;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
  if (S_ISDIR(about.st_mode)) rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
  rule.parent_fd = opened.fd();
  syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

}  // namespace

FileLock::FileLock(const std::vector<std::filesystem::path>& readable) {
  const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version > 0) rules_ = Descriptor(create_ruleset(version_ = static_cast<int>(version)));
  if (rules_.fd() < 0) {
    why_not_ = errno == EOPNOTSUPP ? "it is switched off" : std::strerror(errno);
    return;
  }
  rules_ = out_of_the_way(std::move(rules_));
  for (const auto& path : readable) allow_reading(rules_.fd(), path);
}

void FileLock::enter() const {
  if (syscall(SYS_landlock_restrict_self, rules_.fd(), 0) != 0) {
    throw std::runtime_error(std::string("Landlock fails: ") + std::strerror(errno));
  }
}

}  // namespace prongsai::workers
