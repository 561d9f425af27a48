// What one worker process may use.
#pragma once

namespace prongsai::workers {

struct WorkerLimits {
  long long memory_mib = 3072;  // address space
  int step_seconds = 180;       // between two pages, wall time: on a busy machine much more than processor time
  int step_cpu_seconds = 60;    // between two pages, processor time; a scanned page takes a second or a few
  int document_seconds = 3600;  // a whole document, wall time
};

// Address space, file size, open files, no core dumps: for the calling process, for good.
void apply_limits(const WorkerLimits& limits);

// Allows the calling process `seconds` more of processor time; then the system ends it.
void renew_processor_time(int seconds);

// Resident memory of the calling process.
struct MemoryUse {
  long long now_kib = 0;
  long long peak_kib = 0;
};
[[nodiscard]] MemoryUse memory_use();

}  // namespace prongsai::workers
