#include "pipeline/checks/yaml_file.hpp"

#include <stdexcept>
#include <utility>

namespace prongsai::checks {

YamlFile::YamlFile(std::filesystem::path path) : path_(std::move(path)) {
  try {
    root_ = YAML::LoadFile(path_.string());
  } catch (const YAML::Exception& error) {
    throw std::runtime_error(path_.string() + ": cannot be read as YAML: " + error.what());
  }
  if (!root_.IsMap()) throw std::runtime_error(path_.string() + ": must hold `key: value` pairs");
}

void YamlFile::fail(const YAML::Node& at, const std::string& what) const {
  const int line = at.IsDefined() ? at.Mark().line + 1 : 0;
  throw std::runtime_error(path_.string() + (line > 0 ? ":" + std::to_string(line) : "") + ": " + what);
}

YAML::Node YamlFile::need(const YAML::Node& parent, const std::string& key) const {
  if (!parent.IsMap()) fail(parent, "`" + key + "` is wanted here, inside a mapping");
  const YAML::Node node = parent[key];
  if (!node.IsDefined() || node.IsNull()) fail(parent, "`" + key + "` is missing");
  return node;
}

std::string YamlFile::text(const YAML::Node& parent, const std::string& key) const {
  const YAML::Node node = need(parent, key);
  if (!node.IsScalar()) fail(node, "`" + key + "` must be one line of text");
  return node.as<std::string>();
}

double YamlFile::number(const YAML::Node& parent, const std::string& key) const {
  const YAML::Node node = need(parent, key);
  try {
    return node.as<double>();
  } catch (const YAML::Exception&) {
    fail(node, "`" + key + "` must be a number");
  }
}

int YamlFile::integer(const YAML::Node& parent, const std::string& key) const {
  const YAML::Node node = need(parent, key);
  try {
    return node.as<int>();
  } catch (const YAML::Exception&) {
    fail(node, "`" + key + "` must be a whole number");
  }
}

std::vector<std::string> YamlFile::texts(const YAML::Node& list) const {
  if (!list.IsSequence()) fail(list, "a list is wanted here");
  std::vector<std::string> out;
  for (const YAML::Node& item : list) {
    if (!item.IsScalar()) fail(item, "one line of text is wanted here");
    out.push_back(item.as<std::string>());
  }
  return out;
}

std::optional<double> YamlFile::optional_number(const YAML::Node& parent, const std::string& key) const {
  if (!parent[key].IsDefined()) return std::nullopt;
  return number(parent, key);
}

std::optional<int> YamlFile::optional_integer(const YAML::Node& parent, const std::string& key) const {
  if (!parent[key].IsDefined()) return std::nullopt;
  return integer(parent, key);
}

std::string YamlFile::optional_text(const YAML::Node& parent, const std::string& key) const {
  return parent[key].IsDefined() ? text(parent, key) : std::string();
}

}  // namespace prongsai::checks
