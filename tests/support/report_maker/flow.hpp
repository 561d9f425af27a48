// Pages filled from top to bottom with lines of text and rows of tables.
#pragma once

#include <cairo.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/report_maker/report.hpp"

typedef struct _PangoLayout PangoLayout;  // NOLINT(modernize-use-using): Pango's own declaration

namespace prongsai::report_maker {

class Flow {
 public:
  // `context` draws the current page; `next_page` is called when it is full.
  Flow(const Report& report, cairo_t* context, std::function<void()> next_page);

  void add(const TextBlock& block);
  void add(const TableBlock& block);
  void add(const PageBreak& block);

 private:
  struct LayoutDeleter {
    void operator()(PangoLayout* layout) const;
  };
  using Layout = std::unique_ptr<PangoLayout, LayoutDeleter>;

  // One cell of the row being drawn: its lines and how many of them are on paper.
  struct CellFlow {
    Layout layout;
    double x = 0;
    double width = 0;
    int next_line = 0;
    int lines = 0;
  };

  [[nodiscard]] Layout layout(const std::string& text, double width, bool bold, bool centred, double size_factor) const;
  [[nodiscard]] double text_width() const;
  [[nodiscard]] double bottom() const;
  void break_page();
  void draw_line(PangoLayout* layout, int index, double x, double baseline_top) const;
  void add_row(const TableBlock& table, const std::vector<double>& edges, const std::vector<std::string>& texts,
               bool header);
  double draw_part(std::vector<CellFlow>& cells, double room);
  void rule_part(const TableBlock& table, const std::vector<double>& edges, bool spans, double top,
                 double height) const;

  const Report& report_;
  cairo_t* context_;
  std::function<void()> next_page_;
  double y_;
};

}  // namespace prongsai::report_maker
