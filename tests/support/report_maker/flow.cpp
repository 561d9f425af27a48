#include "tests/support/report_maker/flow.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace prongsai::report_maker {
namespace {

constexpr double kPadding = 4;  // between a ruling and the text of its cell
constexpr double kRuleWidth = 0.7;

double line_height(PangoLayout* layout, int index) {
  PangoRectangle logical;
  pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, index), nullptr, &logical);
  return pango_units_to_double(logical.height);
}

std::vector<double> column_edges(const TableBlock& table, double left, double width) {
  const double sum = std::accumulate(table.widths.begin(), table.widths.end(), 0.0);
  std::vector<double> edges{left};
  for (const double w : table.widths) edges.push_back(edges.back() + width * w / sum);
  return edges;
}

void stroke(cairo_t* context, double x0, double y0, double x1, double y1) {
  cairo_move_to(context, x0, y0);
  cairo_line_to(context, x1, y1);
  cairo_stroke(context);
}

}  // namespace

void Flow::LayoutDeleter::operator()(PangoLayout* layout) const {
  g_object_unref(layout);
}

Flow::Flow(const Report& report, cairo_t* context, std::function<void()> next_page)
    : report_(report), context_(context), next_page_(std::move(next_page)), y_(report.margin) {}

double Flow::text_width() const {
  return report_.page_width - 2 * report_.margin;
}
double Flow::bottom() const {
  return report_.page_height - report_.margin;
}

void Flow::break_page() {
  next_page_();
  y_ = report_.margin;
}

Flow::Layout Flow::layout(const std::string& text, double width, bool bold, bool centred, double size_factor) const {
  Layout layout(pango_cairo_create_layout(context_));
  PangoFontDescription* font = pango_font_description_from_string(report_.font.c_str());
  pango_font_description_set_absolute_size(font, report_.font_size * size_factor * PANGO_SCALE);
  if (bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_width(layout.get(), pango_units_from_double(width));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout.get(), centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  pango_layout_set_text(layout.get(), text.c_str(), -1);
  return layout;
}

void Flow::draw_line(PangoLayout* layout, int index, double x, double top) const {
  PangoLayoutLine* line = pango_layout_get_line_readonly(layout, index);
  PangoRectangle logical;
  pango_layout_line_get_extents(line, nullptr, &logical);
  double shift = 0;
  if (pango_layout_get_alignment(layout) == PANGO_ALIGN_CENTER) {
    shift = (pango_units_to_double(pango_layout_get_width(layout)) - pango_units_to_double(logical.width)) / 2;
  } else if (index == 0) {
    shift = pango_units_to_double(pango_layout_get_indent(layout));
  }
  cairo_move_to(context_, x + shift, top - pango_units_to_double(logical.y));
  pango_cairo_show_layout_line(context_, line);
}

void Flow::add(const TextBlock& block) {
  const Layout text = layout(block.text, text_width() - block.left, block.bold, block.centred, block.size_factor);
  if (!block.centred) pango_layout_set_indent(text.get(), pango_units_from_double(block.indent));
  for (int i = 0; i < pango_layout_get_line_count(text.get()); ++i) {
    const double height = line_height(text.get(), i);
    if (y_ + height > bottom()) break_page();
    draw_line(text.get(), i, report_.margin + block.left, y_);
    y_ += height;
  }
}

void Flow::add(const PageBreak&) {
  break_page();
}

void Flow::add(const TableBlock& table) {
  const std::vector<double> edges = column_edges(table, report_.margin, text_width());
  y_ += kPadding;
  add_row(table, edges, table.header, true);
  for (const auto& row : table.rows) add_row(table, edges, row, false);
  y_ += kPadding;
}

// Draws as many further lines of each cell as fit into `room`; returns the height that the fullest cell took.
double Flow::draw_part(std::vector<CellFlow>& cells, double room) {
  double tallest = 0;
  for (CellFlow& cell : cells) {
    double used = 2 * kPadding;
    while (cell.next_line < cell.lines) {
      const double height = line_height(cell.layout.get(), cell.next_line);
      if (used + height > room) break;
      draw_line(cell.layout.get(), cell.next_line++, cell.x, y_ + used - kPadding);
      used += height;
    }
    tallest = std::max(tallest, used);
  }
  return tallest;
}

void Flow::rule_part(const TableBlock& table, const std::vector<double>& edges, bool spans, double top,
                     double height) const {
  if (table.rules == TableBlock::Rules::none) return;
  const double grey = table.rules == TableBlock::Rules::grey ? 0.75 : 0;
  cairo_save(context_);
  cairo_set_source_rgb(context_, grey, grey, grey);
  cairo_set_line_width(context_, kRuleWidth);
  if (table.rules != TableBlock::Rules::vertical) {
    stroke(context_, edges.front(), top, edges.back(), top);
    stroke(context_, edges.front(), top + height, edges.back(), top + height);
  }
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const bool outer = i == 0 || i + 1 == edges.size();
    if (outer || !spans) stroke(context_, edges[i], top, edges[i], top + height);
  }
  cairo_restore(context_);
}

void Flow::add_row(const TableBlock& table, const std::vector<double>& edges, const std::vector<std::string>& texts,
                   bool header) {
  const bool spans = texts.size() == 1 && edges.size() > 2;
  std::vector<CellFlow> cells;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const double x0 = spans ? edges.front() : edges[i];
    const double x1 = spans ? edges.back() : edges[i + 1];
    const double width = x1 - x0 - 2 * kPadding;
    CellFlow cell{layout(texts[i], width, header, header, 1), x0 + kPadding, width, 0, 0};
    cell.lines = pango_layout_get_line_count(cell.layout.get());
    cells.push_back(std::move(cell));
  }
  const double first_line = line_height(cells.front().layout.get(), 0) + 2 * kPadding;
  const auto unfinished = [](const CellFlow& c) { return c.next_line < c.lines; };
  bool more = true;
  while (more) {
    if (y_ + first_line > bottom()) {
      break_page();
      if (!header && table.repeat_header) add_row(table, edges, table.header, true);
    }
    const double height = draw_part(cells, bottom() - y_);
    rule_part(table, edges, spans, y_, height);
    y_ += height;
    more = std::any_of(cells.begin(), cells.end(), unfinished);
    if (more) y_ = bottom();  // the rest of the row goes on at the top of the next page
  }
}

}  // namespace prongsai::report_maker
