// Letters that were sent to offices. What was sent stays as it was; a letter that did not go after all is taken back by
// undoing (review_undo.hpp), and kept.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/review/review_targets.hpp"

namespace prongsai::store {

class Store;

struct SentLetter {
  std::optional<std::string> agency;
  std::optional<int> fiscal_year;
  std::string number;                   // of the sender's own register; may be ""
  std::string sent_on;                  // YYYY-MM-DD
  std::string text;                     // JSON, as it was shown
  std::vector<std::string> of_reports;  // sha256 of each, the first leads
};

// Keeps it, with a line in the log. Returns its key. Throws NoSuchTarget for no report or a date that is none.
std::string keep_sent_letter(Store& store, const SentLetter& letter, const std::string& who);

// Many at one stroke, in the log under one number. Returns their keys.
std::vector<std::string> keep_sent_letters(Store& store, const std::vector<SentLetter>& letters,
                                           const std::string& who);

// For this folder: the value that the log has of a letter (null when it is taken back), and setting it.
[[nodiscard]] nlohmann::json read_letter(SQLite::Database& database, const Target& target);
void write_letter(SQLite::Database& database, const Target& target, const nlohmann::json& value,
                  const std::string& who);

}  // namespace prongsai::store
