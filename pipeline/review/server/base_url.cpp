#include "pipeline/review/server/base_url.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace prongsai::review {

BaseUrl parsed_base_url(const std::string& url) {
  if (url.empty()) return {};
  static const RE2 kWanted(
      R"((https?)://(?:\[([0-9A-Fa-f:]+)\]|([A-Za-z0-9.-]+))(?::\d{1,5})?((?:/[A-Za-z0-9._~-]+)*)/?)");
  std::string scheme, address, host, path;  // a number in brackets is an IPv6 address
  if (!RE2::FullMatch(url, kWanted, &scheme, &address, &host, &path)) {
    throw std::runtime_error("--base-url " + url + " is not like https://ita.example.go.th/review");
  }
  BaseUrl base{scheme == "https", address.empty() ? host : address, path};
  std::transform(base.host.begin(), base.host.end(), base.host.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return base;
}

}  // namespace prongsai::review
