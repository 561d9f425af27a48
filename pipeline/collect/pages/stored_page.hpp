// A page that was kept, as lines of text for the review's pages: nothing of it can run or fetch anything there.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::collect {

// JSON: {title, lines: [text…], marked: [index…], cut}. `marked`: lines with a link to `link` from the page at `url`.
// To be called in a locked-in process only: the bytes are untrusted.
[[nodiscard]] std::string stored_page(std::string_view bytes, std::string_view content_type, std::string_view url,
                                      std::string_view link);

}  // namespace prongsai::collect
