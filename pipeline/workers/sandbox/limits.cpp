#include "pipeline/workers/sandbox/limits.hpp"

#include <sys/resource.h>

#include <algorithm>

namespace prongsai::workers {
namespace {

constexpr rlim_t kMebibyte = rlim_t{1} << 20U;
constexpr rlim_t kLogBytes = kMebibyte;  // a worker writes nothing but its log
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

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

}  // namespace

void apply_limits(const WorkerLimits& limits, long long file_bytes) {
  const auto held = 2 * static_cast<rlim_t>(file_bytes);
  if (kLimitMemory) lower(RLIMIT_AS, static_cast<rlim_t>(limits.memory_mib) * kMebibyte + held);
  lower(RLIMIT_FSIZE, kLogBytes);
  lower(RLIMIT_NOFILE, kOpenFiles);
  // Processor time is also bounded page by page; one thread cannot use more of it than there is wall time.
  lower(RLIMIT_CPU, static_cast<rlim_t>(limits.document_seconds) + 60);
  for (const auto none : {RLIMIT_CORE, RLIMIT_NPROC, RLIMIT_MEMLOCK, RLIMIT_MSGQUEUE}) lower(none, 0);
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

double processor_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
}

long long peak_memory_kib() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss;
}

}  // namespace prongsai::workers
