// Frictionless data packages.
#include <re2/re2.h>

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

// What an analyst joins by: keys that stay from export to export.
TEST_F(Export, CellsAndScoresHaveAPrimaryKey) {
  const Options o = options(Format::datapackage, "keyed");
  export_dataset(o, kData);
  const auto package = nlohmann::json::parse(content(o.out / "datapackage.json"));
  for (const auto& resource : package["resources"]) {
    const bool keyed = resource["name"] == "cell" || resource["name"] == "score";
    if (!keyed) continue;
    EXPECT_EQ(resource["schema"].value("primaryKey", nlohmann::json()), nlohmann::json({"submission_id", "key"}));
  }
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

// What the profiles of Data Package, version 2, demand of a descriptor, beyond its tables: names, shapes, forms of
// values. Source: https://datapackage.org/profiles/2.0/datapackage.json, dataresource.json, tabledialect.json and
// tableschema.json, read rule by rule; `only` is stricter, so that a misspelt property is seen.
class ProfileRules {
 public:
  explicit ProfileRules(const fs::path& folder)
      : package_(nlohmann::json::parse(content(folder / "datapackage.json"))) {}

  void check() {
    for (const char* name : {"$schema", "name", "id", "title", "description"}) EXPECT_TRUE(package_[name].is_string());
    if (package_.contains("created")) {
      EXPECT_TRUE(matches(package_["created"], R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))"))
          << package_["created"];
    }
    for (const char* list : {"keywords", "sources", "contributors", "licenses"}) {
      EXPECT_TRUE(!package_.contains(list) || (package_[list].is_array() && !package_[list].empty())) << list;
    }
    for (const auto& word : package_["keywords"]) EXPECT_TRUE(word.is_string());
    for (const auto& source : package_["sources"]) EXPECT_TRUE(source.is_object() && source["title"].is_string());
    ASSERT_FALSE(package_["resources"].empty());
    for (const auto& resource : package_["resources"]) check_resource(resource);
  }

 private:
  static bool matches(const nlohmann::json& value, const std::string& pattern) {
    return value.is_string() && RE2::FullMatch(value.get<std::string>(), pattern);
  }
  static void only(const nlohmann::json& object, const std::set<std::string>& allowed) {
    for (const auto& [name, value] : object.items()) EXPECT_TRUE(allowed.contains(name)) << name;
  }

  void check_resource(const nlohmann::json& resource) {
    only(resource, {"name", "type", "title", "description", "path", "format", "mediatype", "encoding", "bytes", "hash",
                    "dialect", "schema"});
    EXPECT_EQ(resource["type"], "table");
    for (const char* text : {"name", "title", "description", "format", "encoding"}) {
      EXPECT_TRUE(!resource.contains(text) || resource[text].is_string()) << text;
    }
    EXPECT_TRUE(names_.insert(resource["name"]).second) << "names of resources are their own";
    EXPECT_TRUE(matches(resource["path"], "[^./~][^\\\\:]*")) << "a path from the package's folder";
    EXPECT_TRUE(matches(resource["mediatype"], ".+/.+"));
    EXPECT_TRUE(matches(resource["hash"], "sha256:[0-9a-f]{64}"));
    EXPECT_TRUE(resource["bytes"].is_number_unsigned());
    only(resource["dialect"], {"delimiter", "lineTerminator", "doubleQuote", "header"});
    const auto& schema = resource["schema"];
    only(schema, {"$schema", "fields", "missingValues", "primaryKey", "foreignKeys"});
    for (const auto& value : schema.value("missingValues", nlohmann::json::array())) EXPECT_TRUE(value.is_string());
    std::set<std::string> fields;
    for (const auto& field : schema["fields"]) {
      check_field(field);
      EXPECT_TRUE(fields.insert(field["name"]).second) << field["name"];
    }
    EXPECT_FALSE(fields.empty());
    if (schema.contains("primaryKey")) check_names(schema["primaryKey"], fields);
    for (const auto& key : schema.value("foreignKeys", nlohmann::json::array())) {
      check_names(key["fields"], fields);
      EXPECT_TRUE(names_.contains(key["reference"]["resource"])) << "stands before";
      EXPECT_EQ(key["reference"]["fields"].size(), key["fields"].size());
    }
  }
  static void check_names(const nlohmann::json& list, const std::set<std::string>& fields) {
    ASSERT_TRUE(list.is_array() && !list.empty());
    std::set<std::string> seen;
    for (const auto& name : list) EXPECT_TRUE(fields.contains(name) && seen.insert(name).second) << name;
  }
  static void check_field(const nlohmann::json& field) {
    const std::string type = field["type"];
    std::set<std::string> allowed = {"name", "type", "title", "description", "constraints"};
    if (type == "boolean") allowed.insert({"trueValues", "falseValues"});
    only(field, allowed);
    for (const char* values : {"trueValues", "falseValues"}) {
      if (!field.contains(values)) continue;
      EXPECT_FALSE(field[values].empty());
      for (const auto& value : field[values]) EXPECT_TRUE(value.is_string());
    }
    EXPECT_TRUE((std::set<std::string>{"string", "integer", "number", "boolean", "date", "datetime"}.contains(type)))
        << type;
    if (!field.contains("constraints")) return;
    const auto& rules = field["constraints"];
    const bool counts = type == "integer" || type == "number";
    only(rules, counts ? std::set<std::string>{"required", "enum", "minimum", "maximum"}
                       : std::set<std::string>{"required", "enum"});
    if (!rules.contains("enum")) return;
    std::set<nlohmann::json> seen;
    for (const auto& value : rules["enum"]) {
      EXPECT_TRUE(type == "integer" ? value.is_number_integer() : value.is_string()) << field["name"];
      EXPECT_TRUE(seen.insert(value).second) << value;
    }
    EXPECT_FALSE(seen.empty());
  }

  nlohmann::json package_;
  std::set<std::string> names_;
};

TEST_F(Export, DataPackageKeepsTheProfilesOfVersion2) {
  for (const bool provenance : {true, false}) {
    Options o = options(Format::datapackage, provenance ? "full" : "plain");
    o.provenance = provenance;
    export_dataset(o, kData);
    ProfileRules(o.out).check();
  }
  const fs::path empty = folder_ / "empty.db";
  { store::Store made(empty, store::Open::create); }
  Options o = options(Format::datapackage, "of_nothing");
  o.db = empty;
  export_dataset(o, kData);
  ProfileRules(o.out).check();
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
  ProfileRules(o.out).check();
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
