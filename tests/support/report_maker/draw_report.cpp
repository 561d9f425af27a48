#include "tests/support/report_maker/draw_report.hpp"

#include <cairo-pdf.h>

#include <memory>
#include <stdexcept>

#include "tests/support/report_maker/flow.hpp"
#include "tests/support/report_maker/wear.hpp"

namespace prongsai::report_maker {
namespace {

struct SurfaceDeleter {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct ContextDeleter {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceDeleter>;
using Context = std::unique_ptr<cairo_t, ContextDeleter>;

Surface pdf_surface(const Report& report, const std::filesystem::path& file) {
  Surface pdf(cairo_pdf_surface_create(file.c_str(), report.page_width, report.page_height));
  // A fixed date keeps the file the same on every run.
  cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2024-04-01T09:00:00+07:00");
  return pdf;
}

void close(const Surface& pdf, const std::filesystem::path& file) {
  cairo_surface_finish(pdf.get());
  if (cairo_surface_status(pdf.get()) != CAIRO_STATUS_SUCCESS) {
    throw std::runtime_error(file.string() + ": " + cairo_status_to_string(cairo_surface_status(pdf.get())));
  }
}

void fill(const Report& report, cairo_t* context, const std::function<void()>& next_page) {
  Flow flow(report, context, next_page);
  for (const Block& block : report.blocks) std::visit([&](const auto& b) { flow.add(b); }, block);
}

void draw_digital(const Report& report, const std::filesystem::path& file) {
  const Surface pdf = pdf_surface(report, file);
  const Context context(cairo_create(pdf.get()));
  fill(report, context.get(), [&] { cairo_show_page(context.get()); });
  close(pdf, file);
}

// Hands the JPEG bytes of a page image to cairo, which embeds them as they are.
void place_jpeg(cairo_t* target, cairo_surface_t* page, std::string jpeg, const Report& report, double scale) {
  auto owned = std::make_unique<std::string>(std::move(jpeg));
  std::string* bytes = owned.release();
  cairo_surface_set_mime_data(
      page, CAIRO_MIME_TYPE_JPEG, reinterpret_cast<const unsigned char*>(bytes->data()), bytes->size(),
      [](void* data) { delete static_cast<std::string*>(data); }, bytes);
  cairo_save(target);
  cairo_scale(target, 1 / scale, 1 / scale);
  cairo_set_source_surface(target, page, 0, 0);
  cairo_rectangle(target, 0, 0, report.page_width * scale, report.page_height * scale);
  cairo_fill(target);
  cairo_restore(target);
  cairo_show_page(target);
}

void draw_scanned(const Report& report, const std::filesystem::path& file) {
  const double scale = report.wear.dpi / 72;
  const Surface pdf = pdf_surface(report, file);
  const Context target(cairo_create(pdf.get()));
  const Surface page(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(report.page_width * scale),
                                                static_cast<int>(report.page_height * scale)));
  const Context context(cairo_create(page.get()));
  const auto whiten = [&] {
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_set_source_rgb(context.get(), 0, 0, 0);
  };
  int page_no = 0;
  const auto finish_page = [&] {
    place_jpeg(target.get(), page.get(), worn_jpeg(page.get(), report.wear, ++page_no), report, scale);
    cairo_surface_set_mime_data(page.get(), CAIRO_MIME_TYPE_JPEG, nullptr, 0, nullptr, nullptr);
    whiten();
  };
  cairo_scale(context.get(), scale, scale);
  whiten();
  fill(report, context.get(), finish_page);
  finish_page();
  close(pdf, file);
}

}  // namespace

void draw_report(const Report& report, const std::filesystem::path& pdf_file) {
  if (report.wear.scanned) {
    draw_scanned(report, pdf_file);
  } else {
    draw_digital(report, pdf_file);
  }
}

}  // namespace prongsai::report_maker
