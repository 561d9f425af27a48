// What was written reads back to the rows of the database, in each format.
#include <cstdlib>
#include <map>

#include "extractors/text/unicode/utf8.hpp"
#include "tests/unit/pipeline/export/dataset.hpp"

namespace prongsai::exporting {
namespace {

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

// A name cut in the middle of a letter, a file name that steers terminals, a cell with what XML does not allow.
TEST_F(Export, NoTextOfAReportBreaksAWorkbookOrCsv) {
  {
    store::Store store(db_, store::Open::existing);
    Record record = report("เทศบาลตำบลลุ่มสินธุ์", 2567, std::string("ก\x1b[31m\x01\xEF\xBF\xBFข", 11));
    record.scores[0].quote = std::string("สมศรี").substr(0, 7);
    save(store, "\x1b[31mRED.pdf", record);
    store::set_final_score(store, 3, 50, {std::string("สมศรี").substr(0, 7), 0});
  }
  const Options book = options(Format::xlsx, "hostile.xlsx");
  export_dataset(book, kData);
  const std::string command = std::string("/usr/bin/python3 ") + PRONGSAI_SOURCE_DIR +
                              "/tests/unit/pipeline/export/read_xlsx.py " + book.out.string() + " > /dev/null";
  EXPECT_EQ(std::system(command.c_str()), 0);
  export_dataset(options(Format::csv, "hostile"), kData);
  for (const auto& file : fs::directory_iterator(folder_ / "hostile")) {
    EXPECT_TRUE(text::is_valid_utf8(content(file.path()))) << file.path();
    EXPECT_EQ(content(file.path()).find('\x1b'), std::string::npos) << file.path();
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

TEST_F(Export, WholeSqliteCopyHasTheSameRows) {
  const Options o = options(Format::sqlite, "copy.db");
  export_dataset(o, kData);
  for (const Relation& relation : load_relations(kData)) {
    EXPECT_EQ(rows_of(o.out, relation.name), rows_of(db_, relation.name)) << relation.name;
  }
}

}  // namespace
}  // namespace prongsai::exporting
