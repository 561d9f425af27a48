// Lines of text drawn as a picture, with a face of this machine that has Thai letters: for showing what was read where
// there is nothing to be photographed.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extractors/source/image/raster.hpp"

namespace prongsai::source {

struct PaintedLine {
  enum class Look { plain, faint, marked };  // marked: on grey, with a bar before it
  std::string text;                          // UTF-8; one line
  Look look = Look::plain;
};

class TextPainter {
 public:
  static constexpr int kWide = 900;      // pixels
  static constexpr int kMostRows = 60;   // of a picture; what comes after them is left out
  static constexpr int kRowHeight = 26;  // pixels

  // Finds a face and loads it into memory: no file is opened later. Without one ready() is false.
  TextPainter();
  ~TextPainter();
  TextPainter(const TextPainter&) = delete;
  TextPainter& operator=(const TextPainter&) = delete;

  [[nodiscard]] bool ready() const;

  // 8 bits a pixel. A line that is too wide goes on in the next row. Empty when there is no face, or no memory.
  [[nodiscard]] Raster paint(const std::vector<PaintedLine>& lines) const;

 private:
  struct Face;
  std::unique_ptr<Face> face_;
};

}  // namespace prongsai::source
