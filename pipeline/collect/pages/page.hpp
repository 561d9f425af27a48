// What is kept of a page of a web site, once it was parsed.
#pragma once

#include <string>
#include <vector>

namespace prongsai::collect {

struct PageLink {
  std::string href;    // as the page has it
  std::string words;   // its text, a picture's description or its title; "" where it has none
  int line = 0;        // of Page::lines that it stands in, from 0
  bool shown = false;  // not a link to go to: a frame, a viewer, a file shown on the page itself
};

struct Page {
  std::string title;
  std::string heading;  // the first of the highest level
  std::vector<std::string> breadcrumb;  // "หน้าแรก", "กลุ่มอำนวยการ", …: where the page says that it stands
  std::vector<std::string> lines;  // its text, for people to see what stood there
  std::vector<PageLink> links;
  std::string base;     // <base href>, "" for none
  std::string refresh;  // address that the page leads to by itself
  bool asks_password = false;
  int scripts = 0;
  bool cut = false;  // longer than the bounds of html_page.hpp: links or lines are missing
};

// A file out of an archive.
struct ArchiveEntry {
  std::string name;      // UTF-8
  std::string bytes;     // "" where it was left out
  std::string left_out;  // why, English; "" where it was not
};

}  // namespace prongsai::collect
