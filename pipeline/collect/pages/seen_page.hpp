// What was seen of a page that leads to an item, or stands at its address: the lines around the link, kept as proof.
#pragma once

#include <string>
#include <vector>

#include "extractors/source/image/text_painter.hpp"
#include "models/fetch.hpp"
#include "pipeline/collect/pages/page.hpp"

namespace prongsai::collect {

struct SeenPage {
  std::string url;  // "" where no page was seen
  std::string at;   // UTC, ISO 8601
  std::string sha256;
  std::string content_type;
  std::string title;
  std::vector<std::string> lines;
  int marked = -1;       // of `lines`: the one with the link; -1 for none
  std::string link_url;  // where the link leads; "" for none
};

// `link`: of the page; null for none, then the page's first lines are kept.
[[nodiscard]] SeenPage see_page(const Fetch& fetch, const Page& page, const PageLink* link,
                                const std::string& link_url);

// The line with the link, marked by ▸, and its neighbours; "" where there is no link.
[[nodiscard]] std::string lines_around_link(const SeenPage& seen);

// The same as it is drawn: address, time in Bangkok and hash of the page, its title, its lines, where the link leads.
[[nodiscard]] std::vector<source::PaintedLine> painted(const SeenPage& seen);

}  // namespace prongsai::collect
