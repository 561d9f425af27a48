#include "pipeline/collect/pages/stored_page.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "pipeline/collect/pages/base_address.hpp"
#include "pipeline/collect/pages/html_page.hpp"

namespace prongsai::collect {
namespace {

std::set<int> lines_with_link(const Page& page, std::string_view url, std::string_view link) {
  std::set<int> lines;
  const auto at = parse_address(url);
  const auto wanted = parse_address(link);
  if (!at || !wanted) return lines;
  const WebAddress base = base_of(page, at.value());
  const std::string key = address_key(wanted.value());
  for (const PageLink& one : page.links) {
    const auto address = resolve_address(base, one.href);
    if (address && address_key(address.value()) == key) lines.insert(one.line);
  }
  return lines;
}

}  // namespace

std::string stored_page(std::string_view bytes, std::string_view content_type, std::string_view url,
                        std::string_view link) {
  const Page page = read_html(bytes, content_type);
  const nlohmann::json shown = {{"title", page.title},
                                {"lines", page.lines},
                                {"marked", link.empty() ? std::set<int>() : lines_with_link(page, url, link)},
                                {"cut", page.cut}};
  return shown.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace prongsai::collect
