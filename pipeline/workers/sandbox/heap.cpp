#include "pipeline/workers/sandbox/heap.hpp"

#include <malloc.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace prongsai::workers {
namespace {

constexpr std::size_t kLargestPiece = std::size_t{1} << 14U;
constexpr std::size_t kLargestKept = 1032;  // blocks up to here the library keeps by size when they are freed,
constexpr std::size_t kSizeStep = 16;       // in lists that are so far apart
constexpr std::size_t kSmallestPiece = 24;
constexpr int kMostPieces = 1 << 20;

// The address sanitizer's heap is another one, which tells nothing of itself.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kLibraryHeap = false;
#else
constexpr bool kLibraryHeap = true;
#endif

// A block that is neither used nor given back; as it is never touched, it takes no memory. Its address, 0 where there
// is none.
std::uintptr_t take(std::size_t size) {
  void* volatile const block = std::malloc(size);  // volatile: a block that nobody uses would not be asked for
  return reinterpret_cast<std::uintptr_t>(block);
}

// What lies behind the last block in use.
void take_end() {
  const std::size_t end = mallinfo2().keepcost;
  if (end > kLargestPiece) take(end - kLargestPiece / 2);
}

// All that is free between blocks in use and holds `size` bytes; then the next comes from behind the last of them.
void take_gaps(std::size_t size) {
  const std::uintptr_t end = reinterpret_cast<std::uintptr_t>(sbrk(0)) - mallinfo2().keepcost;
  for (int pieces = 0; pieces < kMostPieces; ++pieces) {
    const std::uintptr_t block = take(size);
    if (block == 0 || block >= end) return;
  }
}

}  // namespace

void keep_freed_memory(int most_mib) {
  constexpr int kMebibyte = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, 32 * kMebibyte);  // the most that the library takes
  mallopt(M_TRIM_THRESHOLD, most_mib * kMebibyte);
  mallopt(M_TOP_PAD, kMebibyte);
}

void leave_fresh_memory_to_copies() {
  if (!kLibraryHeap) return;
  malloc_trim(0);  // the pages go back; the addresses stay
  for (std::size_t size = kLargestPiece; size > kLargestKept; size /= 2) take_gaps(size);
  for (std::size_t size = kLargestKept; size >= kSmallestPiece; size -= kSizeStep) take_gaps(size);
  take_end();
}

}  // namespace prongsai::workers
