#include "pipeline/store/records/content_key.hpp"

#include <SQLiteCpp/Database.h>
#include <openssl/evp.h>
#include <sqlite3.h>

#include <array>
#include <stdexcept>

#include "pipeline/store/sqlite/marks.hpp"

namespace prongsai::store {
namespace {

constexpr std::size_t kBytes = 16;

std::string_view text_of(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return text == nullptr ? std::string_view()
                         : std::string_view(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

void key_in_sql(sqlite3_context* context, int, sqlite3_value** values) {
  const std::string key = content_key(text_of(values[0]), text_of(values[1]), text_of(values[2]));
  if (key.empty()) {
    sqlite3_result_null(context);
  } else {
    sqlite3_result_text(context, key.data(), static_cast<int>(key.size()), SQLITE_TRANSIENT);
  }
}

}  // namespace

std::string content_key(std::string_view sha256, std::string_view kind, std::string_view anchor) {
  if (sha256.empty()) return "";
  std::string all;
  for (const std::string_view part : {sha256, kind, anchor}) all.append(part).push_back('\0');
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  if (EVP_Digest(all.data(), all.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 cannot be computed");
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string key;
  for (std::size_t i = 0; i < kBytes; ++i) {
    key += kDigits[digest[i] >> 4U];
    key += kDigits[digest[i] & 15U];
  }
  return key;
}

void add_content_key(SQLite::Database& database) {
  database.createFunction("content_key", 3, true, nullptr, key_in_sql, nullptr, nullptr, nullptr);
}

std::string identity_of(SQLite::Database& database) {
  return read_mark(database, "database");
}

}  // namespace prongsai::store
