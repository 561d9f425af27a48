#include <algorithm>
#include <array>
#include <string>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/checks/url_text.hpp"
#include "pipeline/collect/fetch/hosts.hpp"
#include "pipeline/collect/fetch/web_address.hpp"
#include "pipeline/stages/files/path_text.hpp"

namespace prongsai::collect {
namespace {

// Parameters that count visitors and change nothing on the page.
constexpr std::array<std::string_view, 5> kCounting = {"utm_", "fbclid", "gclid", "mibextid", "_ga"};
constexpr std::array<std::string_view, 8> kIndexPages = {"index.php",    "index.html",   "index.htm",  "index.asp",
                                                         "default.aspx", "default.html", "index.aspx", "home.html"};

// Percent signs decoded (twice, for site builders that encode twice); bytes that are not UTF-8 read as TIS-620.
std::string letters_of(std::string_view text) {
  std::string bytes = checks::percent_bytes(text);
  if (bytes.find('%') != std::string::npos) bytes = checks::percent_bytes(bytes);
  return text::is_valid_utf8(bytes) ? bytes : stages::decode_thai_bytes(bytes);
}

bool only_counts(std::string_view parameter) {
  return std::any_of(kCounting.begin(), kCounting.end(),
                     [&](std::string_view name) { return parameter.starts_with(name); });
}

std::string counted_query(std::string_view query) {
  std::string out;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    if (!parameter.empty() && !only_counts(parameter)) out += (out.empty() ? "?" : "&") + letters_of(parameter);
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return out;
}

std::string plain_path(const std::string& path) {
  std::string out = letters_of(path);
  for (const std::string_view page : kIndexPages) {
    if (out.ends_with(page) && out.size() > page.size() && out[out.size() - page.size() - 1] == '/')
      out.resize(out.size() - page.size());
  }
  while (!out.empty() && out.back() == '/') out.pop_back();
  return out;
}

}  // namespace

std::string address_key(const WebAddress& address) {
  const std::string_view host = address.host;
  std::string key(host.starts_with("www.") ? host.substr(4) : host);
  if (address.port != 80 && address.port != 443) key += ":" + std::to_string(address.port);
  return key + plain_path(address.path) + counted_query(address.query);
}

std::string readable_address(std::string_view url) {
  const auto address = parse_address(url);
  if (!address) return std::string(url);
  const WebAddress& found = address.value();
  const bool usual = found.port == (found.scheme == "https" ? 443 : 80);
  return found.scheme + "://" + unicode_host(found.host) + (usual ? "" : ":" + std::to_string(found.port)) +
         letters_of(found.path) + (found.query.empty() ? "" : "?" + letters_of(found.query));
}

}  // namespace prongsai::collect
