// The address under which a web server in front (nginx, Caddy) shows the review app to others.
#pragma once

#include <string>

namespace prongsai::review {

struct BaseUrl {
  bool secure = false;  // https
  std::string host;     // without port and brackets, small letters; "" where none was given
  std::string path;     // "" or "/ita": what the server in front takes off before it passes a request on
};

// http[s]://HOST[:PORT][/PATH]; "" for none. Throws std::runtime_error that shows what is wanted.
[[nodiscard]] BaseUrl parsed_base_url(const std::string& url);

}  // namespace prongsai::review
