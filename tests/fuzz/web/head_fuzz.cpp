// Any bytes as an answer's head, an address, and a robots.txt: an address that is taken can be taken again, and an
// archived head has no line that was not the server's own but its length.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "pipeline/collect/fetch/robots.hpp"
#include "pipeline/collect/fetch/web_address.hpp"
#include "pipeline/collect/pages/body_kind.hpp"
#include "pipeline/collect/pages/page_messages.hpp"
#include "pipeline/collect/warc/warc_head.hpp"

using namespace prongsai::collect;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string head = archived_headers(bytes, 5);
  require(head.starts_with("HTTP/1.1 ") && head.ends_with("Content-Length: 5\r\n\r\n"));
  require(head.find("\r\n\r\n") == head.size() - 4);
  (void)archived_request(bytes);
  if (const auto address = parse_address(bytes)) {
    const auto again = parse_address(address.value().url);
    require(again.ok() && again.value().url == address.value().url);
    require(!address_key(address.value()).empty() && !registered_domain(address.value().host).empty());
    (void)readable_address(address.value().url);
  }
  const Robots robots = Robots::parse(bytes, "prongsai");
  require(robots.allows("/robots.txt"));
  (void)robots.allows("/" + std::string(bytes.substr(0, 200)));
  (void)body_kind(bytes, bytes.substr(0, 40), "/a.pdf");
  try {
    (void)decode_page_answer(bytes);
  } catch (const std::exception&) {
    return 0;
  }
  return 0;
}
