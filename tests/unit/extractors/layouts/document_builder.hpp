// Builds documents by hand, as table assembly would hand them over: for tests of what layouts make of them.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "models/document.hpp"

namespace prongsai::test {

class DocumentBuilder {
 public:
  DocumentBuilder() { page(); }

  DocumentBuilder& page() {
    Page page;
    page.page_no = static_cast<int>(document_.pages.size()) + 1;
    page.width = 595;
    page.height = 842;
    page.source = PageSource::text;
    document_.pages.push_back(page);
    y_ = 60;
    return *this;
  }

  // What follows was read by OCR.
  DocumentBuilder& scanned() {
    source_ = TextSource::ocr;
    return *this;
  }

  DocumentBuilder& text(const std::string& line) { return lines({line}); }

  // A heading.
  DocumentBuilder& bold(const std::string& line) {
    lines({line});
    document_.paragraphs.back().lines.front().bold = true;
    return *this;
  }

  // One paragraph of several printed lines.
  DocumentBuilder& lines(const std::vector<std::string>& lines) {
    Paragraph paragraph;
    for (const auto& line : lines) {
      TextLine text;
      text.text = line;
      text.raw_text = line;
      text.at = next(20);
      text.at.box.x1 = std::min(text.at.box.x1, text.at.box.x0 + 7.0 * static_cast<double>(text::length(line)));
      paragraph.lines.push_back(text);
    }
    paragraph.text = text::join_lines(lines);
    paragraph.raw_text = paragraph.text;
    paragraph.at = paragraph.lines.front().at;
    document_.order.push_back({Block::Kind::paragraph, document_.paragraphs.size()});
    document_.paragraphs.push_back(paragraph);
    return *this;
  }

  DocumentBuilder& table(const std::vector<std::string>& headers, const std::vector<std::vector<std::string>>& rows) {
    Table table;
    const double top = y_;
    table.first_page = table.last_page = page_no();
    table.cols = static_cast<int>(headers.size());
    table.headers = headers;
    if (std::any_of(headers.begin(), headers.end(), [](const auto& h) { return !h.empty(); })) {
      table.rows.push_back(row(RowKind::header, headers));
    }
    for (const auto& texts : rows) table.rows.push_back(row(RowKind::body, texts));
    table.box = {40, top, 560, y_};
    document_.order.push_back({Block::Kind::table, document_.tables.size()});
    document_.tables.push_back(table);
    return *this;
  }

  // A further body row of the last table.
  DocumentBuilder& row(const std::vector<std::string>& texts) {
    document_.tables.back().rows.push_back(row(RowKind::body, texts));
    return *this;
  }

  // The last row's cell in that column goes on from the row above.
  DocumentBuilder& reaching_down(int column) {
    for (TableCell& cell : document_.tables.back().rows.back().cells)
      cell.repeated = cell.repeated || cell.col == column;
    return *this;
  }

  // A row of the last table that spans all its columns.
  DocumentBuilder& spanning(const std::string& text) {
    Table& table = document_.tables.back();
    TableRow row;
    row.kind = RowKind::spanning;
    TableCell cell;
    cell.col_span = table.cols;
    cell.text = cell.raw_text = text;
    cell.at = next(20);
    cell.parts = {cell.at};
    row.cells.push_back(cell);
    table.rows.push_back(row);
    return *this;
  }

  // A second reading by OCR makes `alternative` of the last place where `words` stand.
  DocumentBuilder& read_twice(const std::string& words, const std::string& alternative) {
    Word word;
    word.text = words;
    word.alternative = alternative;
    word.source = TextSource::ocr;
    word.confidence = 0.4;
    if (document_.order.back().kind == Block::Kind::table) {
      TableCell* last = nullptr;
      for (TableRow& row : document_.tables.back().rows) {
        for (TableCell& cell : row.cells) last = cell.text.find(words) == std::string::npos ? last : &cell;
      }
      doubt(*last, word);
    } else {
      Paragraph& paragraph = document_.paragraphs.back();
      for (TextLine& line : paragraph.lines) doubt(line, word);
      doubt(paragraph, word);
    }
    document_.pages.back().words.push_back(word);
    return *this;
  }

  [[nodiscard]] Document build() const { return document_; }

 private:
  [[nodiscard]] int page_no() const { return static_cast<int>(document_.pages.size()); }

  Evidence next(double height) {
    Evidence at{page_no(), {60, y_, 540, y_ + height}, source_, source_ == TextSource::ocr ? 0.9 : 1.0};
    y_ += height;
    return at;
  }

  TableRow row(RowKind kind, const std::vector<std::string>& texts) {
    TableRow row;
    row.kind = kind;
    const Evidence at = next(40);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      TableCell cell;
      cell.col = static_cast<int>(i);
      cell.text = cell.raw_text = texts[i];
      cell.at = at;
      cell.parts = {at};
      row.cells.push_back(cell);
    }
    return row;
  }

  // The text's own doubt about the word, which is given its place there: taller than its line, as OCR gives it.
  template <typename Text>
  static void doubt(Text& text, Word& word) {
    const std::size_t at = text.text.find(word.text);
    if (at == std::string::npos) return;
    if (word.box.empty()) word.box = {300, text.at.box.y0 - 4, 340, text.at.box.y1 + 4};
    const Evidence place{text.at.page_no, word.box, TextSource::ocr, word.confidence};
    text.doubts.push_back({at, at + word.text.size(), Certainty::conflicting, word.text, word.alternative, place});
  }

  Document document_;
  TextSource source_ = TextSource::text;
  double y_ = 60;
};

// The five columns of the seven-issue form.
inline const std::vector<std::string> kIssueHeaders{"ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน",
                                                    "ประเด็นที่จะต้องพัฒนาให้ดีขึ้นที่มีความสอดคล้องกับผลการประเมินฯ",
                                                    "การกำหนดผู้รับผิดชอบหรือผู้ที่เกี่ยวข้อง", "การกำหนดขั้นตอนหรือวิธีการปฏิบัติ",
                                                    "การกำหนดแนวทางการกำกับติดตามให้นำไปสู่การปฏิบัติและการรายงานผล"};

inline const std::vector<std::string> kIssueTitles{"กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ",
                                                   "การให้บริการและระบบ E-Service",
                                                   "ช่องทางและรูปแบบการประชาสัมพันธ์เผยแพร่ข้อมูลข่าวสารภาครัฐ",
                                                   "กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ",
                                                   "กระบวนการสร้างความโปร่งใสในการใช้งบประมาณและการจัดซื้อจัดจ้าง",
                                                   "กระบวนการควบคุม ตรวจสอบการใช้อำนาจและการบริหารงานบุคคล",
                                                   "กลไกและมาตรการในการแก้ไขและป้องกันการทุจริตภายในหน่วยงาน"};

inline const std::filesystem::path kDataFolder = std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data";

}  // namespace prongsai::test
