#include "pipeline/export/docx.hpp"

#include <cmath>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/export/zip_file.hpp"

namespace prongsai::exporting {
namespace {

const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const std::string kSpaces = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const std::string kPackage = "http://schemas.openxmlformats.org/package/2006/";
const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const std::string kType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

// Twentieths of a point.
std::string twips(double cm) {
  return std::to_string(std::lround(cm * 1440 / 2.54));
}

std::string in_xml(const std::string& text) {
  std::string out;
  const std::string clean = text::cleaned(text);
  for (const char c : clean) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

// The elements of a run that stand for its words, tabs and new lines.
std::string words_in_xml(const std::string& words) {
  std::string out;
  for (std::size_t begin = 0; begin <= words.size();) {
    const std::size_t end = std::min(words.find_first_of("\t\n", begin), words.size());
    if (end > begin) out += "<w:t xml:space=\"preserve\">" + in_xml(words.substr(begin, end - begin)) + "</w:t>";
    if (end < words.size()) out += words[end] == '\t' ? "<w:tab/>" : "<w:br/>";
    begin = end + 1;
  }
  return out;
}

std::string paragraph_in_xml(const DocxParagraph& paragraph) {
  std::string about;
  if (paragraph.with_the_next) about += "<w:keepNext/>";
  if (paragraph.first_line > 0) about += "<w:ind w:firstLine=\"" + twips(paragraph.first_line) + "\"/>";
  if (paragraph.align != Align::left)
    about += std::string("<w:jc w:val=\"") + (paragraph.align == Align::centre ? "center" : "right") + "\"/>";
  std::string runs;
  for (const DocxText& text : paragraph.texts) {
    runs += "<w:r><w:rPr>" + std::string(text.bold ? "<w:b/><w:bCs/>" : "") + "<w:cs/></w:rPr>" +
            words_in_xml(text.words) + "</w:r>";
  }
  return "<w:p>" + (about.empty() ? "" : "<w:pPr>" + about + "</w:pPr>") + runs + "</w:p>";
}

std::string row_in_xml(const std::vector<DocxCell>& row, const std::vector<double>& widths, bool is_head) {
  std::string cells;
  for (std::size_t i = 0; i < row.size(); ++i) {
    std::string inside;
    for (const DocxParagraph& paragraph : row[i]) inside += paragraph_in_xml(paragraph);
    cells += "<w:tc><w:tcPr><w:tcW w:w=\"" + twips(widths.at(i)) + "\" w:type=\"dxa\"/></w:tcPr>" + inside + "</w:tc>";
  }
  return "<w:tr><w:trPr><w:cantSplit/>" + std::string(is_head ? "<w:tblHeader/>" : "") + "</w:trPr>" + cells +
         "</w:tr>";
}

std::string styles_in_xml() {
  const std::string face = "TH Sarabun New";
  return kHead + "<w:styles" + kSpaces + "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"" + face +
         "\" w:hAnsi=\"" + face + "\" w:cs=\"" + face + "\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>" +
         "<w:lang w:val=\"en-US\" w:bidi=\"th-TH\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing "
         "w:after=\"60\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
         "w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style><w:style w:type=\"table\" w:default=\"1\" "
         "w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/></w:style></w:styles>";
}

std::string relations_in_xml(const std::string& inside) {
  return kHead + "<Relationships xmlns=\"" + kPackage + "relationships\">" + inside + "</Relationships>";
}

std::string relation_to(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
}

std::string types_in_xml() {
  const auto part = [](const std::string& name, const std::string& type) {
    return "<Override PartName=\"" + name + "\" ContentType=\"" + type + "\"/>";
  };
  return kHead + "<Types xmlns=\"" + kPackage +
         "content-types\"><Default Extension=\"rels\" "
         "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
         "ContentType=\"application/xml\"/>" +
         part("/word/document.xml", kType + "document.main+xml") + part("/word/styles.xml", kType + "styles+xml") +
         part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") + "</Types>";
}

std::string title_in_xml(const std::string& title) {
  return kHead + "<cp:coreProperties xmlns:cp=\"" + kPackage +
         "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + in_xml(title) +
         "</dc:title></cp:coreProperties>";
}

}  // namespace

void DocxFile::add(const DocxParagraph& paragraph) {
  body_ += paragraph_in_xml(paragraph);
}

void DocxFile::add(const DocxTable& table) {
  std::string borders;
  for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
    borders += std::string("<w:") + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>";
  std::string grid;
  for (const double width : table.widths) grid += "<w:gridCol w:w=\"" + twips(width) + "\"/>";
  std::string rows;
  for (std::size_t i = 0; i < table.rows.size(); ++i) rows += row_in_xml(table.rows[i], table.widths, i == 0);
  body_ += "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders>" + borders +
           "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>" + grid + "</w:tblGrid>" + rows +
           "</w:tbl>";
  add(DocxParagraph{});  // a table is followed by a paragraph, so that two do not run together
}

std::string DocxFile::bytes() const {
  const std::string page = "<w:sectPr><w:pgSz w:w=\"" + twips(21) + "\" w:h=\"" + twips(29.7) +
                           "\"/><w:pgMar w:top=\"" + twips(2.5) + "\" w:right=\"" + twips(2) + "\" w:bottom=\"" +
                           twips(2) + "\" w:left=\"" + twips(3) + "\" w:header=\"" + twips(1.25) + "\" w:footer=\"" +
                           twips(1.25) + "\" w:gutter=\"0\"/></w:sectPr>";
  return zipped(
      {{"[Content_Types].xml", types_in_xml()},
       {"_rels/.rels",
        relations_in_xml(relation_to("r1", kOffice + "officeDocument", "word/document.xml") +
                         relation_to("r2", kPackage + "relationships/metadata/core-properties", "docProps/core.xml"))},
       {"docProps/core.xml", title_in_xml(title_)},
       {"word/_rels/document.xml.rels", relations_in_xml(relation_to("r1", kOffice + "styles", "styles.xml"))},
       {"word/document.xml", kHead + "<w:document" + kSpaces + "><w:body>" + body_ + page + "</w:body></w:document>"},
       {"word/styles.xml", styles_in_xml()}});
}

}  // namespace prongsai::exporting
