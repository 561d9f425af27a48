#include "tests/support/pdf_fixture.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <cmath>
#include <fstream>
#include <iterator>

#include "tests/support/temp_folder.hpp"

// Fontconfig keeps what it read of the system's fonts until the process ends.
#if defined(__SANITIZE_ADDRESS__)
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig";
}
#endif

namespace prongsai::testing {

std::filesystem::path temporary_file(const std::string& name) {
  static const samples::TempFolder kFolder;
  return kFolder.path() / name;
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void show_text(cairo_t* cairo, double x, double y, const std::string& utf8, double size, const char* family) {
  PangoLayout* layout = pango_cairo_create_layout(cairo);
  PangoFontDescription* font = pango_font_description_from_string(family);
  pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_text(layout, utf8.c_str(), -1);
  cairo_move_to(cairo, x, y - static_cast<double>(pango_layout_get_baseline(layout)) / PANGO_SCALE);
  pango_cairo_show_layout(cairo, layout);
  pango_font_description_free(font);
  g_object_unref(layout);
}

PdfFixture::PdfFixture(const std::string& name, double width, double height)
    : path_(temporary_file(name)),
      surface_(cairo_pdf_surface_create(path_.c_str(), width, height)),
      cairo_(cairo_create(surface_)) {}

PdfFixture::~PdfFixture() {
  cairo_destroy(cairo_);
  cairo_surface_destroy(surface_);
}

PdfFixture& PdfFixture::text(double x, double y, const std::string& utf8, double size, const char* family) {
  show_text(cairo_, x, y, utf8, size, family);
  return *this;
}

PdfFixture& PdfFixture::turned_text(double x, double y, double degrees, const std::string& utf8, double size) {
  cairo_save(cairo_);
  cairo_translate(cairo_, x, y);
  cairo_rotate(cairo_, degrees * M_PI / 180);
  show_text(cairo_, 0, 0, utf8, size, "Laksaman");
  cairo_restore(cairo_);
  return *this;
}

PdfFixture& PdfFixture::line(Point from, Point to, double width, double grey) {
  cairo_set_source_rgb(cairo_, grey, grey, grey);
  cairo_set_line_width(cairo_, width);
  cairo_move_to(cairo_, from.x, from.y);
  cairo_line_to(cairo_, to.x, to.y);
  cairo_stroke(cairo_);
  cairo_set_source_rgb(cairo_, 0, 0, 0);
  return *this;
}

PdfFixture& PdfFixture::fill(const Box& box, double grey) {
  cairo_set_source_rgb(cairo_, grey, grey, grey);
  cairo_rectangle(cairo_, box.x0, box.y0, box.width(), box.height());
  cairo_fill(cairo_);
  cairo_set_source_rgb(cairo_, 0, 0, 0);
  return *this;
}

PdfFixture& PdfFixture::grid(const Box& box, int rows, int columns, double width) {
  for (int row = 0; row <= rows; ++row) {
    const double y = box.y0 + box.height() * row / rows;
    line({box.x0, y}, {box.x1, y}, width);
  }
  for (int column = 0; column <= columns; ++column) {
    const double x = box.x0 + box.width() * column / columns;
    line({x, box.y0}, {x, box.y1}, width);
  }
  return *this;
}

PdfFixture& PdfFixture::picture(const Box& box, int wide, int high, const std::function<void(cairo_t*)>& paint) {
  cairo_surface_t* image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, wide, high);
  cairo_t* on_image = cairo_create(image);
  cairo_set_source_rgb(on_image, 1, 1, 1);
  cairo_paint(on_image);
  cairo_set_source_rgb(on_image, 0, 0, 0);
  paint(on_image);
  cairo_destroy(on_image);
  cairo_save(cairo_);
  cairo_translate(cairo_, box.x0, box.y0);
  cairo_scale(cairo_, box.width() / wide, box.height() / high);
  cairo_set_source_surface(cairo_, image, 0, 0);
  cairo_paint(cairo_);
  cairo_restore(cairo_);
  cairo_surface_destroy(image);
  return *this;
}

PdfFixture& PdfFixture::link(const Box& box, const std::string& url) {
  const std::string attributes = "uri='" + url + "' rect=[" + std::to_string(box.x0) + " " + std::to_string(box.y0) +
                                 " " + std::to_string(box.width()) + " " + std::to_string(box.height()) + "]";
  cairo_tag_begin(cairo_, CAIRO_TAG_LINK, attributes.c_str());
  cairo_tag_end(cairo_, CAIRO_TAG_LINK);
  return *this;
}

PdfFixture& PdfFixture::next_page() {
  cairo_show_page(cairo_);
  return *this;
}

std::filesystem::path PdfFixture::path() {
  cairo_surface_finish(surface_);
  return path_;
}

}  // namespace prongsai::testing
