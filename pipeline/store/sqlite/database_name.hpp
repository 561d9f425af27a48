// How SQLite is told which file to open. For this library only.
#pragma once

#include <filesystem>
#include <string>

namespace prongsai::store {

// For reading: the file, or, where no journal waits beside it and none may be made or read there, a URI that says so (a
// database in write-ahead mode otherwise wants to make its shared memory).
[[nodiscard]] std::string readable_name(const std::filesystem::path& file);
// The same as a URI in either case, for attaching it.
[[nodiscard]] std::string readable_uri(const std::filesystem::path& file);

// A URI with parameters: "mode=ro".
[[nodiscard]] std::string uri_of(const std::filesystem::path& file, const std::string& parameters);

}  // namespace prongsai::store
