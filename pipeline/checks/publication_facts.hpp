// What `collect` found at an item's address, as it goes with the submission: written into the list that `ingest` takes,
// kept in the database, read by the checks. One JSON object on one line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/publication.hpp"

namespace prongsai::checks {

[[nodiscard]] std::string publication_text(const Publication& facts);

// Nothing for what is no such text: lists are edited by hand.
[[nodiscard]] std::optional<Publication> parse_publication(std::string_view text);

// "หน้าแรก › ITA › O34": the words of the links that lead there.
[[nodiscard]] std::string clicks_in_words(const Publication& facts);

// UTC (2026-11-28T10:20:53Z) as "2026-11-28 17:20 +07:00", Bangkok time; as it is where it is no such time.
[[nodiscard]] std::string bangkok_time(const std::string& utc);

}  // namespace prongsai::checks
