// Search in all that was read: cells, paragraphs, time frames and limitations.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/queries/report_filter.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct TextHit {
  std::int64_t submission_id = 0;
  std::optional<std::int64_t> page_no;
  std::string text;  // of the cell, paragraph, time frame or limitation
};

struct TextHits {
  std::vector<TextHit> hits;  // by submission and page
  bool more = false;          // than were asked for; which ones are left out is not said
};

struct TextQuestion {
  std::vector<std::string> words;  // UTF-8, any length; blanks within are looked for as they are
  ReportFilter reports;            // in which ones
};

// Texts in which each of the words stands somewhere; only the letters A–Z count as a–z, and ๐–๙ as 0–9. Without words,
// or with an empty one, nothing.
[[nodiscard]] TextHits search_texts(RelationReader& reader, const TextQuestion& question, std::size_t most);

}  // namespace prongsai::store
