// How SQLite is told which file to open. For this library only.
#pragma once

#include <filesystem>
#include <string>

namespace prongsai::store {

// For reading: the file, or, where nothing may be written beside it and no journal waits there, a URI that says so (a
// database in write-ahead mode otherwise wants to make its shared memory).
[[nodiscard]] std::string readable_name(const std::filesystem::path& file);

// A URI with parameters: "mode=ro".
[[nodiscard]] std::string uri_of(const std::filesystem::path& file, const std::string& parameters);

}  // namespace prongsai::store
