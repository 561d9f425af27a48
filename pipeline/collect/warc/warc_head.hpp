// Heads of WARC records, and HTTP heads as they stand in them. For this library only.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::collect {

struct WarcHead {
  std::string type;  // warcinfo, response, request
  std::string id;    // <urn:uuid:…>
  std::string at;    // UTC, ISO 8601
  std::string url;
  std::string content_type;
  std::string address;     // number that was connected to
  std::string concurrent;  // id of the answer that a request belongs to
  std::string digest;      // of the body
};

[[nodiscard]] std::string warc_head(const WarcHead& head, long long block_bytes);

// The answer's head in HTTP/1.1 form, for a decoded body of that many bytes; ends with an empty line.
[[nodiscard]] std::string archived_headers(std::string_view headers, long long body_bytes);

// The request's head likewise.
[[nodiscard]] std::string archived_request(std::string_view request);

}  // namespace prongsai::collect
