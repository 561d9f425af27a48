// datapackage.json: Data Package, version 2 (https://datapackage.org).
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "pipeline/export/export.hpp"
#include "pipeline/stages/files/sha256.hpp"
#include "version.hpp"

namespace prongsai::exporting {
namespace {

using nlohmann::ordered_json;

const std::string kProfiles = "https://datapackage.org/profiles/2.0/";

ordered_json field_of(const Column& column) {
  ordered_json field{{"name", column.name}, {"type", column.type}, {"title", column.th}, {"description", column.en}};
  if (column.type == "boolean") {
    field["trueValues"] = {"1"};
    field["falseValues"] = {"0"};
  }
  ordered_json constraints = ordered_json::object();
  if (column.required) constraints["required"] = true;
  if (column.minimum) constraints["minimum"] = *column.minimum;
  if (column.maximum) constraints["maximum"] = *column.maximum;
  for (const std::string& value : column.allowed) {
    constraints["enum"].push_back(column.type == "string" ? ordered_json(value) : ordered_json(std::stol(value)));
  }
  if (!constraints.empty()) field["constraints"] = constraints;
  return field;
}

ordered_json schema_of(const Feed& feed) {
  ordered_json schema{
      {"$schema", kProfiles + "tableschema.json"}, {"fields", ordered_json::array()}, {"missingValues", {""}}};
  for (const Column& column : feed.columns) schema["fields"].push_back(field_of(column));
  if (!feed.relation.key.empty()) schema["primaryKey"] = feed.relation.key;
  if (!feed.relation.submission.empty()) {
    const ordered_json reference{{"resource", "submission"}, {"fields", ordered_json::array({"id"})}};
    const ordered_json key{{"fields", ordered_json::array({feed.relation.submission})}, {"reference", reference}};
    schema["foreignKeys"] = ordered_json::array({key});
  }
  return schema;
}

ordered_json schema_of_codebook() {
  ordered_json schema{
      {"$schema", kProfiles + "tableschema.json"}, {"fields", ordered_json::array()}, {"missingValues", {""}}};
  for (const char* name : {"list", "value", "th", "en"})
    schema["fields"].push_back({{"name", name}, {"type", "string"}});
  schema["primaryKey"] = {"list", "value"};
  return schema;
}

ordered_json resource_of(const std::string& name, const std::string& th, const std::string& en, ordered_json schema,
                         const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / (name + ".csv");
  const auto hash = stages::sha256_of_file(file, std::numeric_limits<long long>::max());
  if (!hash.ok()) throw std::runtime_error(file.string() + ": cannot be read again");
  return {{"name", name},
          {"type", "table"},
          {"title", th},
          {"description", en},
          {"path", name + ".csv"},
          {"format", "csv"},
          {"mediatype", "text/csv"},
          {"encoding", "utf-8"},
          {"bytes", std::filesystem::file_size(file)},
          {"hash", "sha256:" + hash.value().sha256},
          {"dialect", {{"delimiter", ","}, {"lineTerminator", "\r\n"}, {"doubleQuote", true}, {"header", true}}},
          {"schema", std::move(schema)}};
}

}  // namespace

void write_datapackage_json(const std::vector<Feed>& feeds, const PackageFacts& facts,
                            const std::filesystem::path& folder) {
  ordered_json package{
      {"$schema", kProfiles + "datapackage.json"},
      {"name", "prongsai-ita-reports"},
      {"id", facts.id},
      {"title", "รายงานการประเมินคุณธรรมและความโปร่งใส (ITA) ในรูปข้อมูล"},
      {"description", "What government offices' ITA reports say, read by prongsai; each value names its page and box."},
      {"created", facts.created},
      {"keywords", {"ITA", "integrity", "transparency", "government", "Thailand"}},
      {"sources", {{{"title", "ITA reports published by Thai government offices"}}}},
      {"generator", std::string("prongsai ") + kVersion}};
  if (facts.created.empty()) package.erase("created");  // nothing was read yet
  package.update(facts.about);                          // a licence is the publisher's to state: none is claimed here
  package["resources"] = ordered_json::array();
  for (const Feed& feed : feeds) {
    package["resources"].push_back(
        resource_of(feed.relation.name, feed.relation.th, feed.relation.en, schema_of(feed), folder));
  }
  package["resources"].push_back(resource_of("codebook", "ความหมายของรหัส",
                                             "what codes, column keys, layouts, subjects and states mean",
                                             schema_of_codebook(), folder));
  std::ofstream out(folder / "datapackage.json", std::ios::binary);
  out << package.dump(2) << '\n';
  out.flush();
  if (!out) throw std::runtime_error((folder / "datapackage.json").string() + ": cannot be written");
}

}  // namespace prongsai::exporting
