#include "pipeline/collect/fetch/web_address.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "pipeline/checks/url_text.hpp"
#include "pipeline/collect/fetch/curl_url.hpp"
#include "pipeline/collect/fetch/hosts.hpp"

namespace prongsai::collect {
namespace {

// Ports of other services, which browsers do not speak HTTP to either (the Fetch standard's "bad ports").
constexpr std::array kForeignPorts = {
    1,    7,    9,    11,   13,   15,   17,   19,   20,   21,   22,   23,   25,    37,   42,   43,   53,   69,
    77,   79,   87,   95,   101,  102,  103,  104,  109,  110,  111,  113,  115,   117,  119,  123,  135,  137,
    139,  143,  161,  179,  389,  427,  465,  512,  513,  514,  515,  526,  530,   531,  532,  540,  548,  554,
    556,  563,  587,  601,  636,  989,  990,  993,  995,  1719, 1720, 1723, 2049,  3306, 3659, 4045, 4190, 5060,
    5061, 5432, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211};

Failure malformed(const std::string& why) {
  return {"malformed_address", why};
}

std::string why_not(CURLUcode code) {
  switch (code) {
    case CURLUE_USER_NOT_ALLOWED:
      return "it holds a user name or password";
    case CURLUE_UNSUPPORTED_SCHEME:
      return "its scheme is neither http nor https";
    case CURLUE_BAD_PORT_NUMBER:
      return "its port is no port number";
    case CURLUE_NO_HOST:
    case CURLUE_BAD_HOSTNAME:
    case CURLUE_BAD_IPV6:
      return "it names no host";
    default:
      return "it is no web address";
  }
}

Result<WebAddress> taken_apart(CURLU* handle) {
  WebAddress address;
  address.scheme = url_part(handle, CURLUPART_SCHEME);
  if (address.scheme != "http" && address.scheme != "https") return malformed(why_not(CURLUE_UNSUPPORTED_SCHEME));
  const auto host = ascii_host(url_part(handle, CURLUPART_HOST));
  if (!host) return host.failure();
  address.host = host.value();
  curl_url_set(handle, CURLUPART_HOST, address.host.c_str(), 0);
  curl_url_set(handle, CURLUPART_FRAGMENT, nullptr, 0);
  address.port = std::atoi(url_part(handle, CURLUPART_PORT, CURLU_DEFAULT_PORT).c_str());
  if (address.port < 1 || std::find(kForeignPorts.begin(), kForeignPorts.end(), address.port) != kForeignPorts.end()) {
    return malformed("its port belongs to another service than the web");
  }
  address.path = url_part(handle, CURLUPART_PATH);
  address.query = url_part(handle, CURLUPART_QUERY);
  address.url = url_part(handle, CURLUPART_URL, CURLU_NO_DEFAULT_PORT);
  if (address.url.empty() || address.url.size() > checks::kLongestAddress) return malformed("it is too long");
  return address;
}

}  // namespace

std::string WebAddress::origin() const {
  return scheme + "://" + host + ":" + std::to_string(port);
}

std::string WebAddress::path_query() const {
  return query.empty() ? path : path + "?" + query;
}

Result<WebAddress> parse_address(std::string_view text) {
  const auto written = checks::absolute_text(text);
  if (!written) return written.failure();
  const UrlHandle handle = make_url_handle();
  const CURLUcode code = curl_url_set(handle.get(), CURLUPART_URL, written.value().text.c_str(), CURLU_DISALLOW_USER);
  if (code != CURLUE_OK) return malformed(why_not(code));
  auto address = taken_apart(handle.get());
  if (!address) return address;
  WebAddress found = address.value();
  found.scheme_given = written.value().scheme_given;
  return found;
}

Result<WebAddress> resolve_address(const WebAddress& base, std::string_view link) {
  const auto written = checks::link_text(link);
  if (!written) return written.failure();
  if (written.value().empty()) return base;
  const UrlHandle handle = make_url_handle();
  curl_url_set(handle.get(), CURLUPART_URL, base.url.c_str(), 0);
  const CURLUcode code = curl_url_set(handle.get(), CURLUPART_URL, written.value().c_str(), CURLU_DISALLOW_USER);
  return code == CURLUE_OK ? taken_apart(handle.get()) : malformed(why_not(code));
}

}  // namespace prongsai::collect
