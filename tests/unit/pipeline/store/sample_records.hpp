// A hand-made report in which every field of every record has a value of its own: what a test of storing or sending
// compares after the round trip.
#pragma once

#include <string>

#include "models/judgement.hpp"
#include "models/record.hpp"
#include "models/submission.hpp"

namespace prongsai::samples {

inline Evidence place(int page_no, double from, TextSource source = TextSource::text, double confidence = 1) {
  return {page_no, {from, from + 1, from + 20, from + 12.5}, source, confidence};
}

inline Submission submission(const std::string& path = "/ส่งงาน/บ้านไร่.pdf", const std::string& sha256 = "ab12") {
  Submission given;
  given.source_path = path;
  given.canonical_path = path;
  given.sha256 = sha256;
  given.file_size = 12345;
  ManifestRow row;
  row.file = path.substr(path.rfind('/') + 1);
  row.agency = "สำนักงานตัวอย่างอำเภอบ้านไร่";
  row.fiscal_year = 2567;
  row.item_code = "O34";
  row.main_site = "https://www.banrai.example/";
  row.published_url = "https://www.banrai.example/o34.pdf";
  row.manifest = "submissions.csv";
  row.line = 4;
  given.manifest = row;
  return given;
}

inline Record record() {
  Record all;
  all.agency = "สำนักงานตัวอย่างอำเภอบ้านไร่";
  all.agency_at = place(1, 70.25);
  all.fiscal_year = 2567;
  all.fiscal_year_at = Evidence{};
  all.fiscal_year_doubts = {{0, 4, Certainty::conflicting, "2567", "2561", place(1, 86, TextSource::ocr, 0.4)}};
  all.item_code = "O34";
  all.agency_from = "memo_head";
  all.fiscal_year_from = "manifest";
  all.item_from = "title";
  all.layout = "seven_issues,results";
  all.page_count = 3;
  all.status = Status::partial;
  all.error = "page 3: no text could be read";
  all.error_code = "unreadable_page";
  all.pages = {{1, PageSource::text, "an intact text layer", 595.3, 841.9, 0, "มาตรการ", "มาตร การ", 1, false, false},
               {2, PageSource::mixed, "a scan with a text layer", 841.9, 595.3, 90, "ผล", "ผล ", 0.875, true, false},
               {3, PageSource::ocr, "a scan", 595.3, 841.9, 270, "", "", 0.25, false, true}};
  all.paragraphs = {{1, std::nullopt, ParagraphRole::prose, "คำนำ", "คํานํา", place(1, 90), false, {}},
                    {2,
                     3,
                     ParagraphRole::annex,
                     "แบบฟอร์ม",
                     "แบบฟอร์ม",
                     place(2, 30, TextSource::ocr, 0.5),
                     true,
                     {{0, 12, Certainty::low_confidence, "แบบฟ", "", place(2, 31, TextSource::ocr, 0.5)}}}};
  IssueRecord full{1, "กระบวนการ", {"O4", "O11"}, "ต.ค. 2566", "ไม่มี", place(2, 1), place(2, 2), place(1, 3)};
  full.timeframe_doubts = {{9, 13, Certainty::conflicting, "2566", "2568", place(2, 1, TextSource::ocr, 0.3)}};
  full.limitation_doubts = {{0, 9, Certainty::low_confidence, "ไม่", "", place(2, 2, TextSource::ocr, 0.8)}};
  IssueRecord bare;
  bare.issue_no = 2;
  bare.at = place(2, 4);
  all.issues = {full, bare};
  all.tables = {{1,
                 1,
                 "issue_table",
                 {{ColumnKey::weakness,
                   {"ผลการวิเคราะห์", "จุดอ่อน, ข้อบกพร่อง"},
                   "จุดอ่อน, steps",
                   ColumnKey::procedure,
                   0.75,
                   {{0, 3, Certainty::low_confidence, "ผ", "", place(2, 41, TextSource::ocr, 0.6)}}},
                  {ColumnKey::other, {}, "", std::nullopt, 0, {}}},
                 true,
                 place(2, 40)},
                {2, std::nullopt, "", {}, false, place(3, 40)}};
  all.cells = {{1,
                1,
                2,
                3,
                1,
                ColumnKey::weakness,
                1,
                7,
                "เว็บไซต์",
                "เว็บ\nไซต์",
                "จุดอ่อน",
                place(2, 50, TextSource::ocr, 0.75),
                true,
                {{0, 9, Certainty::ambiguous, "เว็", "", place(2, 51, TextSource::ocr, 0.75)}}},
               {2, 9, 1, 1, 2, ColumnKey::other, std::nullopt, std::nullopt, "", "....", "", place(3, 60), false, {}}};
  ScoreRecord stated{SubjectKind::indicator,
                     "9",
                     95.35,
                     ScoreUnit::points,
                     "AA",
                     2566,
                     "สำนักงานตัวอย่าง",
                     3,
                     52,
                     "ได้ ๙๕.๓๕ คะแนน",
                     "๙๕.๓๕",
                     place(1, 80),
                     true,
                     {{0, 14, Certainty::conflicting, "๙๕.๓๕", "๙๕.๓๖", place(1, 80, TextSource::ocr, 0.4)}}};
  stated.subject_from = StatedIn::row;
  stated.agency_from = StatedIn::caption;
  stated.year_from = StatedIn::report;
  ScoreRecord zero;
  zero.subject = SubjectKind::ita;
  zero.unit = ScoreUnit::percent;
  zero.at = place(1, 81);
  all.scores = {stated, zero};
  all.score_readings = {{2, "1 names of offices, 2 figures of IIT", "1.02 a cell", "turned over", 0.25, std::nullopt,
                         "ผลการประเมิน ITA", place(2, 82)},
                        {0, "", "", "", std::nullopt, "half_figure", "ได้ ๗๙.๔๐๘๙.๒๔ คะแนน", place(3, 83)}};
  all.candidates = {{"agency", "สำนักงานตัวอย่าง", "cover", 8.5, place(1, 84)},
                    {"fiscal_year", "2567", "title", 4, place(1, 85, TextSource::ocr, 0.5)}};
  all.doubtful_words = {{"๙๔.๗๒", "๙๔.๗๑", {2, {50, 60, 80, 74}, TextSource::ocr, 0.4}},
                        {"เทกนิก", "", {3, {90, 60, 130, 74}, TextSource::ocr, 0.5}}};
  all.asides = {{2, Aside::Kind::mark, "๑", {50, 60, 54, 66}}, {0, Aside::Kind::attached, "แผน.xlsx", {}}};
  all.damages = {{0, DamageEffect::rebuilt, "the cross-reference table was rebuilt", 1},
                 {2, DamageEffect::lost, "incorrect data check", 3}};
  all.attached = {{2, "แผน.pdf", std::string(64, 'a'), 512}, {5, "แผน (2).pdf", std::string(64, 'b'), 99'000'000}};
  all.links = {{2, {1, 2, 3, 4}, "https://banrai.example/a"}, {3, {}, "https://banrai.example/b"}};
  return all;
}

inline Finding finding(const std::string& code, const std::string& evidence, int issue_no = 3) {
  Finding found;
  found.code = code;
  found.severity = Severity::error;
  found.issue_no = issue_no;
  found.item_code = "O34";
  found.column_key = ColumnKey::responsible;
  found.at = place(2, 100, TextSource::ocr, 0.5);
  found.evidence = evidence;
  found.values = {{"column", "ผู้รับผิดชอบ"}};
  found.message_th = "ช่องว่าง";
  found.message_en = "A blank cell.";
  return found;
}

inline Judgement judgement() {
  Finding bare;
  bare.code = "missing_issue";
  bare.severity = Severity::info;
  return {{finding("wrong_year", "ปี ๒๕๖๓"), bare}, 50, "ครบสี่ประเด็น", "four issues are complete"};
}

}  // namespace prongsai::samples
