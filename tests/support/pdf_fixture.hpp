// PDF pages drawn with cairo and Pango, as a word processor would write them.
#pragma once

#include <cairo.h>

#include <filesystem>
#include <functional>
#include <string>

#include "models/geometry.hpp"

namespace prongsai::testing {

// A file name of its own for this test process, in the temporary folder.
[[nodiscard]] std::filesystem::path temporary_file(const std::string& name);
void write_file(const std::filesystem::path& path, const std::string& bytes);
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

// Coordinates are points from the page's top left.
class PdfFixture {
 public:
  explicit PdfFixture(const std::string& name, double width = 595, double height = 842);
  ~PdfFixture();
  PdfFixture(const PdfFixture&) = delete;
  PdfFixture& operator=(const PdfFixture&) = delete;

  // `y` is the baseline. Thai fonts of Debian: Laksaman, Norasi, Garuda.
  PdfFixture& text(double x, double y, const std::string& utf8, double size = 16, const char* family = "Laksaman");
  // Turned clockwise about its start.
  PdfFixture& turned_text(double x, double y, double degrees, const std::string& utf8, double size = 16);
  PdfFixture& line(Point from, Point to, double width = 0.75, double grey = 0);
  PdfFixture& fill(const Box& box, double grey);
  // Lines of a table: its outer frame and all inner borders.
  PdfFixture& grid(const Box& box, int rows, int columns, double width = 0.75);
  // A grey picture of wide × high pixels, painted by `paint` in a space of one unit a pixel on white paper.
  PdfFixture& picture(const Box& box, int wide, int high, const std::function<void(cairo_t*)>& paint);
  PdfFixture& link(const Box& box, const std::string& url);
  PdfFixture& next_page();

  // Finishes the file.
  [[nodiscard]] std::filesystem::path path();

 private:
  std::filesystem::path path_;
  cairo_surface_t* surface_;
  cairo_t* cairo_;
};

// Text on any cairo context, for pictures that hold writing.
void show_text(cairo_t* cairo, double x, double y, const std::string& utf8, double size, const char* family);

}  // namespace prongsai::testing
