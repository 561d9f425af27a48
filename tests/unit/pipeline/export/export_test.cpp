#include "pipeline/export/export.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "pipeline/store/store.hpp"

namespace prongsai::exporting {
namespace {

namespace fs = std::filesystem;

const fs::path kData = fs::path(PRONGSAI_SOURCE_DIR) / "data";

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Record report(const std::string& agency, int year, const std::string& weakness) {
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
  cell.column_key = "weakness";
  cell.issue_no = 1;
  cell.text = cell.raw_text = weakness;
  cell.header_text = "จุดอ่อน";
  cell.at = {.page_no = 1, .box = {10, 20, 30.5, 40.25}, .confidence = 0.875};
  record.cells = {cell};
  ScoreRecord score;
  score.subject = "ITA";
  score.value = 93.45;
  score.unit = "points";
  score.quote = "ได้คะแนน ๙๓.๔๕ คะแนน";
  score.at.page_no = 2;
  record.scores = {score};
  return record;
}

class Export : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) / (std::string("export_") + test->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    db_ = folder_ / "year.db";
    store::Store store(db_, store::Open::create);
    save(store, "a.pdf", report("สำนักงานศึกษาธิการจังหวัดธารทิพย์", 2567, "=HYPERLINK(\"http://x\")"));
    save(store, "b.pdf", report("เทศบาลตำบลลุ่มสินธุ์", 2566, "ผู้ตรวจคือ นางสาวพิมพ์ใจ ใจงาม กลุ่มอำนวยการ\nบรรทัดสอง \"คำพูด\""));
  }

  static void save(store::Store& store, const std::string& path, const Record& record) {
    Finding finding;
    finding.code = "missing_timeframe";
    finding.issue_no = 1;
    finding.message_th = "ไม่ระบุระยะเวลา";
    finding.message_en = "No time frame";
    const Judgement judgement{{finding}, 50, "issue 1 states no time frame"};
    Submission submission;
    submission.source_path = path;
    submission.canonical_path = "/reports/" + path;
    submission.sha256 = std::string(63, 'a') + path[0];
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
      if (r.name == relation) return store::RelationReader(db).all(select_of(r, {}));
    }
    return {};
  }

  fs::path folder_;
  fs::path db_;
};

// A small reader of RFC 4180, to see that what was written reads back.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
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

std::string plain(const store::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<double>(&value)) return nlohmann::json(*number).dump();
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  return "";
}

TEST_F(Export, CsvReadsBackToTheSameRows) {
  export_dataset(options(Format::csv, "csv"), kData);
  for (const Relation& relation : load_relations(kData)) {
    std::string text = content(folder_ / "csv" / (relation.name + ".csv"));
    ASSERT_EQ(text.substr(0, 3), "\xEF\xBB\xBF") << relation.name;
    const auto read = read_csv(text.substr(3));
    const auto rows = rows_of(db_, relation.name);
    ASSERT_FALSE(rows.empty()) << relation.name;
    ASSERT_EQ(read.size(), rows.size() + 1) << relation.name;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      ASSERT_EQ(read[r + 1].size(), relation.columns.size());
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        std::string got = read[r + 1][c];
        if (got.starts_with("'=")) got.erase(0, 1);  // the guard against formulas
        if (std::holds_alternative<double>(rows[r][c])) {
          EXPECT_EQ(std::stod(got), std::get<double>(rows[r][c]));
        } else {
          EXPECT_EQ(got, plain(rows[r][c])) << relation.name << "." << relation.columns[c].name;
        }
      }
    }
  }
}

TEST_F(Export, CsvGuardsFormulasAndLeavesOutTheMarkWhenAsked) {
  Options o = options(Format::csv, "csv");
  o.bom = false;
  export_dataset(o, kData);
  const std::string cells = content(folder_ / "csv" / "cell.csv");
  EXPECT_TRUE(cells.starts_with("submission_id,"));
  EXPECT_NE(cells.find("\"'=HYPERLINK(\"\"http://x\"\")\""), std::string::npos);
}

TEST_F(Export, JsonLinesNestBySubmission) {
  export_dataset(options(Format::jsonl, "year.jsonl"), kData);
  std::ifstream in(folder_ / "year.jsonl");
  std::vector<nlohmann::json> reports;
  for (std::string line; std::getline(in, line);) reports.push_back(nlohmann::json::parse(line));
  ASSERT_EQ(reports.size(), 2U);
  EXPECT_EQ(reports[0]["agency"], "สำนักงานศึกษาธิการจังหวัดธารทิพย์");
  EXPECT_EQ(reports[0]["score"][0]["value"], 93.45);
  EXPECT_EQ(reports[1]["issue"][0]["item_codes"], "O4,O11");
  EXPECT_TRUE(reports[1]["issue"][0]["timeframe"].is_null());
  EXPECT_FALSE(reports[0]["cell"][0].contains("submission_id"));
  EXPECT_EQ(reports[0]["cell"][0]["x1"], 30.5);
}

TEST_F(Export, TheSameDatabaseGivesTheSameBytes) {
  for (const auto& [format, name] : {std::pair{Format::jsonl, "1.jsonl"}, {Format::xlsx, "1.xlsx"}}) {
    Options o = options(format, name);
    export_dataset(o, kData);
    const std::string first = content(o.out);
    o.out = folder_ / (std::string("again_") + name);
    export_dataset(o, kData);
    EXPECT_EQ(first, content(o.out)) << name;
  }
}

TEST_F(Export, FiltersNarrowEveryRelation) {
  Options o = options(Format::jsonl, "one.jsonl");
  o.filter.agencies = {"ลุ่มสินธุ์"};
  o.filter.codes = {"missing_timeframe"};
  export_dataset(o, kData);
  const std::string text = content(o.out);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
  EXPECT_EQ(text.find("ธารทิพย์"), std::string::npos);
}

TEST_F(Export, SqliteCopyKeepsOnlyWhatPasses) {
  Options o = options(Format::sqlite, "small.db");
  o.filter.fiscal_years = {2566};
  export_dataset(o, kData);
  EXPECT_EQ(rows_of(o.out, "submission").size(), 1U);
  EXPECT_EQ(rows_of(o.out, "cell").size(), 1U);
  EXPECT_EQ(rows_of(db_, "submission").size(), 2U) << "the original is not touched";
}

TEST_F(Export, WholeSqliteCopyHasTheSameRows) {
  const Options o = options(Format::sqlite, "copy.db");
  export_dataset(o, kData);
  for (const Relation& relation : load_relations(kData)) {
    EXPECT_EQ(rows_of(o.out, relation.name), rows_of(db_, relation.name)) << relation.name;
  }
}

TEST_F(Export, AnonymisedTextHoldsNoPerson) {
  Options o = options(Format::jsonl, "anonymous.jsonl");
  o.anonymise = true;
  export_dataset(o, kData);
  const std::string text = content(o.out);
  EXPECT_EQ(text.find("พิมพ์ใจ"), std::string::npos);
  EXPECT_NE(text.find("นางสาว[ชื่อบุคคล] กลุ่มอำนวยการ"), std::string::npos);
}

TEST_F(Export, WideTableHasARowAnOfficeAndIssue) {
  const auto rows = rows_of(db_, "seven_issues");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(std::get<std::string>(rows[0][0]), "สำนักงานศึกษาธิการจังหวัดธารทิพย์");
  EXPECT_EQ(std::get<std::int64_t>(rows[0][3]), 1);
}

TEST_F(Export, DataPackageNamesEveryColumnOfItsFiles) {
  export_dataset(options(Format::datapackage, "package"), kData);
  const auto package = nlohmann::json::parse(content(folder_ / "package" / "datapackage.json"));
  for (const auto& resource : package["resources"]) {
    const std::string text = content(folder_ / "package" / resource["path"].get<std::string>());
    std::string header;
    for (const auto& field : resource["schema"]["fields"])
      header += (header.empty() ? "" : ",") + field["name"].get<std::string>();
    EXPECT_EQ(text.substr(0, text.find('\r')), header);
  }
}

TEST_F(Export, RefusesToOverwrite) {
  const Options o = options(Format::jsonl, "there.jsonl");
  std::ofstream(o.out) << "mine";
  EXPECT_THROW(export_dataset(o, kData), std::runtime_error);
  EXPECT_EQ(content(o.out), "mine");
}

}  // namespace
}  // namespace prongsai::exporting
