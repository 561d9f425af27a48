// What one worker process may use.
#pragma once

namespace prongsai::workers {

struct WorkerLimits {
  // Address space, beside the file itself. Real reports take some 230 MiB at most, scans among them; one of 5,000
  // pages, 700 MiB. A page that needs more is told as unread.
  long long memory_mib = 768;
  int step_seconds = 180;       // between two pages, wall time: on a busy machine much more than processor time
  int step_cpu_seconds = 60;    // between two pages, processor time; a scanned page takes a second or a few
  int document_seconds = 3600;  // a whole document, wall time
};

// Address space, processor time in all, file size, open files; no other process, no core dump: for the calling process,
// for good. `file_bytes`: the report's size; it is held in memory, with what is decoded of it.
void apply_limits(const WorkerLimits& limits, long long file_bytes);

// Allows the calling process `seconds` more of processor time; then the system ends it.
void renew_processor_time(int seconds);

// Processor time that the calling process has used so far.
[[nodiscard]] double processor_seconds();

// The calling process's largest resident memory so far.
[[nodiscard]] long long peak_memory_kib();

}  // namespace prongsai::workers
