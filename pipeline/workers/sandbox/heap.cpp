#include "pipeline/workers/sandbox/heap.hpp"

#include <malloc.h>

#include <cstddef>
#include <cstdlib>

namespace prongsai::workers {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 14U;  // lesser gaps between blocks in use are not worth a thought
constexpr int kMostPieces = 4096;

// The address sanitizer's heap is another one, which tells nothing of itself.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kLibraryHeap = false;
#else
constexpr bool kLibraryHeap = true;
#endif

// A block that is neither used nor given back; as it is never touched, it takes no memory. False where there is none.
bool take(std::size_t size) {
  void* volatile const block = std::malloc(size);  // volatile: a block that nobody uses would not be asked for
  return block != nullptr;
}

// What lies behind the last block in use.
void take_end() {
  const std::size_t end = mallinfo2().keepcost;
  if (end > kPiece) take(end - kPiece / 2);
}

}  // namespace

void keep_freed_memory() {
  constexpr int mebibyte = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, 32 * mebibyte);  // the most that the library takes
  mallopt(M_TRIM_THRESHOLD, 256 * mebibyte);
  mallopt(M_TOP_PAD, mebibyte);
}

void leave_fresh_memory_to_copies() {
  if (!kLibraryHeap) return;
  malloc_trim(0);  // the pages go back; the addresses stay
  take_end();
  const std::size_t size = mallinfo2().arena;
  for (int pieces = 0; mallinfo2().arena == size && pieces < kMostPieces && take(kPiece); ++pieces) continue;
  take_end();
}

}  // namespace prongsai::workers
