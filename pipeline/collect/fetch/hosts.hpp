// Names of hosts. For this library only; registered_domain() is in web_address.hpp.
#pragma once

#include <string>
#include <string_view>

#include "models/result.hpp"

namespace prongsai::collect {

// Lower case, ASCII (IDNA 2008), without a final dot. A Failure for what is no host name.
[[nodiscard]] Result<std::string> ascii_host(std::string_view host);

// A number that is a host: IPv4, or IPv6 with or without brackets.
[[nodiscard]] bool is_ip_address(std::string_view host);

// xn-- turned into letters; as it is where that fails.
[[nodiscard]] std::string unicode_host(const std::string& host);

}  // namespace prongsai::collect
