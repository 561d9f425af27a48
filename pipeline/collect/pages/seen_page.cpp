#include "pipeline/collect/pages/seen_page.hpp"

#include <algorithm>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/checks/publication_facts.hpp"
#include "pipeline/collect/fetch/web_address.hpp"
#include "pipeline/collect/pages/html_page.hpp"

namespace prongsai::collect {
namespace {

constexpr int kAround = 12;  // lines before the link, and after it
constexpr int kFirst = 2 * kAround + 1;

using Look = source::PaintedLine::Look;

source::PaintedLine address_line(const std::string& before, const std::string& url) {
  return {before + std::string(text::cut(readable_address(url), kLongestWords)), Look::faint};
}

}  // namespace

SeenPage see_page(const Fetch& fetch, const Page& page, const PageLink* link, const std::string& link_url) {
  SeenPage seen{fetch.url, fetch.at, fetch.sha256, fetch.content_type, page.title};
  const int count = static_cast<int>(page.lines.size());
  const int line = link == nullptr ? 0 : std::clamp(link->line, 0, std::max(0, count - 1));
  const int begin = std::max(0, line - kAround);
  const int end = std::min(count, link == nullptr ? kFirst : line + kAround + 1);
  seen.lines.assign(page.lines.begin() + begin, page.lines.begin() + end);
  if (link == nullptr) return seen;
  seen.link_url = link_url;
  if (!seen.lines.empty()) seen.marked = line - begin;
  return seen;
}

std::string lines_around_link(const SeenPage& seen) {
  std::string lines;
  if (seen.marked < 0) return lines;
  for (int i = std::max(0, seen.marked - 1); i <= seen.marked + 1; ++i) {
    if (static_cast<std::size_t>(i) >= seen.lines.size()) break;
    lines += (i == seen.marked ? "▸ " : "  ") + seen.lines[static_cast<std::size_t>(i)] + "\n";
  }
  return lines;
}

std::vector<source::PaintedLine> painted(const SeenPage& seen) {
  std::vector<source::PaintedLine> lines;
  lines.push_back(address_line("", seen.url));
  lines.push_back({checks::bangkok_time(seen.at) + " · sha256 " + seen.sha256, Look::faint});
  if (!seen.title.empty()) lines.push_back({seen.title});
  lines.emplace_back();
  for (std::size_t i = 0; i < seen.lines.size(); ++i) {
    const bool marked = static_cast<int>(i) == seen.marked;
    lines.push_back({seen.lines[i], marked ? Look::marked : Look::plain});
    if (marked) lines.push_back(address_line("» ", seen.link_url));
  }
  return lines;
}

}  // namespace prongsai::collect
