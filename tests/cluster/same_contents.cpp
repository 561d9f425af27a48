// same_contents A.db B.db: whether two databases say the same of the same documents, row for row, however they came
// about. Row numbers and times are left aside. Ends with 1 and the first rows that differ.
#include <cstdio>
#include <exception>
#include <iostream>
#include <sstream>
#include <string>

#include "tests/faults/contents.hpp"

namespace {

int compare(const std::string& left, const std::string& right) {
  std::istringstream a(left);
  std::istringstream b(right);
  std::string line_a;
  std::string line_b;
  long long rows = 0;
  for (;; ++rows) {
    const bool more_a = static_cast<bool>(std::getline(a, line_a));
    const bool more_b = static_cast<bool>(std::getline(b, line_b));
    if (!more_a && !more_b) break;
    if (more_a == more_b && line_a == line_b) continue;
    std::cerr << "they differ after " << rows << " rows\n< " << (more_a ? line_a : "(end)") << "\n> "
              << (more_b ? line_b : "(end)") << '\n';
    return 1;
  }
  std::cerr << "the same, " << rows << " rows\n";
  return rows > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: same_contents A.db B.db\n");
    return 2;
  }
  try {
    return compare(prongsai::tests::contents_of(argv[1]), prongsai::tests::contents_of(argv[2]));
  } catch (const std::exception& error) {
    std::cerr << "same_contents: " << error.what() << '\n';
    return 5;
  }
}
