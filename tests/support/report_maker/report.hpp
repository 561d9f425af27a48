// A fictional report as data: what data/samples/src/*.yaml and the tests' fixtures say, before it is drawn.
//
// Text is UTF-8. Lengths are points.
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace prongsai::report_maker {

struct TextBlock {
  std::string text;
  bool bold = false;
  bool centred = false;
  double indent = 0;       // of the first line
  double left = 0;         // of all lines
  double size_factor = 1;  // of the report's font size
};

struct TableBlock {
  std::vector<double> widths;                  // relative; scaled to the text width
  std::vector<std::string> header;             // one a column
  std::vector<std::vector<std::string>> rows;  // a row of one string spans all columns
  bool repeat_header = true;
  enum class Rules { full, grey, vertical, none } rules = Rules::full;  // which rulings are drawn
};

struct PageBreak {};

using Block = std::variant<TextBlock, TableBlock, PageBreak>;

// How a printed report is turned into a scan.
struct Wear {
  bool scanned = false;
  double dpi = 200;
  double skew = 0;       // degrees
  double noise = 0;      // share of specks, 0 to 1
  double blur = 0;       // pixels
  int background = 255;  // grey of the paper
  int jpeg_quality = 75;
  bool one_bit = false;
  unsigned seed = 1;
};

struct Report {
  std::string font = "Laksaman";
  double font_size = 15;
  double page_width = 595.28;  // A4 portrait
  double page_height = 841.89;
  double margin = 62;
  std::vector<Block> blocks;
  Wear wear;
};

// Throws std::runtime_error naming the file (and the line, where YAML knows it).
[[nodiscard]] Report load_report(const std::filesystem::path& yaml_file);

}  // namespace prongsai::report_maker
