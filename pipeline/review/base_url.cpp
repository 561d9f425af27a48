#include "pipeline/review/base_url.hpp"

#include <algorithm>
#include <cctype>
#include <regex>
#include <stdexcept>

namespace prongsai::review {

BaseUrl parsed_base_url(const std::string& url) {
  if (url.empty()) return {};
  static const std::regex wanted(
      R"((https?)://(?:\[([0-9A-Fa-f:]+)\]|([A-Za-z0-9.-]+))(?::\d{1,5})?((?:/[A-Za-z0-9._~-]+)*)/?)");
  std::smatch parts;
  if (!std::regex_match(url, parts, wanted)) {
    throw std::runtime_error("--base-url " + url + " is not like https://ita.example.go.th/review");
  }
  BaseUrl base{parts[1] == "https", parts[2].matched ? parts[2].str() : parts[3].str(), parts[4].str()};
  std::transform(base.host.begin(), base.host.end(), base.host.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return base;
}

}  // namespace prongsai::review
