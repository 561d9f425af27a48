#include "pipeline/export/publisher_fields.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

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

bool has_texts(const ordered_json& object, const std::vector<std::string>& names) {
  return std::all_of(names.begin(), names.end(),
                     [&](const auto& name) { return !object.contains(name) || object[name].is_string(); });
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
  if (std::find(kTexts.begin(), kTexts.end(), name) != kTexts.end()) return value.is_string() ? "" : "must be a text";
  if (name == "keywords") return is_list_of_texts(value) ? "" : "must be a list of texts";
  const auto entries = kEntries.find(name);
  if (entries == kEntries.end()) return "";  // the standard lets publishers add their own
  const bool is_right = is_list(value) && std::all_of(value.begin(), value.end(),
                                                      [&](const auto& one) { return is_entry(one, entries->second); });
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
