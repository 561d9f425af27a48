// Why a transfer failed, in words of this program: libcurl's own differ by version, and have no Thai beside them.
#pragma once

#include <curl/curl.h>

#include <string>

namespace prongsai::collect {

[[nodiscard]] bool is_certificate_error(CURLcode code);

// English; each has its Thai in data/messages/causes.yaml.
[[nodiscard]] std::string what_failed(CURLcode code);

}  // namespace prongsai::collect
