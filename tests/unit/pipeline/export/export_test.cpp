#include "pipeline/export/export.hpp"

#include <algorithm>

#include "tests/unit/pipeline/export/dataset.hpp"

namespace prongsai::exporting {
namespace {

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

// A report of which nothing was recognised passes no filter by what would have been recognised.
TEST_F(Export, SqliteCopyLeavesOutWhatIsNotKnownToPass) {
  Record unknown = report("", 0, "ของใครไม่ทราบ");
  unknown.agency.reset();
  unknown.fiscal_year.reset();
  unknown.item_code.reset();
  unknown.layout.clear();
  {
    store::Store store(db_, store::Open::existing);
    save(store, "c.pdf", unknown);
  }
  std::vector<store::ExportFilter> filters(5);
  filters[0].fiscal_years = {2566};
  filters[1].agencies = {"ลุ่มสินธุ์"};
  filters[2].item_codes = {"O34"};
  filters[3].layouts = {"seven_issues"};
  filters[4].provinces = {"ธารทิพย์"};
  for (std::size_t i = 0; i < filters.size(); ++i) {
    Options o = options(Format::sqlite, std::to_string(i) + ".db");
    o.filter = filters[i];
    export_dataset(o, kData);
    store::RelationReader part(o.out);
    EXPECT_FALSE(part.all("SELECT 1 FROM submission").empty()) << i;
    EXPECT_TRUE(part.all("SELECT 1 FROM submission WHERE agency IS NULL").empty()) << i;
    EXPECT_TRUE(part.all("SELECT 1 FROM cell WHERE text = 'ของใครไม่ทราบ'").empty()) << i;
  }
}

// Of the two publications only the first report's stays, with the requests that led to it.
TEST_F(Export, SqliteCopyTellsNothingThatWasCollectedOfOthers) {
  {
    store::Store store(db_, store::Open::existing);
    store.database().exec(
        "INSERT INTO collection VALUES (1, 't', 't', '1', 'a'), (2, 't', 't', '1', 'a');"
        "INSERT INTO publication (item_key, office_key, published_url) VALUES ('l', 'other.example', "
        "'https://other.example/');"
        "UPDATE publication SET click_urls = '[[\"ITA\", \"https://www.office.example/ita\"]]' WHERE item_key = 'k';"
        "INSERT INTO fetch (collection_id, url, at, outcome, tries) VALUES "
        "(1, 'https://www.office.example/o34.pdf', 't', 'answered', 1), (1, 'https://www.office.example/ita', 't', "
        "'answered', 1), (2, 'https://other.example/', 't', 'answered', 1)");
  }
  Options o = options(Format::sqlite, "small.db");
  o.filter.fiscal_years = {2567};
  export_dataset(o, kData);
  store::RelationReader part(o.out);
  const auto one = [&](const char* sql) { return std::get<std::string>(part.all(sql).at(0).at(0)); };
  EXPECT_EQ(one("SELECT group_concat(item_key) FROM publication"), "k");
  EXPECT_EQ(one("SELECT group_concat(url, ' ') FROM (SELECT url FROM fetch ORDER BY url)"),
            "https://www.office.example/ita https://www.office.example/o34.pdf");
  EXPECT_EQ(one("SELECT CAST(group_concat(id) AS TEXT) FROM collection"), "1");
}

// A copy that fails on its way leaves nothing, least of all one that still holds the rest.
TEST_F(Export, ACopyThatFailsLeavesNothing) {
  const fs::path out = folder_ / "part.db";
  EXPECT_THROW(store::copy_database(db_, out, {.selection = {{"no_such_column = 1", {}}, std::nullopt}}),
               std::runtime_error);
  for (const auto& entry : fs::directory_iterator(folder_))
    EXPECT_FALSE(entry.path().filename().string().starts_with("part")) << entry.path();
}

// Findings, keys and rights as the other formats have them.
TEST_F(Export, TheSqliteCopyHoldsTheFindingsAndKeysOfTheOtherFormats) {
  {
    store::Store store(db_, store::Open::existing);
    store::add_finding(store, 1, {"info", "ข้อสังเกตอื่น", std::nullopt, 0, {}}, {kReviewer, 0});
  }
  Options o = options(Format::sqlite, "out.db");
  o.filter.codes = {"missing_timeframe"};
  export_dataset(o, kData);
  EXPECT_EQ(fs::status(o.out).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  store::RelationReader part(o.out);
  store::RelationReader whole(db_);
  const auto rows = [](store::RelationReader& reader, const std::string& sql) { return reader.all(sql); };
  EXPECT_EQ(rows(part, "SELECT DISTINCT code FROM finding"), rows(whole, "SELECT 'missing_timeframe'"));
  const std::vector<Relation> relations = load_relations(kData);
  for (const char* table : {"cell", "score", "finding"}) {
    const auto relation = std::ranges::find(relations, table, &Relation::name);
    const std::string keys =
        table == std::string("finding") ? " WHERE code = 'missing_timeframe' ORDER BY id" : " ORDER BY id";
    EXPECT_EQ(rows(part, std::string("SELECT id, key FROM ") + table + keys),
              rows(whole, "SELECT id, key FROM (" + relation->sql + ")" + keys))
        << table;
  }
  EXPECT_EQ(rows(part, "SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY 1"),
            rows(whole, "SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY 1"));
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
      EXPECT_TRUE(std::find(columns.begin(), columns.end(), column) != columns.end()) << table << "." << column;
    }
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

TEST_F(Export, AnonymisedDataHoldsNoRawTextAndNoFolder) {
  {
    store::Store store(db_, store::Open::existing);
    Record record = report("เทศบาลตำบลลุ่มสินธุ์", 2567, "จุดอ่อน");
    record.cells[0].raw_text = "นายสมห\nมาย ทองแท้";
    record.pages[0].text = "นายสมห\nมาย ทองแท้";
    save(store, "/home/clerk/ไฟล์/c.pdf", record);
    const auto finding = store.database().execAndGet("SELECT max(id) FROM finding").getInt64();
    store::decide_finding(store, finding, "confirmed", "แจ้ง พ.ต.อ.สมหมาย ทองแท้ แล้ว พ.ศ. ๒๕๖๗", {kReviewer, 0});
  }
  for (const auto format : {Format::jsonl, Format::csv}) {
    Options o = options(format, format == Format::csv ? "anonymous" : "anonymous.jsonl");
    o.anonymise = true;
    std::string text;
    for (const fs::path& file : export_dataset(o, kData).files) text += content(file);
    for (const char* leak : {"สมห", "มาย", "ทองแท้", "/home", "ไฟล์/"})
      EXPECT_EQ(text.find(leak), std::string::npos) << leak;
    EXPECT_NE(text.find("c.pdf"), std::string::npos);
    EXPECT_NE(text.find("พ.ศ. ๒๕๖๗"), std::string::npos);
  }
}

TEST_F(Export, WideTableHasARowAnOfficeAndIssue) {
  const auto rows = rows_of(db_, "seven_issues");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(std::get<std::string>(rows[0][0]), "สำนักงานศึกษาธิการจังหวัดธารทิพย์");
  EXPECT_EQ(std::get<std::int64_t>(rows[0][3]), 1);
}

TEST_F(Export, WhatAReviewerDismissedIsInTheLogAlone) {
  {
    store::Store store(db_, store::Open::existing);
    Record record = report("สำนักงานศึกษาธิการจังหวัดธารทิพย์", 2567, "แถวตัวอย่างในแบบฟอร์ม");
    record.tables = {{1, 1, "issue_table", {{ColumnKey::weakness, {}, "", std::nullopt, 0}}, false, {}}};
    record.scores[0].from_table = true;
    record.scores[0].at = record.cells[0].at;
    save(store, "c.pdf", record);
    store::correct_table(store, store.database().execAndGet("SELECT max(id) FROM table_info").getInt64(), "row/1",
                         nullptr, {kReviewer, 0});
  }
  EXPECT_EQ(rows_of(db_, "cell").size(), 2U);
  EXPECT_EQ(rows_of(db_, "score").size(), 2U);
  const Options o = options(Format::csv, "csv");
  export_dataset(o, kData);
  for (const auto& file : fs::directory_iterator(o.out)) {
    const bool told = content(file.path()).find("แถวตัวอย่างในแบบฟอร์ม") != std::string::npos;
    EXPECT_EQ(told, file.path().filename() == "change.csv") << file.path();
  }
}

TEST_F(Export, TheReviewOfAFileThatWasReplacedLeavesToo) {
  {
    store::Store store(db_, store::Open::existing);
    const std::int64_t id = store.database()
                                .execAndGet(
                                    "SELECT f.id FROM finding f JOIN submission s ON s.id = f.submission_id "
                                    "WHERE s.source_path = 'b.pdf'")
                                .getInt64();
    store::decide_finding(store, id, "dismissed", "แก้ในฉบับใหม่แล้ว", {kReviewer, 0});
    save(store, "b.pdf", report("เทศบาลตำบลลุ่มสินธุ์", 2566, "ฉบับใหม่"), 'c');
  }
  const Options o = options(Format::csv, "csv");
  export_dataset(o, kData);
  for (const char* file : {"earlier_finding.csv", "change.csv"}) {
    int told = 0;
    for (const auto& row : read_csv(content(o.out / file))) {
      const auto has = [&row](const std::string& words) {
        return std::any_of(row.begin(), row.end(),
                           [&](const std::string& field) { return field.find(words) != std::string::npos; });
      };
      if (has("แก้ในฉบับใหม่แล้ว") && has(kReviewer) && has("dismissed")) ++told;
    }
    EXPECT_GE(told, 1) << file;
  }
}

TEST_F(Export, TheKindOfOfficeLeavesInEveryFormat) {
  const Options lines = options(Format::jsonl, "kinds.jsonl");
  export_dataset(lines, kData);
  const std::string text = content(lines.out);
  EXPECT_NE(text.find("\"office_kind\":\"เทศบาลตำบล\""), std::string::npos);
  const Options copy = options(Format::sqlite, "kinds.db");
  export_dataset(copy, kData);
  SQLite::Database database(copy.out.string(), SQLite::OPEN_READONLY);
  EXPECT_EQ(database.execAndGet("SELECT kind FROM office_kind WHERE agency LIKE 'เทศบาล%'").getString(), "เทศบาลตำบล");
}

TEST_F(Export, RefusesToOverwrite) {
  const Options o = options(Format::jsonl, "there.jsonl");
  std::ofstream(o.out) << "mine";
  EXPECT_THROW(export_dataset(o, kData), std::runtime_error);
  EXPECT_EQ(content(o.out), "mine");
}

}  // namespace
}  // namespace prongsai::exporting
