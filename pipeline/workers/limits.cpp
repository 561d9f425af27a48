#include "pipeline/workers/limits.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace prongsai::workers {
namespace {

constexpr rlim_t kMebibyte = rlim_t{1} << 20U;
constexpr rlim_t kLogBytes = 16 * kMebibyte;  // a worker writes nothing but its log
constexpr rlim_t kOpenFiles = 128;

// The address sanitizer reserves terabytes of address space; under it that limit cannot be set.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kLimitMemory = false;
#else
constexpr bool kLimitMemory = true;
#endif

template <typename Resource>
void lower(Resource resource, rlim_t value) {
  rlimit current{};
  getrlimit(resource, &current);
  const rlim_t bounded = current.rlim_max == RLIM_INFINITY ? value : std::min(value, current.rlim_max);
  const rlimit wanted{bounded, bounded};
  setrlimit(resource, &wanted);
}

}  // namespace

void apply_limits(const WorkerLimits& limits) {
  if (kLimitMemory) lower(RLIMIT_AS, static_cast<rlim_t>(limits.memory_mib) * kMebibyte);
  lower(RLIMIT_FSIZE, kLogBytes);
  lower(RLIMIT_NOFILE, kOpenFiles);
  lower(RLIMIT_CORE, 0);
}

void renew_processor_time(int seconds) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  rlimit current{};
  getrlimit(RLIMIT_CPU, &current);
  // Whole seconds, rounded up; only the soft limit moves, so that it can be renewed.
  const rlim_t until =
      static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 + static_cast<rlim_t>(seconds);
  current.rlim_cur = current.rlim_max == RLIM_INFINITY ? until : std::min(until, current.rlim_max);
  setrlimit(RLIMIT_CPU, &current);
}

MemoryUse memory_use() {
  MemoryUse use;
  long long pages_total = 0;
  long long pages_resident = 0;
  std::ifstream("/proc/self/statm") >> pages_total >> pages_resident;
  use.now_kib = pages_resident * sysconf(_SC_PAGESIZE) / 1024;
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  use.peak_kib = used.ru_maxrss;
  return use;
}

}  // namespace prongsai::workers
