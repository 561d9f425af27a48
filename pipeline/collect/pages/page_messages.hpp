// What the collector and the process that looks at pages say to each other, as bytes (CBOR). An answer is distrusted,
// for a page may have taken its reader over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/source/image/text_painter.hpp"
#include "pipeline/collect/pages/page.hpp"

namespace prongsai::collect {

struct PageJob {
  enum class Kind { page, sitemap, archive, picture };
  Kind kind = Kind::page;
  std::string content_type;
  std::string bytes;
  std::vector<source::PaintedLine> lines = {};  // of a picture
};

struct PageAnswer {
  Page page;                           // of a page
  std::vector<std::string> addresses;  // of a sitemap
  std::vector<ArchiveEntry> entries;   // of an archive
  std::string picture;                 // PNG; "" for none
};

inline constexpr std::size_t kLargestPicture = std::size_t{1} << 20U;  // bytes

[[nodiscard]] std::string encode(const PageJob& job);
[[nodiscard]] std::string encode(const PageAnswer& answer);

// Both throw std::runtime_error (or a json::exception) for what is no such message; an answer's texts are valid UTF-8
// and within the bounds of html_page.hpp and archive.hpp.
[[nodiscard]] PageJob decode_page_job(std::string_view bytes);
[[nodiscard]] PageAnswer decode_page_answer(std::string_view bytes);

}  // namespace prongsai::collect
