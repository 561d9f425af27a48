// The C library's heap, as reading documents uses it.
#pragma once

#include <array>

namespace prongsai::workers {

// The environment of a program that will copy itself: addresses of library functions are looked up when it starts, not
// by each copy anew; memory comes in large pages where the system has them, of which there are few to be copied.
inline constexpr std::array kCopyHabits = {"LD_BIND_NOW=1", "GLIBC_TUNABLES=glibc.malloc.hugetlb=1"};

// Freed memory is kept for the next request instead of going back to the system: a page's pictures and lists come and
// go by the megabyte, and each time the system would hand out fresh pages one fault after the other. At most `most_mib`
// MiB lie idle. For the calling process and its copies.
void keep_freed_memory(int most_mib);

// What is free now, down to the smallest gap, is never given out again, so that copies of the calling process write to
// memory of their own: in a page that they share with it, each first touch would cost a fault and a copy of the page.
void leave_fresh_memory_to_copies();

}  // namespace prongsai::workers
