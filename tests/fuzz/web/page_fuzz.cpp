// Any bytes as a page of a web site: what is taken from it is within its bounds, valid text, and comes back the same
// from the message in which it is sent; its links resolve to web addresses or to nothing.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/collect/fetch/web_address.hpp"
#include "pipeline/collect/pages/html_page.hpp"
#include "pipeline/collect/pages/page_messages.hpp"
#include "pipeline/collect/pages/seen_page.hpp"
#include "pipeline/collect/pages/stored_page.hpp"

using namespace prongsai::collect;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const WebAddress& address) {
  require(address.scheme == "http" || address.scheme == "https");
  require(!address.host.empty() && address.port > 0);
  for (const char c : address.url)
    require(static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F);
  const auto again = parse_address(address.url);
  require(again.ok() && again.value().url == address.url);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const WebAddress base = parse_address("https://www.office.example/ita/").value();
  PageAnswer answer;
  answer.page = read_html(bytes, size % 2 == 0 ? "text/html; charset=tis-620" : "");
  answer.addresses = read_sitemap(bytes);
  require(answer.page.links.size() <= kMostLinks && answer.page.lines.size() <= kMostLines);
  const PageAnswer back = decode_page_answer(encode(answer));
  require(back.page.links.size() == answer.page.links.size() && back.page.title == answer.page.title);
  (void)stored_page(bytes, "", base.url, base.url);
  for (const PageLink& link : back.page.links) {
    const SeenPage seen = see_page({}, back.page, &link, base.url);
    require(static_cast<std::size_t>(seen.marked + 1) <= seen.lines.size() && painted(seen).size() < 40);
    require(prongsai::text::is_valid_utf8(link.words));
    if (const auto address = resolve_address(base, link.href)) check(address.value());
  }
  return 0;
}
