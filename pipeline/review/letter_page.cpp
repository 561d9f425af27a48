// The letter as a page: no script, to print.
#include "pipeline/review/html.hpp"
#include "pipeline/review/letter.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

std::string plain(const json& object, const char* name) {
  return escaped(object.value(name, ""));
}

// A line of the letter's head; nothing without a value.
std::string line(const std::string& label, const std::string& value) {
  return value.empty() ? "" : "<p><b>" + label + "</b> " + value + "</p>\n";
}

std::string lead(const std::string& words) {
  return words.empty() ? "" : "<p class=\"lead\">" + words + "</p>\n";
}

std::string row_in_html(const json& row, std::size_t number) {
  const std::string evidence = plain(row, "evidence");
  const std::string note = plain(row, "note");
  const std::string page = plain(row, "page");
  return "<tr><td class=\"n\">" + std::to_string(number) + "</td><td>" + plain(row, "place") + "</td><td>" +
         plain(row, "words") + (evidence.empty() ? "" : "<div class=\"evidence\">“" + evidence + "”</div>") +
         (note.empty() ? "" : "<div><b>ความเห็นผู้ตรวจ</b> " + note + "</div>") + "</td><td class=\"n\">" +
         (page.empty() ? "–" : page) + "</td></tr>\n";
}

std::string table_in_html(const json& report, bool named) {
  const std::string name = named ? "<h2>" + plain(report, "title") + "</h2>\n" : "";
  if (report.at("rows").empty()) return named ? name + "<p>ไม่มีข้อสังเกตที่ยืนยัน</p>\n" : "";
  std::string rows;
  std::size_t number = 0;
  for (const json& row : report.at("rows")) rows += row_in_html(row, ++number);
  return name +
         "<table><thead><tr><th scope=\"col\">ลำดับ</th><th scope=\"col\">ประเด็น/ข้อ</th><th scope=\"col\">ข้อสังเกต</th>"
         "<th scope=\"col\">หน้า</th></tr></thead>\n<tbody>" +
         rows + "</tbody></table>\n";
}

std::string head_in_html(const json& text) {
  std::string refers;
  for (const json& title : text.at("refers"))
    refers += (refers.empty() ? "" : "<br>") + escaped(title.get<std::string>());
  const std::string number = plain(text, "number");
  return "<p class=\"from\"><span class=\"blank\">ที่" + (number.empty() ? "" : " " + number) +
         "</span><span class=\"blank\">ส่วนราชการ</span></p>\n<p class=\"date\">" + plain(text, "date") + "</p>\n" +
         line("เรื่อง", plain(text, "subject")) + line("เรียน", plain(text, "to")) + line("อ้างถึง", refers);
}

std::string sign_in_html(const json& text) {
  std::string names;
  for (const json& name : text.at("reviewers")) names += (names.empty() ? "" : ", ") + escaped(name.get<std::string>());
  return lead(plain(text, "closing")) +
         "<p class=\"sign\">ขอแสดงความนับถือ<br>ลงชื่อ <span></span><br>( <span></span> )<br>ตำแหน่ง <span></span></p>\n" +
         line("ผู้ตรวจ", names);
}

}  // namespace

std::string letter_page(const json& text, const std::string& above, const std::string& mark, const std::string& up) {
  std::string tables;
  const json& reports = text.at("reports");
  for (const json& report : reports) tables += table_in_html(report, reports.size() > 1);
  // Stands on paper, too: a draft that is printed must not pass for the letter.
  const std::string draft = text.contains("draft") ? "<p class=\"draft warning\"><b>ร่าง ยังใช้เป็นหนังสือแจ้งไม่ได้</b> " +
                                                         plain(text, "draft") + "</p>\n"
                                                   : "";
  return "<!doctype html>\n<html lang=\"th\"><head><meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>แจ้งข้อสังเกต " +
         plain(text, "to") + "</title>\n<link rel=\"stylesheet\" href=\"" + up +
         "assets/style.css\"></head>\n<body class=\"letter\"><main>\n" + above + draft + mark +
         "<h1>หนังสือแจ้งข้อสังเกต</h1>\n" + head_in_html(text) + lead(plain(text, "lead")) + tables +
         (draft.empty() ? sign_in_html(text) : "") + "</main></body></html>\n";
}

}  // namespace prongsai::review
