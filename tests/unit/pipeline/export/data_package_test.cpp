// Frictionless data packages.
#include <algorithm>
#include <cctype>
#include <set>

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

}  // namespace
}  // namespace prongsai::exporting
