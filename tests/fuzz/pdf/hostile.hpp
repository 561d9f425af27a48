// Small PDF files made to hurt a reader: each is one trap and little else.
#pragma once

#include <string>
#include <vector>

namespace prongsai::fuzz {

struct Hostile {
  std::string name;
  std::string bytes;
};

// Without cross-reference tables, which readers rebuild: so that a changed byte does not break every file in that way.
[[nodiscard]] std::vector<Hostile> hostile_files();

}  // namespace prongsai::fuzz
