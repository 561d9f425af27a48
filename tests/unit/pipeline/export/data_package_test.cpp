// Frictionless data packages.
#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "pipeline/store/review/correctable.hpp"
#include "tests/unit/pipeline/export/dataset.hpp"

namespace prongsai::exporting {
namespace {

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
    if (field["type"] == "datetime" || field["type"] == "date") {
      const bool has_time = field["type"] == "datetime";
      EXPECT_EQ(value.size(), has_time ? 20U : 10U) << field["name"] << " " << value;
      EXPECT_TRUE(!has_time || value.back() == 'Z') << value;
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
      known.insert(others[r].at(column(others, key["reference"]["fields"][0])));
    for (std::size_t r = 1; r < rows.size(); ++r)
      EXPECT_TRUE(known.contains(rows[r].at(column(rows, key["fields"][0]))));
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

// Data Package, version 2, and what an analyst needs beside the tables.
TEST_F(Export, APackageTellsWhatItIsAndClaimsNoLicence) {
  Options o = options(Format::datapackage, "package");
  export_dataset(o, kData);
  const auto package = nlohmann::json::parse(content(o.out / "datapackage.json"));
  EXPECT_EQ(package["$schema"], "https://datapackage.org/profiles/2.0/datapackage.json");
  EXPECT_FALSE(package.contains("profile"));
  EXPECT_FALSE(package.contains("licenses"));
  EXPECT_FALSE(package.contains("version")) << "the program's is not the dataset's";
  for (const auto& resource : package["resources"]) {
    EXPECT_EQ(resource["bytes"], fs::file_size(o.out / resource["path"].get<std::string>()));
    EXPECT_EQ(resource["hash"].get<std::string>().size(), 7U + 64U);
    EXPECT_EQ(resource["type"], "table");
  }
  EXPECT_NE(content(o.out / "README.md").find("## cell.csv"), std::string::npos);
  EXPECT_NE(content(o.out / "README.md").find("No licence is stated"), std::string::npos);
  EXPECT_NE(content(o.out / "codebook.csv").find("code,wrong_year,\"ปีไม่ตรง\",\"Wrong year\""), std::string::npos);
  o.out = folder_ / "again";
  o.about = folder_ / "about.json";
  std::ofstream(o.about) << R"({"title": "ชุดข้อมูล", "licenses": [{"name": "CC-BY-4.0"}], "version": "2567.1"})";
  export_dataset(o, kData);
  const auto told = nlohmann::json::parse(content(o.out / "datapackage.json"));
  EXPECT_EQ(told["title"], "ชุดข้อมูล");
  EXPECT_EQ(told["licenses"][0]["name"], "CC-BY-4.0");
  o.out = folder_ / "third";
  std::ofstream(o.about) << "[]";
  EXPECT_THROW(export_dataset(o, kData), std::runtime_error);
}

// A filter of findings picks these, not all of the reports that have one.
TEST_F(Export, FiltersPickFindingsToo) {
  {
    store::Store store(db_, store::Open::existing);
    store.database().exec("UPDATE finding SET severity = 'info' WHERE id = (SELECT max(id) FROM finding)");
  }
  Options o = options(Format::csv, "confirmed");
  o.filter.statuses = {"confirmed"};
  export_dataset(o, kData);
  EXPECT_EQ(read_csv(content(o.out / "finding.csv")).size(), 2U);
  EXPECT_EQ(read_csv(content(o.out / "submission.csv")).size(), 2U);
  o = options(Format::jsonl, "info.jsonl");
  o.filter.severities = {"info"};
  o.filter.fiscal_years = {2566};
  export_dataset(o, kData);
  const auto line = nlohmann::json::parse(content(o.out));
  EXPECT_EQ(line["finding"].size(), 1U);
  o.out = folder_ / "none.jsonl";
  o.filter.provinces = {"ไม่มี"};
  export_dataset(o, kData);
  EXPECT_EQ(content(o.out), "");
}

// Keys are made of content, the same as those that a change in the review names.
TEST_F(Export, KeysAreTheReviewsOwn) {
  export_dataset(options(Format::csv, "csv"), kData);
  store::RelationReader reader(db_);
  const std::map<std::string, std::string> kinds = {{"finding", "decision"}, {"cell", "cell"}, {"score", "score"}};
  for (const auto& [relation, kind] : kinds) {
    std::multiset<std::string> keys;
    const auto rows = read_csv(content(folder_ / "csv" / (relation + ".csv")).substr(3));
    for (std::size_t r = 1; r < rows.size(); ++r) keys.insert(rows[r][1]);
    std::multiset<std::string> wanted;
    for (const std::int64_t id : {1, 2}) {
      const std::string anchors = relation == "finding" ? "SELECT id, anchor FROM finding WHERE submission_id = ?1"
                                                        : store::anchored_rows(kind);
      const std::string sql = "SELECT content_key((SELECT sha256 FROM submission WHERE id = ?1), '" + kind +
                              "', anchor) FROM (" + anchors + ")";
      for (const auto& row : reader.all(sql, {id})) wanted.insert(std::get<std::string>(row[0]));
    }
    EXPECT_EQ(keys, wanted) << relation;
    EXPECT_FALSE(keys.empty());
  }
}

}  // namespace
}  // namespace prongsai::exporting
