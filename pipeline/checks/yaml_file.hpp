// One YAML data file, read with errors that name the file, the line and the key: an analyst edits these files by
// hand, and a wrong one must stop the program before any document is judged.
#pragma once

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::checks {

class YamlFile {
 public:
  // Throws std::runtime_error when the file is missing or no YAML mapping.
  explicit YamlFile(std::filesystem::path path);

  [[nodiscard]] const YAML::Node& root() const { return root_; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  // Each throws std::runtime_error naming file, line and key when the value is missing or of another kind.
  [[nodiscard]] YAML::Node need(const YAML::Node& parent, const std::string& key) const;
  [[nodiscard]] std::string text(const YAML::Node& parent, const std::string& key) const;
  [[nodiscard]] double number(const YAML::Node& parent, const std::string& key) const;
  [[nodiscard]] int integer(const YAML::Node& parent, const std::string& key) const;
  [[nodiscard]] std::vector<std::string> texts(const YAML::Node& list) const;

  // A key that may be absent.
  [[nodiscard]] std::optional<double> optional_number(const YAML::Node& parent, const std::string& key) const;
  [[nodiscard]] std::optional<int> optional_integer(const YAML::Node& parent, const std::string& key) const;
  [[nodiscard]] std::string optional_text(const YAML::Node& parent, const std::string& key) const;  // "" when absent

  [[noreturn]] void fail(const YAML::Node& at, const std::string& what) const;

 private:
  std::filesystem::path path_;
  YAML::Node root_;
};

}  // namespace prongsai::checks
