// SQLite's errors as a person needs them. For this library only.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <utility>

namespace prongsai::store {

// Throws std::runtime_error with what an SQLite error means: the disk is full, the file is locked, … A row that the
// database's own rules refuse is RefusedRecord.
[[noreturn]] void throw_explained(const SQLite::Exception& error, const std::filesystem::path& file);

// Runs `work`; its SQLite errors come out explained.
template <typename Work>
auto guarded(const SQLite::Database& database, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const SQLite::Exception& error) {
    throw_explained(error, database.getFilename());
  }
}

}  // namespace prongsai::store
