// A document for word processors (Office Open XML, ISO/IEC 29500), of paragraphs and tables on A4, in a Thai face of
// official letters (TH Sarabun New 16; where a machine lacks it, its own takes its place). Signs that XML does not
// allow become U+FFFD. The same content gives the same bytes.
#pragma once

#include <string>
#include <vector>

namespace prongsai::exporting {

enum class Align { left, centre, right };

struct DocxText {
  std::string words;  // a tab is a tab, a line feed a new line
  bool bold = false;
};

struct DocxParagraph {
  std::vector<DocxText> texts;
  Align align = Align::left;
  double first_line = 0;       // cm that the first line is indented
  bool with_the_next = false;  // not parted from what follows by a page's end
};

using DocxCell = std::vector<DocxParagraph>;  // at least one

struct DocxTable {
  std::vector<double> widths;               // cm
  std::vector<std::vector<DocxCell>> rows;  // the first is the head, repeated on each page
};

class DocxFile {
 public:
  explicit DocxFile(std::string title) : title_(std::move(title)) {}
  void add(const DocxParagraph& paragraph);
  void add(const DocxTable& table);
  // Throws std::runtime_error when it cannot be packed.
  [[nodiscard]] std::string bytes() const;

 private:
  std::string title_;
  std::string body_;  // XML
};

}  // namespace prongsai::exporting
