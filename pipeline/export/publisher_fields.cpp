#include "pipeline/export/publisher_fields.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

// What is refused, and the forms of texts, are those of https://datapackage.org/profiles/2.0/datapackage.json.
namespace prongsai::exporting {
namespace {

using nlohmann::ordered_json;

const std::vector<std::string> kTexts = {"$schema",  "name",    "id",      "title", "description",
                                         "homepage", "version", "created", "image"};

// Lists of objects: which of their fields are texts, and of which one at least must be there.
struct Entries {
  std::vector<std::string> texts;
  std::vector<std::string> one_of;
};
const std::map<std::string, Entries> kEntries = {
    {"contributors", {{"title", "path", "email", "givenName", "familyName", "organization"}, {}}},
    {"licenses", {{"name", "path", "title"}, {"name", "path"}}},
    {"sources", {{"title", "path", "email", "version"}, {}}}};

bool is_list(const ordered_json& value) {
  return value.is_array() && !value.empty();
}

bool is_list_of_texts(const ordered_json& value) {
  return is_list(value) && std::all_of(value.begin(), value.end(), [](const auto& one) { return one.is_string(); });
}

// An address, or a path below the package's folder.
bool is_path(const std::string& text) {
  if (RE2::FullMatch(text, "(?:http|ftp)s?://.+")) return true;
  return RE2::FullMatch(text, "[^./~].*") && !text.starts_with("file:") && text.find("/../") == std::string::npos &&
         text.find('\\') == std::string::npos && text.find("://") == std::string::npos;
}

// The forms that the profile gives to some texts, wherever they stand.
bool has_form(const std::string& name, const std::string& text) {
  if (name == "path") return is_path(text);
  if (name == "email") return RE2::FullMatch(text, R"(\S+@\S+)");
  if (name == "homepage") return RE2::FullMatch(text, R"([A-Za-z][A-Za-z0-9+.-]*:\S+)");
  if (name == "created") return RE2::FullMatch(text, R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))");
  return true;
}

bool has_texts(const ordered_json& object, const std::vector<std::string>& names) {
  return std::all_of(names.begin(), names.end(), [&](const auto& name) {
    return !object.contains(name) ||
           (object[name].is_string() && has_form(name, object[name].template get<std::string>()));
  });
}

// The licences' names of the Open Definition.
bool has_licence_name(const ordered_json& entry) {
  return !entry.contains("name") || RE2::FullMatch(entry["name"].get<std::string>(), "[-A-Za-z0-9._]+");
}

bool is_entry(const ordered_json& value, const Entries& entries) {
  if (!value.is_object() || value.empty() || !has_texts(value, entries.texts)) return false;
  if (value.contains("roles") && !is_list_of_texts(value["roles"])) return false;
  return entries.one_of.empty() || std::any_of(entries.one_of.begin(), entries.one_of.end(),
                                               [&](const auto& name) { return value.contains(name); });
}

// What is wanted of a field instead; "" where it is right.
std::string wanted(const std::string& name, const ordered_json& value) {
  if (name == "resources") return "is told by the program";
  if (std::find(kTexts.begin(), kTexts.end(), name) != kTexts.end()) {
    if (!value.is_string()) return "must be a text";
    if (has_form(name, value.get<std::string>())) return "";
    return name == "created" ? "must be a time like 2026-01-31T08:00:00Z"
                             : "must be an address like https://example.go.th";
  }
  if (name == "keywords") return is_list_of_texts(value) ? "" : "must be a list of texts";
  const auto entries = kEntries.find(name);
  if (entries == kEntries.end()) return "";  // the standard lets publishers add their own
  const bool is_right = is_list(value) && std::all_of(value.begin(), value.end(), [&](const auto& one) {
                          return is_entry(one, entries->second) && (name != "licenses" || has_licence_name(one));
                        });
  if (is_right) return "";
  return name == "licenses" ? R"(must be a list like [{"name": "CC-BY-4.0"}])"
                            : R"(must be a list like [{"title": "…"}], texts in it)";
}

}  // namespace

ordered_json publisher_fields(const std::filesystem::path& file) {
  if (file.empty()) return ordered_json::object();
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file.string() + ": cannot be read");
  auto about = ordered_json::parse(in, nullptr, false);
  if (!about.is_object()) throw std::runtime_error(file.string() + ": is not a JSON object");
  for (const auto& [name, value] : about.items()) {
    const std::string fault = wanted(name, value);
    if (!fault.empty()) throw std::runtime_error(file.string() + ": " + name + " " + fault);
  }
  return about;
}

}  // namespace prongsai::exporting
