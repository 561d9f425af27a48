// What a browser keeps as a file instead of showing it. For this library only.
#pragma once

#include <string>
#include <string_view>

namespace httplib {
struct Response;
}

namespace prongsai::review {

// The header that names it; of a path the last part (RFC 5987, so that Thai letters arrive and nothing ends the
// header).
[[nodiscard]] std::string disposition_of(const std::string& path);

// Words as a part of a file's name: without what is none on some system, 150 bytes at most.
[[nodiscard]] std::string part_of_file_name(std::string_view text);

void send_file(httplib::Response& response, const std::string& name, const std::string& type, std::string bytes);

}  // namespace prongsai::review
