// Frictionless data packages.
#include <algorithm>
#include <cctype>
#include <cstdlib>
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
      EXPECT_EQ(("/" + value).find("//"), std::string::npos) << name << ": a part of a key is never missing";
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

// What an analyst joins by: keys that stay from export to export, of a gap without a file, too.
TEST_F(Export, EveryTableHasAPrimaryKey) {
  {
    store::Store store(db_, store::Open::existing);
    Submission submission;
    submission.source_path = "c.pdf";
    submission.canonical_path = "/reports/c.pdf";
    submission.manifest = ManifestRow{.file = "c.pdf", .agency = "ก", .published_url = "https://office.example/c.pdf"};
    Record nothing;
    nothing.status = Status::failed;
    Finding dead;
    dead.code = "dead_link";
    Finding unsafe;
    unsafe.code = "unsafe_link";
    store.save({submission, nothing, {{dead, unsafe, unsafe}, std::nullopt, ""}, "judge", std::nullopt});
    store.database().exec(
        "INSERT INTO damage (submission_id, page_no, effect, words, times) SELECT id, 0, 'lost', 'x', "
        "1 FROM submission WHERE sha256 IS NULL");
  }
  const Options o = options(Format::datapackage, "keyed");
  export_dataset(o, kData);
  const auto package = nlohmann::json::parse(content(o.out / "datapackage.json"));
  for (const auto& resource : package["resources"])
    EXPECT_FALSE(resource["schema"].value("primaryKey", nlohmann::json::array()).empty()) << resource["name"];
  PackageRules(o.out).check();
  EXPECT_EQ(read_csv(content(o.out / "finding.csv")).size(), 1 + 2 + 3U);
  EXPECT_GE(read_csv(content(o.out / "damage.csv")).size(), 1 + 3U);
}

TEST_F(Export, DataPackageKeepsItsOwnRules) {
  for (const bool provenance : {true, false}) {
    Options o = options(Format::datapackage, provenance ? "full" : "plain");
    o.provenance = provenance;
    o.anonymise = !provenance;
    export_dataset(o, kData);
    PackageRules(o.out).check();
  }
}

// By python3-jsonschema, against what the profiles of version 2 demand; its complaints go to the test's own output.
bool is_valid_package(const fs::path& descriptor) {
  const std::string here = std::string(PRONGSAI_SOURCE_DIR) + "/tests/unit/pipeline/export/";
  const std::string command =
      "/usr/bin/python3 " + here + "validate_package.py " + here + "data_package_v2.json " + descriptor.string();
  return std::system(command.c_str()) == 0;
}

// What no schema can tell: names that name something.
void expect_names_fit(const nlohmann::json& package) {
  std::set<std::string> resources;
  for (const auto& resource : package["resources"]) {
    EXPECT_TRUE(resources.insert(resource["name"]).second) << "names of resources are their own";
    std::set<std::string> fields;
    const auto& schema = resource["schema"];
    for (const auto& field : schema["fields"]) EXPECT_TRUE(fields.insert(field["name"]).second) << field["name"];
    for (const auto& name : schema.value("primaryKey", nlohmann::json::array())) EXPECT_TRUE(fields.contains(name));
    for (const auto& key : schema.value("foreignKeys", nlohmann::json::array())) {
      for (const auto& name : key["fields"]) EXPECT_TRUE(fields.contains(name)) << name;
      EXPECT_TRUE(resources.contains(key["reference"]["resource"])) << "stands before";
      EXPECT_EQ(key["reference"]["fields"].size(), key["fields"].size());
    }
  }
}

void expect_valid(const fs::path& folder) {
  EXPECT_TRUE(is_valid_package(folder / "datapackage.json")) << "python3-jsonschema (scripts/packages) validates it";
  expect_names_fit(nlohmann::json::parse(content(folder / "datapackage.json")));
}

TEST_F(Export, DataPackageKeepsTheProfilesOfVersion2) {
  for (const bool provenance : {true, false}) {
    Options o = options(Format::datapackage, provenance ? "full" : "plain");
    o.provenance = provenance;
    export_dataset(o, kData);
    expect_valid(o.out);
  }
  const fs::path empty = folder_ / "empty.db";
  { store::Store made(empty, store::Open::create); }
  Options o = options(Format::datapackage, "of_nothing");
  o.db = empty;
  export_dataset(o, kData);
  expect_valid(o.out);
}

// The schema refuses what the profiles do: none of these would be seen otherwise.
TEST_F(Export, APackageThatBreaksTheProfilesIsRefused) {
  export_dataset(options(Format::datapackage, "package"), kData);
  const auto good = nlohmann::json::parse(content(folder_ / "package" / "datapackage.json"));
  const std::map<std::string, std::string> breaks = {
      {"/resources", "[]"},
      {"/created", R"("31/01/2569")"},
      {"/keywords", "[]"},
      {"/licenses", R"([{"title": "free"}])"},
      {"/contributors", R"([{"roles": "author"}])"},
      {"/resources/0/path", R"("../submission.csv")"},
      {"/resources/0/type", R"("tabular")"},
      {"/resources/0/bytes", R"("12")"},
      {"/resources/0/hash", R"("sha256")"},
      {"/resources/0/profile", R"("tabular-data-resource")"},
      {"/resources/0/dialect/header", R"("yes")"},
      {"/resources/0/schema/fields", "[]"},
      {"/resources/0/schema/fields/0/type", R"("whole number")"},
      {"/resources/0/schema/fields/0/constraints", R"({"minLength": 3})"},
      {"/resources/0/schema/primaryKey", R"(["id", "id"])"},
      {"/resources/1/schema/foreignKeys/0/reference", R"({"resource": "submission"})"},
      {"/resources/0/schema/missingValues", "[0]"}};
  for (const auto& [where, value] : breaks) {
    nlohmann::json broken = good;
    broken[nlohmann::json::json_pointer(where)] = nlohmann::json::parse(value);
    std::ofstream(folder_ / "broken.json") << broken;
    EXPECT_FALSE(is_valid_package(folder_ / "broken.json")) << where;
  }
}

TEST_F(Export, WhatThePublisherStatesMustHaveTheFormOfThatField) {
  Options o = options(Format::datapackage, "package");
  o.about = folder_ / "about.json";
  const std::map<std::string, std::string> faults = {
      {R"({"licenses": "CC-BY-4.0"})", "licenses must be a list"},
      {R"({"licenses": [{"title": "free"}]})", "licenses must be"},
      {R"({"licenses": []})", "licenses must be"},
      {R"({"contributors": ["somebody"]})", "contributors must be"},
      {R"({"contributors": [{"title": "ก", "roles": "author"}]})", "contributors must be"},
      {R"({"licenses": [{"name": "CC BY 4.0"}]})", "licenses must be"},
      {R"({"licenses": [{"path": "../LICENCE"}]})", "licenses must be"},
      {R"({"contributors": [{"title": "ก", "path": "file:///srv"}]})", "contributors must be"},
      {R"({"sources": [{"title": "ก", "email": "nobody"}]})", "sources must be"},
      {R"({"created": "31/01/2569"})", "created must be a time"},
      {R"({"homepage": "www example"})", "homepage must be an address"},
      {R"({"keywords": "ITA"})", "keywords must be a list of texts"},
      {R"({"version": 2567})", "version must be a text"},
      {R"({"resources": []})", "resources is told by the program"}};
  for (const auto& [text, words] : faults) {
    std::ofstream(o.about) << text;
    try {
      export_dataset(o, kData);
      ADD_FAILURE() << text;
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string(error.what()).find("about.json: " + words), std::string::npos) << error.what();
    }
    EXPECT_FALSE(fs::exists(o.out / "datapackage.json")) << text;
  }
  std::ofstream(o.about) << R"({"contributors": [{"title": "ก", "roles": ["author"], "email": "a@b.go.th"}],
      "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}, {"path": "LICENCE.txt"}],
      "homepage": "https://example.go.th/ita", "created": "2026-01-31T08:00:00+07:00", "publisher_note": 7})";
  export_dataset(o, kData);
  expect_valid(o.out);
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

// Whole paths would name this machine's folders, in other formats, too.
TEST_F(Export, PathsBeginBelowTheFolderThatAllReportsShare) {
  {
    store::Store store(db_, store::Open::existing);
    store.database().exec(
        "UPDATE submission SET source_path = '/srv/house/2567/' || CASE id % 2 WHEN 0 THEN 'north/' ELSE "
        "'north2/' END || source_path");
  }
  for (const Format format : {Format::csv, Format::datapackage}) {
    const Options o = options(format, format == Format::csv ? "csv" : "package");
    export_dataset(o, kData);
    for (const auto& file : fs::directory_iterator(o.out))
      EXPECT_EQ(content(file.path()).find("/srv/"), std::string::npos) << file.path();
    EXPECT_NE(content(o.out / "submission.csv").find(",north2/"), std::string::npos);
  }
  const auto package = nlohmann::json::parse(content(folder_ / "package" / "datapackage.json"));
  for (const auto& resource : package["resources"]) {
    for (const auto& field : resource["schema"]["fields"]) {
      if (field["name"] != "corrected") continue;
      EXPECT_EQ(field["trueValues"], nlohmann::json::array({"1"}));
    }
  }
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
