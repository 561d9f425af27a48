// YAML and JSON data files read strictly: a wrong key, type or value throws std::runtime_error that begins with
// "path:line: ", so that an analyst finds the place. Used at start, before any document is touched.
#pragma once

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/words.hpp"

namespace prongsai::text {

// A value of a data file that knows where it stands.
class DataNode {
 public:
  DataNode(YAML::Node node, std::string path) : node_(std::move(node)), path_(std::move(path)) {}

  [[noreturn]] void fail(std::string_view what) const;

  [[nodiscard]] std::string text() const;
  [[nodiscard]] int integer() const;
  [[nodiscard]] double number() const;
  [[nodiscard]] bool boolean() const;
  // One of an enumeration's words (models/words.hpp); fails on any other, and says which there are.
  template <HasWords Value>
  [[nodiscard]] Value value() const {
    const auto known = value_of<Value>(text());
    if (!known) fail_unknown<Value>();
    return *known;
  }
  [[nodiscard]] bool is_text() const { return node_.IsScalar(); }
  [[nodiscard]] bool is_null() const { return node_.IsNull(); }
  [[nodiscard]] std::vector<DataNode> items() const;
  [[nodiscard]] std::vector<std::string> texts() const;                         // a list of texts
  [[nodiscard]] std::vector<std::pair<std::string, DataNode>> entries() const;  // a map, in file order

  // A map's value; at() fails where the key is missing.
  [[nodiscard]] DataNode at(std::string_view key) const;
  [[nodiscard]] std::optional<DataNode> find(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> texts_or_none(std::string_view key) const;
  [[nodiscard]] std::vector<std::pair<std::string, DataNode>> entries_or_none(std::string_view key) const;

  // Fails on a key that is none of these, and says which are: a misspelt key must not be ignored.
  void allow_keys(std::initializer_list<std::string_view> keys) const {
    allow_keys(std::span(keys.begin(), keys.size()));
  }
  void allow_keys(std::span<const std::string_view> keys) const;
  // The same, and none of them may be missing.
  void require_keys(std::span<const std::string_view> keys) const;

 private:
  template <HasWords Value>
  [[noreturn]] void fail_unknown() const {
    std::string known;
    for (const auto& [value, word] : kWordsOf<Value>) known += (known.empty() ? "" : ", ") + std::string(word);
    fail("\"" + text() + "\" is none of: " + known);
  }

  YAML::Node node_;
  std::string path_;
};

// `text`: YAML in UTF-8; `path`: what it is called in messages.
[[nodiscard]] DataNode parse_data(const std::string& text, std::string path);

[[nodiscard]] DataNode read_data_file(const std::filesystem::path& path);

}  // namespace prongsai::text
