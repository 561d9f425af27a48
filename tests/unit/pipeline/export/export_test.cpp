#include "pipeline/export/export.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "pipeline/store/review.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::exporting {
namespace {

namespace fs = std::filesystem;

constexpr const char* kReviewer = "สมศรี";
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
  ParagraphRecord paragraph;
  paragraph.paragraph_no = 1;
  paragraph.role = "prose";
  paragraph.text = "'คำพูด' ขึ้นต้นด้วยอัญประกาศ";
  paragraph.at.page_no = 1;
  record.paragraphs = {paragraph};
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
    const std::int64_t finding = store.database().execAndGet("SELECT min(id) FROM finding").getInt64();
    store::decide_finding(store, finding, "confirmed", "ดูหน้า 1", {kReviewer, 0});
    store::set_final_score(store, 1, 50, {kReviewer, 0});
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
        if (got.starts_with("'")) got.erase(0, 1);  // the guard against formulas
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

TEST_F(Export, CsvWithoutGuardHoldsTheTextsAsTheyAre) {
  Options o = options(Format::csv, "csv");
  o.guard = false;
  export_dataset(o, kData);
  EXPECT_NE(content(folder_ / "csv" / "cell.csv").find("\"=HYPERLINK(\"\"http://x\"\")\""), std::string::npos);
}

// As openpyxl reads it: numbers are numbers, texts are texts, NULL is empty.
TEST_F(Export, SpreadsheetReadsBackToTheSameRows) {
  const Options o = options(Format::xlsx, "year.xlsx");
  export_dataset(o, kData);
  const fs::path json = folder_ / "read.json";
  const std::string command = std::string("/usr/bin/python3 ") + PRONGSAI_SOURCE_DIR +
                              "/tests/unit/pipeline/export/read_xlsx.py " + o.out.string() + " > " + json.string();
  ASSERT_EQ(std::system(command.c_str()), 0) << "python3-openpyxl (scripts/packages) reads the workbook";
  const auto book = nlohmann::json::parse(content(json));
  EXPECT_GE(book["links"], 2) << "pages open by a click";
  for (const Relation& relation : load_relations(kData)) {
    const auto& sheet = book["sheets"][relation.name];
    const auto rows = rows_of(db_, relation.name);
    ASSERT_EQ(sheet.size(), rows.size() + 1) << relation.name;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        const nlohmann::json wanted = std::visit([](const auto& v) { return nlohmann::json(v); }, rows[r][c]);
        EXPECT_EQ(sheet[r + 1][c], wanted) << relation.name << "." << relation.columns[c].name;
      }
    }
  }
}

TEST_F(Export, JsonLinesReadBackToTheSameRows) {
  const Options o = options(Format::jsonl, "year.jsonl");
  export_dataset(o, kData);
  std::map<std::string, std::vector<store::Row>> wanted;
  for (const Relation& relation : load_relations(kData)) wanted[relation.name] = rows_of(db_, relation.name);
  std::map<std::string, std::size_t> at;
  std::ifstream in(o.out);
  for (std::string line; std::getline(in, line);) {
    const auto report = nlohmann::json::parse(line);
    for (const Relation& relation : load_relations(kData)) {
      if (relation.derived) continue;
      const bool whole = relation.name == "submission";
      const auto inner = whole ? nlohmann::json::array({report}) : report.at(relation.name);
      for (const auto& object : inner) {
        const store::Row& row = wanted[relation.name].at(at[relation.name]++);
        for (std::size_t c = 0; c < row.size(); ++c) {
          const std::string& name = relation.columns[c].name;
          const auto value = std::visit([](const auto& v) { return nlohmann::json(v); }, row[c]);
          EXPECT_EQ(name == relation.submission ? report.at("id") : object.at(name), value)
              << relation.name << "." << name;
        }
      }
    }
  }
  for (const auto& [name, rows] : wanted) {
    if (name != "seven_issues") {
      EXPECT_EQ(at[name], rows.size()) << name;
    }
  }
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
  for (const Format format : {Format::csv, Format::xlsx, Format::jsonl, Format::datapackage, Format::sqlite}) {
    Options o = options(format, "1/out.x");
    fs::remove_all(folder_ / "1");
    fs::remove_all(folder_ / "2");
    for (const char* run : {"1", "2"}) {
      fs::create_directories(folder_ / run);
      o.out = folder_ / run / "out.x";
      export_dataset(o, kData);
    }
    for (const auto& entry : fs::recursive_directory_iterator(folder_ / "1")) {
      if (!entry.is_regular_file()) continue;
      const fs::path twin = folder_ / "2" / entry.path().lexically_relative(folder_ / "1");
      EXPECT_EQ(content(entry.path()), content(twin)) << twin;
    }
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
  store::RelationReader part(o.out);
  for (const char* table : {"decision", "review_event", "final_score"}) {
    EXPECT_TRUE(part.all(std::string("SELECT 1 FROM ") + table).empty()) << table << " tells of what was left out";
  }
}

TEST_F(Export, TheSqliteCopyBringsDatasettesDescriptions) {
  const Options o = options(Format::sqlite, "out.db");
  const Summary summary = export_dataset(o, kData);
  const auto metadata = nlohmann::json::parse(content(folder_ / "out.metadata.json"));
  EXPECT_EQ(summary.files.size(), 2U);
  store::RelationReader reader(o.out);
  for (const auto& [table, about] : metadata["databases"]["out"]["tables"].items()) {
    const auto columns = reader.columns("SELECT * FROM " + table);
    if (!about.contains("columns")) continue;
    for (const auto& [column, text] : about["columns"].items()) {
      const bool added = table == "submission" && column == "final_score";  // of another table
      EXPECT_TRUE(added || std::find(columns.begin(), columns.end(), column) != columns.end())
          << table << "." << column;
    }
  }
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
  EXPECT_EQ(text.find(kReviewer), std::string::npos) << "reviewers are persons too";
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

// What a validator of the Frictionless specifications looks at: types, required values, words, bounds, keys.
class PackageRules {
 public:
  explicit PackageRules(const fs::path& folder) : folder_(folder) {
    package_ = nlohmann::json::parse(content(folder / "datapackage.json"));
  }

  void check() {
    for (const auto& resource : package_["resources"]) check_resource(resource);
  }

 private:
  using Rows = std::vector<std::vector<std::string>>;

  void check_resource(const nlohmann::json& resource) {
    const std::string name = resource["name"];
    EXPECT_TRUE(std::all_of(name.begin(), name.end(), [](char c) { return std::islower(c) || c == '_'; })) << name;
    const auto& schema = resource["schema"];
    const Rows rows = read_csv(content(folder_ / resource["path"].get<std::string>()));
    ASSERT_EQ(rows.front().size(), schema["fields"].size()) << name;
    for (std::size_t r = 1; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < rows[r].size(); ++c) check_value(schema["fields"][c], rows[r][c]);
    }
    if (schema.contains("primaryKey")) check_key(name, rows, schema["primaryKey"]);
    for (const auto& key : schema.value("foreignKeys", nlohmann::json::array())) check_reference(rows, key);
  }
  static void check_value(const nlohmann::json& field, const std::string& value) {
    const auto rules = field.value("constraints", nlohmann::json::object());
    if (value.empty()) {
      EXPECT_FALSE(rules.value("required", false)) << field["name"];
      return;
    }
    if (field["type"] == "string") {
      if (rules.contains("enum")) {
        EXPECT_TRUE(rules["enum"].dump().find('"' + value + '"') != std::string::npos) << value;
      }
      return;
    }
    std::size_t end = 0;
    const double number = std::stod(value, &end);
    EXPECT_EQ(end, value.size()) << field["name"] << " " << value;
    if (field["type"] == "integer") {
      EXPECT_EQ(value.find('.'), std::string::npos) << field["name"];
    }
    if (rules.contains("minimum")) {
      EXPECT_GE(number, rules["minimum"].get<double>()) << field["name"];
    }
    if (rules.contains("maximum")) {
      EXPECT_LE(number, rules["maximum"].get<double>()) << field["name"];
    }
  }
  static std::size_t column(const Rows& rows, const std::string& name) {
    const auto found = std::find(rows[0].begin(), rows[0].end(), name);
    EXPECT_NE(found, rows[0].end()) << name << ": a key's column does not leave";
    return static_cast<std::size_t>(found - rows[0].begin());
  }
  static void check_key(const std::string& name, const Rows& rows, const nlohmann::json& key) {
    std::set<std::string> seen;
    for (std::size_t r = 1; r < rows.size(); ++r) {
      std::string value;
      for (const auto& part : key) value += rows[r].at(column(rows, part)) + "/";
      EXPECT_TRUE(seen.insert(value).second) << name << ": " << value << " twice";
    }
  }
  void check_reference(const Rows& rows, const nlohmann::json& key) {
    const Rows others = read_csv(content(folder_ / (key["reference"]["resource"].get<std::string>() + ".csv")));
    std::set<std::string> known;
    for (std::size_t r = 1; r < others.size(); ++r)
      known.insert(others[r].at(column(others, key["reference"]["fields"])));
    for (std::size_t r = 1; r < rows.size(); ++r) EXPECT_TRUE(known.contains(rows[r].at(column(rows, key["fields"]))));
  }

  fs::path folder_;
  nlohmann::json package_;
};

TEST_F(Export, DataPackageKeepsItsOwnRules) {
  for (const bool provenance : {true, false}) {
    Options o = options(Format::datapackage, provenance ? "full" : "plain");
    o.provenance = provenance;
    o.anonymise = !provenance;
    export_dataset(o, kData);
    PackageRules(o.out).check();
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
