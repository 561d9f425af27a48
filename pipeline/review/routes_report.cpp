// The letter to an office: its confirmed gaps with the pages where they stand, in Thai, one page to print. No script.
#include <httplib.h>

#include "pipeline/review/desk.hpp"
#include "pipeline/review/html.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

// A field as text for HTML; "" for NULL.
std::string shown(const json& row, const char* name) {
  const json& value = row.at(name);
  if (value.is_null()) return "";
  return escaped(value.is_string() ? value.get<std::string>() : value.dump());
}

// "<label>: <value>" as a line of the head; nothing without a value.
std::string line(const std::string& label, const std::string& value) {
  return value.empty() ? "" : "<p><b>" + label + "</b> " + value + "</p>\n";
}

std::string row_of(const json& finding, std::size_t number) {
  const std::string issue = shown(finding, "issue_no");
  const std::string evidence = shown(finding, "evidence");
  const std::string note = shown(finding, "note");
  std::string cells = "<td class=\"n\">" + std::to_string(number) + "</td><td>";
  if (!issue.empty()) cells += "ประเด็นที่ 1." + issue + " ";
  cells += shown(finding, "item_code") + "</td><td>" + shown(finding, "message_th");
  if (!evidence.empty() && shown(finding, "message_th").find(evidence) == std::string::npos)
    cells += "<div class=\"evidence\">“" + evidence + "”</div>";
  if (!note.empty()) cells += "<div><b>ความเห็นผู้ตรวจ</b> " + note + "</div>";
  const std::string page = shown(finding, "page_no");
  return "<tr>" + cells + "</td><td class=\"n\">" + (page.empty() ? "–" : page) + "</td></tr>\n";
}

std::string table_of(const json& findings) {
  if (findings.empty()) return "<p class=\"lead\">ผู้ตรวจได้ตรวจรายงานข้างต้นแล้ว ไม่มีข้อสังเกตที่ยืนยัน</p>\n";
  std::string rows;
  for (std::size_t i = 0; i < findings.size(); ++i) rows += row_of(findings[i], i + 1);
  return "<p class=\"lead\">ผู้ตรวจได้ตรวจรายงานข้างต้นแล้ว พบข้อสังเกตดังต่อไปนี้ จึงขอให้หน่วยงานพิจารณาแก้ไข "
         "เลขหน้าในตารางหมายถึงหน้าของไฟล์เอกสาร</p>\n"
         "<table><thead><tr><th scope=\"col\">ลำดับ</th><th scope=\"col\">ประเด็น/ข้อ</th><th scope=\"col\">ข้อสังเกต</th>"
         "<th scope=\"col\">หน้า</th></tr></thead>\n<tbody>" +
         rows + "</tbody></table>\n";
}

std::string letter(const json& submission, const json& findings, std::int64_t still_open) {
  const std::string office = shown(submission, "agency");
  const std::string path = shown(submission, "source_path");
  const std::string file = path.substr(path.find_last_of('/') + 1);  // the folders are this house's own
  std::string body = "<h1>แจ้งข้อสังเกตจากการตรวจรายงานการประเมินคุณธรรมและความโปร่งใส (ITA)</h1>\n" +
                     line("เรียน", office.empty() ? "หัวหน้าหน่วยงาน" : "หัวหน้าหน่วยงาน " + office) +
                     line("ปีงบประมาณ พ.ศ.", shown(submission, "fiscal_year")) +
                     line("ข้อ", shown(submission, "item_code")) + line("เอกสาร", file) +
                     line("คะแนนที่ให้", shown(submission, "final_score")) + table_of(findings);
  if (still_open > 0) {
    body += "<p class=\"noprint warning\">ยังมีข้อสังเกตที่ยังไม่ได้ตรวจอีก " + std::to_string(still_open) +
            " ข้อ ซึ่งไม่อยู่ในหนังสือนี้</p>\n";
  }
  return "<!doctype html>\n<html lang=\"th\"><head><meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>แจ้งข้อสังเกต " +
         office +
         "</title>\n<link rel=\"stylesheet\" href=\"/assets/style.css\"></head>\n<body class=\"letter\"><main>\n"
         "<p class=\"noprint\"><a href=\"/#/s/" +
         shown(submission, "id") + "\">กลับไปยังรายงาน</a></p>\n" + body +
         "<p class=\"sign\">ลงชื่อ <span></span> ผู้ตรวจ<br>วันที่ <span></span></p>\n</main></body></html>\n";
}

void send_letter(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  const std::vector<store::Value> id = {static_cast<std::int64_t>(std::stoll(request.matches[1]))};
  const json submission =
      rows_of(reader,
              "SELECT id, agency, fiscal_year, item_code, source_path, (SELECT score FROM final_score "
              "WHERE sha256 = s.sha256) AS final_score FROM submission s WHERE id = ?1",
              id);
  if (submission.empty()) return send_error(response, 404, "there is no such submission");
  const json confirmed = rows_of(reader,
                                 "SELECT issue_no, item_code, message_th, evidence, note, page_no FROM finding WHERE "
                                 "submission_id = ?1 AND status = 'confirmed' ORDER BY page_no IS NULL, page_no, id",
                                 id);
  const std::int64_t open =
      number_of(reader, "SELECT count(*) FROM finding WHERE submission_id = ?1 AND status = 'open'", id);
  response.set_content(letter(submission[0], confirmed, open), "text/html; charset=utf-8");
}

}  // namespace

void add_report_routes(httplib::Server& server, Desk& desk) {
  server.Get(R"(/report/(\d{1,18}))", [&desk](const httplib::Request& request, httplib::Response& response) {
    send_letter(desk, request, response);
  });
}

}  // namespace prongsai::review
