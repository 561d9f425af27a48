// What Tesseract says while it reads, noted with the page (pdf/library_reports.hpp): that a line is too small, that
// nothing is on it. It speaks of pictures that were cut out for it, so that what it says tells of no damage.
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace prongsai::source {

// Tesseract prints to the C library's standard error. As long as a Turn lives, that leads here, line by line; what the
// process itself says meanwhile does, too.
class Sayings {
 public:
  Sayings();
  ~Sayings();
  Sayings(const Sayings&) = delete;
  Sayings& operator=(const Sayings&) = delete;

  class Turn {
   public:
    explicit Turn(Sayings& sayings);
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    Sayings& sayings_;
    std::FILE* before_;
  };

  // For the stream's own use.
  void take(std::string_view printed);

 private:
  void end_line();

  std::string line_;
  std::FILE* stream_;  // null where the system gave none: then all is printed as ever
};

}  // namespace prongsai::source
