#include "extractors/text/agencies/agency_data.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>
#include <stdexcept>

#include "extractors/text/data/data_file.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, int line, const std::string& why) {
  throw std::runtime_error(file.string() + ":" + std::to_string(line) + ": " + why);
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = text.find(separator); at != std::string::npos; at = text.find(separator, begin)) {
    parts.push_back(text.substr(begin, at - begin));
    begin = at + 1;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

// Our CSV files quote nothing: no name holds a comma.
void read_csv(const std::filesystem::path& file, const std::string& header,
              const std::function<void(const std::vector<std::string>&, int line)>& take) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file.string() + ": cannot be read; reinstall the program's data files");
  const std::size_t columns = split(header, ',').size();
  std::string text;
  for (int line = 1; std::getline(in, text); ++line) {
    if (!text.empty() && text.back() == '\r') text.pop_back();
    if (line == 1) {
      if (text != header) refuse(file, line, "the columns must be " + header);
      continue;
    }
    if (text.empty()) continue;
    const std::vector<std::string> fields = split(text, ',');
    if (fields.size() != columns) {
      refuse(file, line, std::to_string(fields.size()) + " fields, not " + std::to_string(columns));
    }
    if (!is_valid_utf8(text)) refuse(file, line, "not UTF-8");
    if (fields[0].empty()) refuse(file, line, "the first field is empty");
    take(fields, line);
  }
}

std::vector<std::string> list_of(const std::string& field) {
  return field.empty() ? std::vector<std::string>{} : split(field, '|');
}

void load_provinces(const std::filesystem::path& file, AgencyData& data) {
  read_csv(file, "name,also,region", [&data](const auto& fields, int) {
    data.provinces.push_back({fields[0], list_of(fields[1])});
  });
}

void load_offices(const std::filesystem::path& file, AgencyData& data) {
  std::set<std::string> names;
  read_csv(file, "abbr,name,type,provinces,region,under", [&](const auto& fields, int line) {
    if (!names.insert(fields[1]).second) refuse(file, line, fields[1] + " is listed twice");
    for (const std::string& province : list_of(fields[3])) {
      const bool known = std::any_of(data.provinces.begin(), data.provinces.end(),
                                     [&province](const Province& p) { return p.name == province; });
      if (!known) refuse(file, line, "unknown province " + province);
    }
    data.offices.push_back({fields[0], fields[1], fields[2], fields[5]});
  });
}

Family::Of of_what(const DataNode& node) {
  const std::string of = node.text();
  if (of == "listed") return Family::Of::listed;
  if (of == "province") return Family::Of::province;
  if (of == "name") return Family::Of::name;
  node.fail("of: must be listed, province or name, not " + of);
}

Family family_in(const DataNode& node) {
  node.allow_keys({"type", "heads", "of", "parents", "under"});
  Family family{node.at("type").text(), node.at("heads").texts(), of_what(node.at("of")), node.texts_or_none("parents"),
                node.texts_or_none("under")};
  if (family.heads.empty()) node.fail("no heads");
  return family;
}

void check_kinds_above(const DataNode& node, const std::vector<Family>& families) {
  for (const std::string& kind : node.texts_or_none("under")) {
    if (std::ranges::find(families, kind, &Family::type) == families.end())
      node.fail("under: no family of type " + kind);
  }
}

void load_families(const std::filesystem::path& file, AgencyData& data) {
  const DataNode root = read_data_file(file);
  root.allow_keys({"families", "stop_words", "number_tails"});
  const auto families = root.at("families").items();
  for (const DataNode& node : families) data.families.push_back(family_in(node));
  for (const DataNode& node : families) check_kinds_above(node, data.families);
  for (const std::string& word : split(root.at("stop_words").text(), ' ')) {
    if (!word.empty()) data.stop_words.push_back(word);
  }
  data.number_tails = root.at("number_tails").texts();
}

void load_parents(const std::filesystem::path& file, AgencyData& data) {
  const DataNode root = read_data_file(file);
  root.allow_keys({"parents"});
  for (const DataNode& node : root.at("parents").items()) {
    node.allow_keys({"name", "also"});
    data.parents.push_back({node.at("name").text(), node.texts_or_none("also")});
  }
}

// Each listed office has a family, and its name begins with the family's canonical head.
void check_offices(const std::filesystem::path& file, const AgencyData& data) {
  int line = 1;
  for (const Office& office : data.offices) {
    ++line;
    const auto family = std::find_if(data.families.begin(), data.families.end(),
                                     [&office](const Family& f) { return f.type == office.type; });
    if (family == data.families.end()) refuse(file, line, "no family of type " + office.type + " in families.yaml");
    if (!office.name.starts_with(family->heads.front())) {
      refuse(file, line, office.name + " does not begin with " + family->heads.front());
    }
  }
}

}  // namespace

AgencyData load_agency_data(const std::filesystem::path& folder) {
  AgencyData data;
  load_provinces(folder / "provinces.csv", data);
  load_offices(folder / "offices.csv", data);
  load_families(folder / "families.yaml", data);
  load_parents(folder / "parents.yaml", data);
  check_offices(folder / "offices.csv", data);
  return data;
}

}  // namespace prongsai::text
