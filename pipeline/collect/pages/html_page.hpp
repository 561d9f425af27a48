// HTML parsed as browsers do (gumbo, HTML5), and what is taken from it. To be called in a locked-in process only: the
// bytes are untrusted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/collect/pages/page.hpp"

namespace prongsai::collect {

inline constexpr std::size_t kMostLinks = 3000;
inline constexpr std::size_t kMostLines = 2000;
inline constexpr std::size_t kMostCrumbs = 12;     // steps of a breadcrumb
inline constexpr std::size_t kLongestLink = 8000;  // bytes of an address
inline constexpr std::size_t kLongestWords = 300;  // bytes of a link's words, a title, a line

// Never fails: whatever the bytes are, some page comes out. The encoding is told by byte order mark, `content_type`,
// the page's own meta element, and else by what the bytes can be: UTF-8 or TIS-620.
[[nodiscard]] Page read_html(std::string_view bytes, std::string_view content_type);

// The bytes as UTF-8, by the same rules.
[[nodiscard]] std::string decode_page(std::string_view bytes, std::string_view content_type);

// The addresses of a sitemap or of an index of sitemaps (sitemaps.org), at most `most`.
[[nodiscard]] std::vector<std::string> read_sitemap(std::string_view bytes, std::size_t most = kMostLinks);

}  // namespace prongsai::collect
