// A document in reading order, line by line: what headings, labels and codes are looked for in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "models/document.hpp"

namespace prongsai::layouts {

// One line of a paragraph, or a whole table. Points into the document, which must outlive it.
struct FlowItem {
  Block::Kind kind = Block::Kind::paragraph;
  std::size_t index = 0;  // of the paragraph or the table in the document
  std::size_t line = 0;   // within the paragraph
  std::string_view text;  // of the line; "" for a table
  std::string_view raw_text;
  const Evidence* at = nullptr;    // of the line; null for a table
  const Doubts* doubts = nullptr;  // likewise

  [[nodiscard]] bool is_table() const { return kind == Block::Kind::table; }
};

using Flow = std::vector<FlowItem>;

[[nodiscard]] Flow flow_of(const Document& document);

// The page that an item stands on (a table's first page).
[[nodiscard]] int page_of(const FlowItem& item, const Document& document);

// The items' lines as one text, joined as lines of a paragraph are.
[[nodiscard]] std::string joined_text(const Flow& flow, std::size_t begin, std::size_t end);
// The doubts of that text.
[[nodiscard]] Doubts joined_doubts(const Flow& flow, std::size_t begin, std::size_t end);

}  // namespace prongsai::layouts
