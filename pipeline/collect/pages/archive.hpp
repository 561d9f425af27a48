// ZIP files that offices publish, opened within bounds. To be called in a locked-in process only: the bytes are a
// untrusted.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/collect/pages/page.hpp"

namespace prongsai::collect {

inline constexpr std::size_t kMostEntries = 200;                          // files that are looked at
inline constexpr std::size_t kMostArchiveBytes = std::size_t{64} << 20U;  // of all PDF files in it together

// Its PDF files in their order; one that is left out is named with the reason. Names are UTF-8 (from UTF-8 or TIS-620).
// What is no archive gives nothing.
[[nodiscard]] std::vector<ArchiveEntry> read_archive(std::string_view bytes,
                                                     std::size_t most_bytes = kMostArchiveBytes);

}  // namespace prongsai::collect
