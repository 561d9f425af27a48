// Why a server may not listen, and what to do. For this library only.
#pragma once

#include <string>

namespace prongsai::review {

// Tries what has just failed once more, by itself. One English clause.
[[nodiscard]] std::string listen_refusal(const std::string& address, int port);

}  // namespace prongsai::review
