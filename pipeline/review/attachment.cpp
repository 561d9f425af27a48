#include "pipeline/review/attachment.hpp"

#include <httplib.h>

#include <cctype>
#include <string_view>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/review/html.hpp"

namespace prongsai::review {

namespace {

// Without signs that make a name look like another one: .exe like .pdf.
std::string shown_as_it_is(std::string_view name) {
  return text::cleaned(without_turns(name));
}

}  // namespace

std::string disposition_of(const std::string& path) {
  std::string name;
  for (const unsigned char byte : shown_as_it_is(path.substr(path.find_last_of('/') + 1))) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    if (byte < 0x80 && (std::isalnum(byte) != 0 || byte == '.' || byte == '-' || byte == '_')) {
      name += static_cast<char>(byte);
    } else {
      name += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
  }
  return "attachment; filename*=UTF-8''" + name;
}

std::string part_of_file_name(std::string_view text) {
  constexpr std::size_t kMost = 150;  // bytes: names end at 255 on most disks
  std::string part = shown_as_it_is(text::cut(text, kMost));
  for (char& c : part) {
    if (std::string_view("/\\:*?\"<>|\r\n\t").find(c) != std::string_view::npos) c = ' ';
  }
  return part;
}

void send_file(httplib::Response& response, const std::string& name, const std::string& type, std::string bytes) {
  response.set_header("Content-Disposition", disposition_of(name));
  response.set_content(std::move(bytes), type);
}

}  // namespace prongsai::review
