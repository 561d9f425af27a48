// The letter as a document for word processors.
#include "pipeline/export/docx.hpp"
#include "pipeline/review/letter.hpp"

namespace prongsai::review {
namespace {

using exporting::Align;
using exporting::DocxCell;
using exporting::DocxParagraph;
using exporting::DocxTable;
using exporting::DocxText;
using nlohmann::json;

constexpr double kFirstLine = 2.5;  // cm, as official letters indent

DocxParagraph labelled(const std::string& label, const std::string& words) {
  return {{{label + " ", true}, {words, false}}};
}

void add_head(exporting::DocxFile& file, const json& text) {
  if (text.contains("draft")) file.add({{{"ร่าง ยังใช้เป็นหนังสือแจ้งไม่ได้ ", true}, {text.value("draft", ""), false}}});
  file.add({{{"หนังสือแจ้งข้อสังเกต", true}}, Align::centre});
  const std::string number = text.value("number", "");
  file.add({{{"ที่ " + (number.empty() ? "..............................." : number) +
                  "\tส่วนราชการ ...................................",
              false}}});
  file.add({{{text.value("date", ""), false}}, Align::centre});
  file.add(labelled("เรื่อง", text.value("subject", "")));
  file.add(labelled("เรียน", text.value("to", "")));
  for (const json& title : text.at("refers")) file.add(labelled("อ้างถึง", title.get<std::string>()));
}

DocxCell cell_of(const json& row) {
  DocxCell cell;
  cell.push_back({{{row.value("words", ""), false}}});
  if (const auto evidence = row.value("evidence", ""); !evidence.empty())
    cell.push_back({{{"“" + evidence + "”", false}}});
  if (const auto note = row.value("note", ""); !note.empty()) cell.push_back(labelled("ความเห็นผู้ตรวจ", note));
  return cell;
}

DocxTable table_of(const json& rows) {
  DocxTable table{{1.5, 3.0, 10.0, 1.5}, {}};
  table.rows.push_back({{{{{"ลำดับ", true}}, Align::centre}},
                        {{{{"ประเด็น/ข้อ", true}}, Align::centre}},
                        {{{{"ข้อสังเกต", true}}, Align::centre}},
                        {{{{"หน้า", true}}, Align::centre}}});
  std::size_t number = 0;
  for (const json& row : rows) {
    const std::string page = row.value("page", "");
    table.rows.push_back({{{{{std::to_string(++number), false}}, Align::centre}},
                          {{{{row.value("place", ""), false}}}},
                          cell_of(row),
                          {{{{page.empty() ? "–" : page, false}}, Align::centre}}});
  }
  return table;
}

void add_sign(exporting::DocxFile& file, const json& text) {
  file.add({{{text.value("closing", ""), false}}, Align::left, kFirstLine});
  const std::string dots = "...............................................";
  for (const std::string& words :
       {std::string("ขอแสดงความนับถือ"), std::string(), "ลงชื่อ " + dots, "( " + dots + " )", "ตำแหน่ง " + dots}) {
    file.add({{{words, false}}, Align::right, 0, true});
  }
  std::string names;
  for (const json& name : text.at("reviewers")) names += (names.empty() ? "" : ", ") + name.get<std::string>();
  if (!names.empty()) file.add(labelled("ผู้ตรวจ", names));
}

}  // namespace

std::string letter_document(const json& text) {
  exporting::DocxFile file(text.value("subject", ""));
  add_head(file, text);
  if (const auto lead = text.value("lead", ""); !lead.empty()) file.add({{{lead, false}}, Align::left, kFirstLine});
  const json& reports = text.at("reports");
  for (const json& report : reports) {
    if (reports.size() > 1) file.add({{{report.value("title", ""), true}}, Align::left, 0, true});
    if (!report.at("rows").empty()) {
      file.add(table_of(report.at("rows")));
    } else if (reports.size() > 1) {
      file.add({{{"ไม่มีข้อสังเกตที่ยืนยัน", false}}});
    }
  }
  if (!text.contains("draft")) add_sign(file, text);
  return file.bytes();
}

}  // namespace prongsai::review
