// YAML and JSON data files read strictly: a wrong key, type or value throws std::runtime_error that begins with
// "path:line: ", so that an analyst finds the place. Used at start, before any document is touched.
#pragma once

#include <yaml-cpp/yaml.h>

#include <array>
#include <cstddef>
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

// The words of an enumeration, in its order.
template <HasWords Value>
[[nodiscard]] constexpr auto all_words() {
  std::array<std::string_view, kWordsOf<Value>.size()> words;
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = kWordsOf<Value>[i].word;
  return words;
}

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
  // A list of such words.
  template <HasWords Value>
  [[nodiscard]] std::vector<Value> values() const {
    std::vector<Value> out;
    for (const DataNode& item : items()) out.push_back(item.value<Value>());
    return out;
  }
  [[nodiscard]] bool is_text() const { return node_.IsScalar(); }
  [[nodiscard]] bool is_null() const { return node_.IsNull(); }
  [[nodiscard]] std::vector<DataNode> items() const;
  [[nodiscard]] std::vector<std::string> texts() const;                         // a list of texts
  [[nodiscard]] std::vector<std::pair<std::string, DataNode>> entries() const;  // a map, in file order

  // The same of a map whose keys are an enumeration's words; fails on any other.
  template <HasWords Value>
  [[nodiscard]] std::vector<std::pair<Value, DataNode>> entries_by() const {
    allow_keys(all_words<Value>());
    std::vector<std::pair<Value, DataNode>> out;
    for (const auto& [key, node] : entries()) out.emplace_back(*value_of<Value>(key), node);
    return out;
  }

  // A map's value; at() fails where the key is missing.
  [[nodiscard]] DataNode at(std::string_view key) const;
  [[nodiscard]] std::optional<DataNode> find(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> texts_or_none(std::string_view key) const;
  template <HasWords Value>
  [[nodiscard]] std::vector<Value> values_or_none(std::string_view key) const {
    const auto value = find(key);
    return value ? value->values<Value>() : std::vector<Value>{};
  }
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
    for (const std::string_view word : all_words<Value>()) known += (known.empty() ? "" : ", ") + std::string(word);
    fail("\"" + text() + "\" is none of: " + known);
  }

  YAML::Node node_;
  std::string path_;
};

// `text`: YAML in UTF-8; `path`: what it is called in messages.
[[nodiscard]] DataNode parse_data(const std::string& text, std::string path);

[[nodiscard]] DataNode read_data_file(const std::filesystem::path& path);

}  // namespace prongsai::text
