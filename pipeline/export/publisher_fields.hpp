// The fields of a data package that are its publisher's to state.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>

namespace prongsai::exporting {

// A JSON object of `file`; an empty one for "". Throws std::runtime_error, naming file and field, for what the profile
// of Data Package, version 2, does not allow, and for `resources`, which the program tells.
[[nodiscard]] nlohmann::ordered_json publisher_fields(const std::filesystem::path& file);

}  // namespace prongsai::exporting
