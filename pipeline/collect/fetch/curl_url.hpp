// libcurl's URL handle. For this library only.
#pragma once

#include <curl/urlapi.h>

#include <memory>
#include <string>

namespace prongsai::collect {

using UrlHandle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

[[nodiscard]] inline UrlHandle make_url_handle() {
  return {curl_url(), curl_url_cleanup};
}

// "" where the address has no such part.
[[nodiscard]] inline std::string url_part(CURLU* handle, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(handle, part, &text, flags) != CURLUE_OK) return "";
  const std::unique_ptr<char, decltype(&curl_free)> hold(text, curl_free);
  return text;
}

}  // namespace prongsai::collect
