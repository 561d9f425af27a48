// What the tests of exports share: a small database, and readers that owe nothing to the writers.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "extractors/text/agencies/agencies.hpp"
#include "pipeline/export/export.hpp"
#include "pipeline/store/review/letters.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/store.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::exporting {

namespace fs = std::filesystem;

inline constexpr const char* kReviewer = "สมศรี";
inline const fs::path kData = fs::path(PRONGSAI_SOURCE_DIR) / "data";

inline std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline Record report(const std::string& agency, int year, const std::string& weakness) {
  Record record;
  record.agency = agency;
  record.fiscal_year = year;
  record.item_code = "O34";
  record.layout = "seven_issues";
  record.page_count = 2;
  record.pages = {{.page_no = 1,
                   .source = PageSource::text,
                   .reason = "sound text layer",
                   .width = 595,
                   .height = 842,
                   .text = "หน้าแรก"}};
  IssueRecord issue;
  issue.issue_no = 1;
  issue.title = "กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ";
  issue.item_codes = {"O4", "O11"};
  issue.limitation = "บุคลากรมีน้อย, งานมีมาก";
  issue.at.page_no = 1;
  record.issues = {issue};
  CellRecord cell;
  cell.table_no = 1;
  cell.row_no = 1;
  cell.col_no = 1;
  cell.column_key = ColumnKey::weakness;
  cell.issue_no = 1;
  cell.text = cell.raw_text = weakness;
  cell.header_text = "จุดอ่อน";
  cell.at = {.page_no = 1, .box = {10, 20, 30.5, 40.25}, .confidence = 0.875};
  record.cells = {cell};
  ParagraphRecord paragraph;
  paragraph.paragraph_no = 1;
  paragraph.role = ParagraphRole::prose;
  paragraph.text = "'คำพูด' ขึ้นต้นด้วยอัญประกาศ";
  paragraph.at.page_no = 1;
  record.paragraphs = {paragraph};
  ScoreRecord score;
  score.subject = SubjectKind::ita;
  score.value = 93.45;
  score.unit = ScoreUnit::points;
  score.quote = "ได้คะแนน ๙๓.๔๕ คะแนน";
  score.at.page_no = 2;
  record.scores = {score};
  record.asides = {{2, Aside::Kind::overlay, "สำเนา", {60, 80, 90, 94}}};
  record.damages = {{2, DamageEffect::lost, "Bad \"stream\", cut", 3}};
  record.doubtful_words = {{"๙๓.๔๕", "๙๓.๔๘", {2, {60, 80, 90, 94}, TextSource::ocr, 0.4}}};
  return record;
}

// A database of two reports, one of them reviewed and sent twice.
class Export : public testing::Test {
 protected:
  void SetUp() override {
    db_ = folder_ / "year.db";
    store::Store store(db_, store::Open::create);
    save(store, "a.pdf", report("สำนักงานศึกษาธิการจังหวัดธารทิพย์", 2567, "ฉบับก่อน"), 'b');
    save(store, "a.pdf", report("สำนักงานศึกษาธิการจังหวัดธารทิพย์", 2567, "=HYPERLINK(\"http://x\")"));
    const std::int64_t finding = store.database().execAndGet("SELECT min(id) FROM finding").getInt64();
    store::decide_finding(store, finding, "confirmed", "ดูหน้า 1", {kReviewer, 0});
    store::set_final_score(store, 1, 50, {kReviewer, 0});
    store.database().exec(
        "INSERT INTO second_reading VALUES ('" + sha256_of("a.pdf", 'a') +
        "', 'ปิติ', 'หัวหน้า', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'); INSERT INTO second_decision "
        "SELECT s.sha256, f.anchor, 'dismissed', 'ไม่ใช่', 'ปิติ', '2026-01-01T00:00:00Z', 'confirmed' FROM "
        "finding f JOIN submission s ON s.id = f.submission_id WHERE f.id = " +
        std::to_string(finding));
    store::keep_sent_letter(
        store, {"สำนักงาน", 2567, "ทท 1/2567", "2025-01-31", R"({"lead":"=1+1"})", {sha256_of("a.pdf", 'a')}},
        kReviewer);
    save(store, "b.pdf", report("เทศบาลตำบลลุ่มสินธุ์", 2566, "ผู้ตรวจคือ นางสาวพิมพ์ใจ ใจงาม กลุ่มอำนวยการ\nบรรทัดสอง \"คำพูด\""));
    publish(store);
  }

  // The first report was collected from an address of a list.
  static void publish(store::Store& store) {
    store.database().exec("UPDATE submission SET published_url = 'https://www.office.example/o34.pdf' WHERE id = 1");
    store.database().exec(
        "INSERT INTO publication (item_key, office_key, published_url, state, place, clicks, seen_lines) VALUES "
        "('k', 'office.example', 'https://www.office.example/o34.pdf', 'document', 'main_site', 'ITA › O34', "
        "'ก่อน' || char(10) || '▸ O34')");
  }

  static std::string sha256_of(const std::string& path, char bytes) {
    std::string sha256(64, bytes);
    sha256.back() = path[0];
    return sha256;
  }

  static void save(store::Store& store, const std::string& path, const Record& record, char bytes = 'a') {
    Finding finding;
    finding.code = "missing_timeframe";
    finding.issue_no = 1;
    finding.message_th = "ไม่ระบุระยะเวลา";
    finding.message_en = "No time frame";
    const Judgement judgement{{finding}, 50, "issue 1 states no time frame"};
    Submission submission;
    submission.source_path = path;
    submission.canonical_path = "/reports/" + path;
    submission.sha256 = sha256_of(path, bytes);
    store.save({submission, record, judgement, "judge", std::nullopt});
  }

  Options options(Format format, const std::string& out) const {
    Options o;
    o.format = format;
    o.db = db_;
    o.out = folder_ / out;
    return o;
  }

  // What the relations say, read from any SQLite file that has them.
  static std::vector<store::Row> rows_of(const fs::path& db, const std::string& relation) {
    for (const Relation& r : load_relations(kData)) {
      if (r.name != relation) continue;
      store::RelationReader reader(db);
      const text::Agencies agencies(kData / "agencies");
      reader.tell_kinds([&](const std::string& office) { return agencies.kind_of(office); });
      store::LeavingRelation leaving{r.name, {}, r.order, r.submission, r.sql};
      for (const Column& column : r.columns) leaving.columns.push_back(column.name);
      std::vector<store::Row> rows;
      store::each_leaving(reader, leaving, {}, [&](const store::Row& row) { rows.push_back(row); });
      return rows;
    }
    return {};
  }

  const samples::TempFolder temporary_;
  const fs::path folder_ = temporary_.path();
  fs::path db_;
};

// A small reader of RFC 4180, to see that what was written reads back.
inline std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
        rows.back().back() += text[++i];
      } else if (c == '"') {
        quoted = false;
      } else {
        rows.back().back() += c;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.push_back({""});
    } else if (c != '\r') {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

inline std::string plain(const store::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<double>(&value)) return nlohmann::json(*number).dump();
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  return "";
}

}  // namespace prongsai::exporting
