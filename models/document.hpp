// A whole report, read: pages, and their paragraphs and tables in reading order.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/page.hpp"
#include "models/table.hpp"

namespace prongsai {

// One step of the reading order: an index into Document::paragraphs or Document::tables.
struct Block {
  enum class Kind { paragraph, table };
  Kind kind = Kind::paragraph;
  std::size_t index = 0;
};

// What a page says, in reading order.
struct PageText {
  std::string text;      // repaired: a line of prose is a line, a row of a table too, its cells apart by tabs
  std::string raw_text;  // as read, line by line
};

struct Document {
  std::vector<Page> pages;
  std::vector<PageText> page_texts;  // one a page
  std::vector<Paragraph> paragraphs;
  std::vector<Table> tables;
  std::vector<Block> order;  // reading order over all pages
  std::vector<Link> links;
  std::vector<Aside> asides;  // of the document as a whole; a page's own are in Page
  std::string pdf_producer;   // from the file's metadata; "" when not stated
};

}  // namespace prongsai
