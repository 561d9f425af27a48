// The letter to an office, in the form of official letters: the confirmed gaps of one of its reports, or of all of a
// year, with the pages where they stand. In Thai, to print. No script. What other offices wrote never stands in it.
#include <httplib.h>

#include <algorithm>
#include <ctime>

#include "extractors/text/month_names.hpp"
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

// A line of the letter's head; nothing without a value.
std::string line(const std::string& label, const std::string& value) {
  return value.empty() ? "" : "<p><b>" + label + "</b> " + value + "</p>\n";
}

// A report with what was confirmed in it.
struct ReportInLetter {
  json submission;
  json findings;
  std::int64_t open = 0;     // findings that nobody has decided
  bool is_reviewed = false;  // a person decided a finding or gave the final score

  [[nodiscard]] bool is_finished() const { return open == 0 && is_reviewed; }
};

struct Letter {
  std::vector<ReportInLetter> reports;  // at least one; all of one office
  std::vector<std::string> reviewers;
  std::int64_t of_office = 1;  // reports of the office in that year

  // A letter speaks of a finished review only.
  [[nodiscard]] bool is_finished() const {
    return std::all_of(reports.begin(), reports.end(), [](const auto& report) { return report.is_finished(); });
  }
  [[nodiscard]] bool has_findings() const {
    return std::any_of(reports.begin(), reports.end(), [](const auto& report) { return !report.findings.empty(); });
  }
  [[nodiscard]] const json& first() const { return reports.front().submission; }
};

// What comparing with others showed is told without the others: their names, files and words are not this office's.
std::string words_of(const json& finding) {
  if (finding.at("across").get<std::int64_t>() != 0)
    return "เนื้อหาเหมือนหรือเกือบเหมือนกับรายงานฉบับอื่นที่ส่งเข้ารับการประเมิน ขอให้จัดทำเนื้อหาจากการดำเนินงานของหน่วยงานเอง";
  const std::string message = shown(finding, "message_th");
  const std::string evidence = shown(finding, "evidence");
  if (evidence.empty() || message.find(evidence) != std::string::npos) return message;
  return message + "<div class=\"evidence\">“" + evidence + "”</div>";
}

std::string row_of(const json& finding, std::size_t number) {
  const std::string issue = shown(finding, "issue_no");
  const std::string note = shown(finding, "note");
  std::string cells = "<td class=\"n\">" + std::to_string(number) + "</td><td>";
  if (!issue.empty()) cells += "ประเด็นที่ 1." + issue + " ";
  cells += shown(finding, "item_code") + "</td><td>" + words_of(finding);
  if (!note.empty()) cells += "<div><b>ความเห็นผู้ตรวจ</b> " + note + "</div>";
  const std::string page = shown(finding, "page_no");
  return "<tr>" + cells + "</td><td class=\"n\">" + (page.empty() ? "–" : page) + "</td></tr>\n";
}

std::string file_of(const json& submission) {
  const std::string path = shown(submission, "source_path");
  return path.substr(path.find_last_of('/') + 1);  // the folders are this house's own
}

std::string about(const json& submission) {
  const std::string item = shown(submission, "item_code");
  const std::string score = shown(submission, "final_score");
  return (item.empty() ? "" : "ข้อ " + item + " ") + "เอกสาร " + file_of(submission) +
         (score.empty() ? "" : " (คะแนนที่ให้ " + score + ")");
}

std::string table_of(const ReportInLetter& report, bool named) {
  std::string rows;
  for (std::size_t i = 0; i < report.findings.size(); ++i) rows += row_of(report.findings[i], i + 1);
  const std::string name = named ? "<h2>" + about(report.submission) + "</h2>\n" : "";
  if (rows.empty()) return named ? name + "<p>ไม่มีข้อสังเกตที่ยืนยัน</p>\n" : "";
  return name +
         "<table><thead><tr><th scope=\"col\">ลำดับ</th><th scope=\"col\">ประเด็น/ข้อ</th><th scope=\"col\">ข้อสังเกต</th>"
         "<th scope=\"col\">หน้า</th></tr></thead>\n<tbody>" +
         rows + "</tbody></table>\n";
}

std::string lead_of(const Letter& letter) {
  if (!letter.is_finished()) {
    return letter.has_findings() ? "<p class=\"lead\">ข้อสังเกตที่ผู้ตรวจยืนยันแล้วในขณะนี้ (การตรวจยังไม่เสร็จสิ้น)</p>\n" : "";
  }
  if (!letter.has_findings()) return "<p class=\"lead\">ผู้ตรวจได้ตรวจรายงานข้างต้นแล้ว ไม่มีข้อสังเกตที่ยืนยัน</p>\n";
  return "<p class=\"lead\">ผู้ตรวจได้ตรวจรายงานข้างต้นแล้ว พบข้อสังเกตดังต่อไปนี้ จึงขอให้หน่วยงานพิจารณาแก้ไข "
         "เลขหน้าในตารางหมายถึงหน้าของไฟล์เอกสาร</p>\n";
}

// Stands on paper, too: a draft that is printed must not pass for the letter.
std::string draft_note(const Letter& letter) {
  if (letter.is_finished()) return "";
  std::int64_t open = 0;
  for (const ReportInLetter& report : letter.reports) open += report.open;
  const std::string why = open > 0 ? "ยังมีข้อสังเกตที่ยังไม่ได้ตรวจอีก " + std::to_string(open) + " ข้อ ซึ่งไม่อยู่ในหนังสือนี้"
                                   : "ยังไม่มีผู้ตรวจบันทึกผลการตรวจรายงานนี้";
  return "<p class=\"draft warning\"><b>ร่าง ยังใช้เป็นหนังสือแจ้งไม่ได้</b> " + why + "</p>\n";
}

// Today, as official letters have it: day, month, year of the Buddhist Era.
std::string thai_date() {
  const std::time_t now = std::time(nullptr);
  std::tm today{};
  localtime_r(&now, &today);
  return std::to_string(today.tm_mday) + ' ' + text::month_name(today.tm_mon + 1) + ' ' +
         std::to_string(today.tm_year + 1900 + 543);
}

std::string head_of(const Letter& letter) {
  const std::string office = shown(letter.first(), "agency");
  const std::string year = shown(letter.first(), "fiscal_year");
  std::string refers;
  for (const ReportInLetter& report : letter.reports) {
    refers += (refers.empty() ? "" : "<br>") + about(report.submission);
  }
  return "<p class=\"from\"><span class=\"blank\">ที่</span><span class=\"blank\">ส่วนราชการ</span></p>\n<p "
         "class=\"date\">" +
         thai_date() + "</p>\n" +
         line("เรื่อง", "แจ้งข้อสังเกตจากการตรวจรายงานการประเมินคุณธรรมและความโปร่งใส (ITA)" +
                          (year.empty() ? "" : " ประจำปีงบประมาณ พ.ศ. " + year)) +
         line("เรียน", office.empty() ? "หัวหน้าหน่วยงาน" : "หัวหน้าหน่วยงาน " + office) + line("อ้างถึง", refers);
}

std::string sign_of(const Letter& letter) {
  std::string names;
  for (const std::string& name : letter.reviewers) names += (names.empty() ? "" : ", ") + escaped(name);
  return "<p class=\"lead\">จึงเรียนมาเพื่อโปรดพิจารณา</p>\n<p class=\"sign\">ขอแสดงความนับถือ<br>ลงชื่อ <span></span><br>( "
         "<span></span> "
         ")<br>ตำแหน่ง <span></span></p>\n" +
         line("ผู้ตรวจ", names);
}

// The way back, and to the letter of all the office's reports of the year or of this one alone.
std::string links_of(const Letter& letter) {
  const std::string id = shown(letter.first(), "id");
  std::string other;
  if (letter.reports.size() > 1) {
    other = " · <a href=\"" + id + "\">เฉพาะรายงานนี้</a>";
  } else if (letter.of_office > 1) {
    other = " · <a href=\"" + id + "?all=1\">รวมทุกรายงานของหน่วยงานนี้ในปีเดียวกัน (" + std::to_string(letter.of_office) +
            ")</a>";
  }
  return "<p class=\"noprint\"><a href=\"../#/s/" + id + "\">กลับไปยังรายงาน</a>" + other + "</p>\n";
}

std::string page_of_letter(const Letter& letter) {
  std::string tables;
  for (const ReportInLetter& report : letter.reports) tables += table_of(report, letter.reports.size() > 1);
  return "<!doctype html>\n<html lang=\"th\"><head><meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>แจ้งข้อสังเกต " +
         shown(letter.first(), "agency") +
         "</title>\n<link rel=\"stylesheet\" href=\"../assets/style.css\"></head>\n<body class=\"letter\"><main>\n" +
         links_of(letter) + draft_note(letter) + "<h1>หนังสือแจ้งข้อสังเกต</h1>\n" + head_of(letter) + lead_of(letter) +
         tables + (letter.is_finished() ? sign_of(letter) : "") + "</main></body></html>\n";
}

ReportInLetter report_of(store::RelationReader& reader, json submission) {
  const std::vector<store::Value> id = {submission["id"].get<std::int64_t>()};
  ReportInLetter report;
  report.submission = std::move(submission);
  report.findings =
      rows_of(reader,
              "SELECT issue_no, item_code, message_th, evidence, note, page_no, across FROM finding WHERE "
              "submission_id = ?1 AND status = 'confirmed' ORDER BY page_no IS NULL, page_no, id",
              id);
  report.open = number_of(reader, "SELECT count(*) FROM finding WHERE submission_id = ?1 AND status = 'open'", id);
  report.is_reviewed =
      number_of(reader,
                "SELECT EXISTS (SELECT 1 FROM submission s WHERE s.id = ?1 AND (EXISTS (SELECT 1 FROM final_score f "
                "WHERE f.sha256 = s.sha256) OR EXISTS (SELECT 1 FROM decision d WHERE d.sha256 = s.sha256 AND "
                "d.status <> 'open')))",
                id) != 0;
  return report;
}

void add_reviewers(store::RelationReader& reader, Letter& letter) {
  for (const ReportInLetter& report : letter.reports) {
    for (const json& row : rows_of(reader,
                                   "SELECT DISTINCT who FROM review_event WHERE who <> 'prongsai' AND sha256 = (SELECT "
                                   "sha256 FROM submission WHERE id = ?1) ORDER BY who",
                                   {report.submission["id"].get<std::int64_t>()})) {
      const auto name = row["who"].get<std::string>();
      if (std::find(letter.reviewers.begin(), letter.reviewers.end(), name) == letter.reviewers.end())
        letter.reviewers.push_back(name);
    }
  }
}

void send_letter(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  const std::int64_t id = std::stoll(request.matches[1]);
  const std::string columns =
      "SELECT s.id, s.agency, s.fiscal_year, s.item_code, s.source_path, (SELECT score FROM final_score WHERE sha256 = "
      "s.sha256) AS final_score FROM submission s ";
  const json of_office =
      rows_of(reader,
              columns +
                  "JOIN submission o ON o.agency = s.agency AND o.fiscal_year IS s.fiscal_year WHERE "
                  "o.id = ?1 ORDER BY s.id <> ?1, s.item_code, s.id",
              {id});
  const json alone = rows_of(reader, columns + "WHERE s.id = ?1", {id});
  if (alone.empty()) return send_error(response, 404, "there is no such submission");
  Letter letter;
  letter.of_office = std::max<std::int64_t>(1, static_cast<std::int64_t>(of_office.size()));
  const bool all = request.get_param_value("all") == "1" && of_office.size() > 1;
  for (const json& submission : all ? of_office : alone) letter.reports.push_back(report_of(reader, submission));
  add_reviewers(reader, letter);
  response.set_content(page_of_letter(letter), "text/html; charset=utf-8");
}

}  // namespace

void add_report_routes(httplib::Server& server, Desk& desk) {
  add_get(
      server, desk, Right::read, R"(/report/(\d{1,18}))",
      [&desk](const httplib::Request& request, httplib::Response& response) { send_letter(desk, request, response); });
}

}  // namespace prongsai::review
