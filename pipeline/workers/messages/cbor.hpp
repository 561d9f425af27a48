// CBOR from a process that is not trusted.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace prongsai::workers {

[[nodiscard]] std::string to_cbor(const nlohmann::json& message);

// Throws nlohmann::json::exception for what is no CBOR, and std::runtime_error for lists within lists deeper, or
// values more, than any message of ours: the library's parser calls itself for each level and would run out of stack,
// and a value of one byte takes many times that in memory.
[[nodiscard]] nlohmann::json from_cbor(std::string_view bytes);

}  // namespace prongsai::workers
