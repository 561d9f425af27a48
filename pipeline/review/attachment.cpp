#include "pipeline/review/attachment.hpp"

#include <httplib.h>

#include <cctype>
#include <string_view>

namespace prongsai::review {

std::string disposition_of(const std::string& path) {
  std::string name;
  for (const unsigned char byte : path.substr(path.find_last_of('/') + 1)) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    if (byte < 0x80 && (std::isalnum(byte) != 0 || byte == '.' || byte == '-' || byte == '_')) {
      name += static_cast<char>(byte);
    } else {
      name += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
  }
  return "attachment; filename*=UTF-8''" + name;
}

void send_file(httplib::Response& response, const std::string& name, const std::string& type, std::string bytes) {
  response.set_header("Content-Disposition", disposition_of(name));
  response.set_content(std::move(bytes), type);
}

}  // namespace prongsai::review
