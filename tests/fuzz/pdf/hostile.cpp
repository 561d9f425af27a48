#include "tests/fuzz/pdf/hostile.hpp"

namespace prongsai::fuzz {
namespace {

std::string stream(const std::string& dictionary, const std::string& data) {
  return "<< " + dictionary + " /Length " + std::to_string(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

// Objects 1, 2, … as given; the first is the catalogue.
std::string pdf(const std::vector<std::string>& objects) {
  std::string bytes = "%PDF-1.7\n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  return bytes + "trailer\n<< /Root 1 0 R /Size " + std::to_string(objects.size() + 1) + " >>\n%%EOF\n";
}

// One page with this content; further objects begin at number 5.
std::string one_page(const std::string& content, const std::string& resources = "",
                     const std::vector<std::string>& more = {}, const std::string& box = "[0 0 595 842]") {
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox " + box + " /Contents 4 0 R /Resources << " + resources + " >> >>",
      stream("", content)};
  objects.insert(objects.end(), more.begin(), more.end());
  return pdf(objects);
}

std::string repeated(const std::string& piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

std::string many_pages(int pages) {
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", ""};
  std::string kids;
  for (int i = 0; i < pages; ++i) {
    kids += std::to_string(i + 3) + " 0 R ";
    objects.emplace_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 50 50] >>");
  }
  objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages) + " >>";
  return pdf(objects);
}

constexpr const char* kFont = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";

}  // namespace

std::vector<Hostile> hostile_files() {
  return {
      {"no pages", pdf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"})},
      {"page tree with a loop",
       pdf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 9 >>"})},
      {"count without kids",
       pdf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 2147483647 >>"})},
      {"many pages", many_pages(400)},
      {"wide page", one_page("BT /F1 12 Tf 10 10 Td (wide) Tj ET", kFont, {}, "[0 0 14400 842]")},
      {"boundless page", one_page("0 0 10 10 re f", "", {}, "[-1e30 -1e30 1e30 1e30]")},
      {"page without size", one_page("0 0 10 10 re f", "", {}, "[0 0 0 0]")},
      {"image bomb",
       one_page("500 0 0 500 0 0 cm /I Do", "/XObject << /I 5 0 R >>",
                {stream("/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray "
                        "/BitsPerComponent 8 /Filter /RunLengthDecode",
                        repeated("\x81x", 2000) + "\x80")})},
      {"form that draws itself",
       one_page("/X Do", "/XObject << /X 5 0 R >>",
                {stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject "
                        "<< /X 5 0 R >> >>",
                        "/X Do /X Do")})},
      {"font whose letters use it",
       one_page(
           "BT /F 9 Tf (aa) Tj ET", "/Font << /F 5 0 R >>",
           {"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 "
            "/Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> /Resources << /Font << /F 5 0 "
            "R >> >> >>",
            stream("", "9 0 d0 BT /F 9 Tf (a) Tj ET")})},
      {"nested arrays", one_page("0 0 9 9 re f", "/X " + repeated("[", 20000) + repeated("]", 20000))},
      {"nested states", one_page(repeated("q ", 50000) + "0 0 9 9 re f")},
      {"pattern in a pattern",
       one_page(
           "/Pattern cs /P scn 0 0 500 800 re f", "/Pattern << /P 5 0 R >>",
           {stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001 /YStep 0.001 /Resources << "
                   "/Pattern << /P 5 0 R >> >>",
                   "/Pattern cs /P scn 0 0 1 1 re f")})},
      {"letters beyond number", one_page("BT /F1 1 Tf " + repeated("(mmmmmmmmmm) Tj ", 20000) + "ET", kFont)},
      {"lines beyond number", one_page(repeated("0 0 m 595 842 l S ", 30000))},
      {"stream that ends in itself", one_page("q", "", {"<< /Length 5 0 R >>\nstream\nx\nendstream"})},
  };
}

}  // namespace prongsai::fuzz
