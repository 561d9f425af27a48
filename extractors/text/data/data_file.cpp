#include "extractors/text/data/data_file.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

std::string place(const std::string& path, const YAML::Mark& mark) {
  if (mark.is_null()) return path;
  return path + ":" + std::to_string(mark.line + 1);
}

// The parser takes broken bytes as they come, and other encodings, which no editor of ours writes.
void require_utf8(std::string_view text, const std::string& path) {
  int line = 1;
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (!is_valid_utf8(text.substr(begin, end - begin)))
      throw std::runtime_error(path + ":" + std::to_string(line) + ": not UTF-8");
    begin = end + 1;
  }
}

template <typename T>
T scalar(const YAML::Node& node, const DataNode& data, std::string_view wanted) {
  try {
    return node.as<T>();
  } catch (const YAML::Exception&) {
    data.fail(std::string("expected ") + std::string(wanted));
  }
}

}  // namespace

void DataNode::fail(std::string_view what) const {
  throw std::runtime_error(place(path_, node_.Mark()) + ": " + std::string(what));
}

std::string DataNode::text() const {
  if (!node_.IsScalar() || node_.Scalar().empty()) fail("expected a text");
  return node_.Scalar();
}

int DataNode::integer() const {
  return scalar<int>(node_, *this, "a whole number");
}
double DataNode::number() const {
  const double number = scalar<double>(node_, *this, "a number");
  if (!std::isfinite(number)) fail("expected a number");  // .nan, .inf
  return number;
}
bool DataNode::boolean() const {
  return scalar<bool>(node_, *this, "true or false");
}

std::vector<DataNode> DataNode::items() const {
  if (!node_.IsSequence()) fail("expected a list");
  std::vector<DataNode> out;
  for (const auto& item : node_) out.emplace_back(item, path_);
  return out;
}

std::vector<std::string> DataNode::texts() const {
  std::vector<std::string> out;
  for (const auto& item : items()) out.push_back(item.text());
  return out;
}

std::vector<std::pair<std::string, DataNode>> DataNode::entries() const {
  if (!node_.IsMap()) fail("expected a map");
  std::vector<std::pair<std::string, DataNode>> out;
  for (const auto& entry : node_) out.emplace_back(entry.first.Scalar(), DataNode(entry.second, path_));
  return out;
}

std::optional<DataNode> DataNode::find(std::string_view key) const {
  if (!node_.IsMap()) fail("expected a map");
  const YAML::Node value = node_[std::string(key)];
  if (!value) return std::nullopt;
  return DataNode(value, path_);
}

DataNode DataNode::at(std::string_view key) const {
  auto value = find(key);
  if (!value) fail("\"" + std::string(key) + "\" is missing");
  return *std::move(value);
}

std::vector<std::string> DataNode::texts_or_none(std::string_view key) const {
  const auto value = find(key);
  return value ? value->texts() : std::vector<std::string>{};
}

std::vector<std::pair<std::string, DataNode>> DataNode::entries_or_none(std::string_view key) const {
  const auto value = find(key);
  return value ? value->entries() : std::vector<std::pair<std::string, DataNode>>{};
}

void DataNode::allow_keys(std::span<const std::string_view> keys) const {
  for (const auto& [key, value] : entries()) {
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    std::string allowed;
    for (const std::string_view one : keys) allowed += (allowed.empty() ? "" : ", ") + std::string(one);
    value.fail("unknown key \"" + key + "\"; allowed are " + allowed);
  }
}

void DataNode::require_keys(std::span<const std::string_view> keys) const {
  allow_keys(keys);
  for (const std::string_view key : keys) (void)at(key);
}

DataNode parse_data(const std::string& text, std::string path) {
  require_utf8(text, path);
  try {
    return {YAML::Load(text), path};
  } catch (const YAML::ParserException& error) {
    throw std::runtime_error(place(path, error.mark) + ": " + error.msg);
  }
}

DataNode read_data_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path.string() + ": cannot be opened; is the data folder complete?");
  return parse_data({std::istreambuf_iterator<char>(file), {}}, path.string());
}

}  // namespace prongsai::text
