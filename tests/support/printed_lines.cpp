#include "tests/support/printed_lines.hpp"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <map>
#include <memory>

#include "tests/support/pdf_fixture.hpp"

namespace prongsai::testing {

namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

// Coverage of one line alone, on a strip of the page.
struct Strip {
  Surface surface;
  int top = 0;
};

Strip draw(const std::string& text, const PrintStyle& style, double baseline, int width) {
  const double scale = style.dpi / 72;
  Strip strip{{nullptr, &cairo_surface_destroy}, static_cast<int>((baseline - 2 * style.size) * scale)};
  strip.surface.reset(cairo_image_surface_create(CAIRO_FORMAT_A8, width, static_cast<int>(4 * style.size * scale)));
  cairo_t* cairo = cairo_create(strip.surface.get());
  cairo_translate(cairo, 0, -strip.top);
  cairo_scale(cairo, scale, scale);
  cairo_set_source_rgba(cairo, 0, 0, 0, 1);
  show_text(cairo, style.left, baseline, text, style.size, style.font.c_str());
  cairo_destroy(cairo);
  cairo_surface_flush(strip.surface.get());
  return strip;
}

constexpr int inked = 60;  // coverage of 255 that makes a line the owner of a pixel

void overlay(const Strip& strip, short index, PrintedLines& out) {
  const unsigned char* data = cairo_image_surface_get_data(strip.surface.get());
  const int stride = cairo_image_surface_get_stride(strip.surface.get());
  const int height = cairo_image_surface_get_height(strip.surface.get());
  for (int y = std::max(0, strip.top); y < std::min(out.page.height, strip.top + height); ++y) {
    std::uint8_t* row = out.page.row(y);
    for (int x = 0; x < out.page.width; ++x) {
      const int coverage = data[(y - strip.top) * stride + x];
      row[x] = std::min(row[x], static_cast<std::uint8_t>(255 - coverage));
      if (coverage < inked) continue;
      short& owner = out.owner[static_cast<std::size_t>(y) * static_cast<std::size_t>(out.page.width) +
                               static_cast<std::size_t>(x)];
      owner = owner == PrintedLines::blank ? index : PrintedLines::shared;
    }
  }
}

struct Balance {
  long gained = 0;
  long lost = 0;
};

}  // namespace

PrintedLines print_lines(const std::vector<std::string>& lines, const PrintStyle& style) {
  const auto pixels = [&](double points) { return static_cast<int>(points * style.dpi / 72); };
  PrintedLines out;
  out.page = source::Picture(pixels(style.width), pixels(style.height), style.dpi);
  out.owner.assign(out.page.pixels.size(), PrintedLines::blank);
  double baseline = style.top;
  for (std::size_t i = 0; i < lines.size(); ++i, baseline += style.pitch * style.size) {
    overlay(draw(lines[i], style, baseline, out.page.width), static_cast<short>(i), out);
  }
  return out;
}

CutErrors compare(const PrintedLines& printed, const source::InkMap& ink, const std::vector<source::CutLine>& cut,
                  double speck) {
  CutErrors errors;
  std::map<short, Balance> balance;
  std::vector<char> taken(printed.owner.size());
  const auto each_pixel = [&](const source::Component& component, const auto& visit) {
    for (const source::InkRun& run : ink.runs_of(component)) {
      for (int x = run.x0; x < run.x1; ++x) {
        visit(static_cast<std::size_t>(run.y) * static_cast<std::size_t>(printed.page.width) +
              static_cast<std::size_t>(x));
      }
    }
  };
  for (const source::CutLine& line : cut) {
    std::map<short, long> votes;
    for (const std::size_t i : line.components) {
      each_pixel(ink.components[i], [&](std::size_t at) {
        taken[at] = 1;
        if (printed.owner[at] >= 0) ++votes[printed.owner[at]];
      });
    }
    if (votes.empty()) continue;
    const auto own =
        std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto& [owner, count] : votes) {
      errors.ink += count;
      if (owner == own->first) continue;
      errors.wrong += count;
      balance[own->first].gained += count;
      balance[owner].lost += count;
    }
  }
  for (const source::Component& component : ink.components) {
    each_pixel(component, [&](std::size_t at) {
      if (taken[at] || printed.owner[at] < 0) return;
      taken[at] = 1;
      ++errors.lost;
      ++balance[printed.owner[at]].lost;
    });
  }
  for (const auto& [owner, b] : balance) {
    if (static_cast<double>(std::max(b.gained, b.lost)) > speck) ++errors.lines_wrong;
  }
  return errors;
}

}  // namespace prongsai::testing
