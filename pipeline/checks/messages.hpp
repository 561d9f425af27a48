// The wording of findings, Thai and English, from data/messages/th.yaml and en.yaml.
//
// A template is text with {placeholders}. {place} says where: issue and column, issue, column, page or the report.
// {issue} {column} {item} {page} {evidence} come from the finding, any other name from Finding::values.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/text/data/sayings.hpp"
#include "models/column_key.hpp"
#include "models/finding.hpp"

namespace prongsai::checks {

// The key of a finding's template: its code, or `code.variant` where Finding::values has a "variant".
[[nodiscard]] std::string message_key(const Finding& finding);

// One language.
class Messages {
 public:
  // `keys`: those of the messages that it must have, and no others. Throws std::runtime_error naming file and line.
  // `causes`: what {because} is in this language (data/messages/causes.yaml); none where it stays as it is.
  Messages(const std::filesystem::path& file, const std::vector<std::string>& keys,
           std::optional<text::Sayings> causes = std::nullopt);

  // The finding in words. An unknown key or placeholder is a broken data file: std::runtime_error.
  [[nodiscard]] std::string render(const Finding& finding) const;

  [[nodiscard]] std::set<std::string> keys() const;
  [[nodiscard]] std::set<std::string> placeholders(const std::string& key) const;
  [[nodiscard]] const std::string& column_name(ColumnKey column_key) const;
  [[nodiscard]] std::string issue_name(int issue_no) const;  // ประเด็นที่ ๑.๔ / issue 1.4
  [[nodiscard]] const std::string& phrase(const std::string& key) const;  // fixed words of this language

 private:
  [[nodiscard]] std::string place(const Finding& finding) const;
  [[nodiscard]] std::string value_of(const Finding& finding, const std::string& name) const;

  std::string file_;
  std::map<std::string, std::string> templates_;
  std::map<ColumnKey, std::string> columns_;
  std::map<std::string, std::string> phrases_;
  std::optional<text::Sayings> causes_;
};

// Fills a template: each {name} becomes what `value_of(name)` gives.
template <typename ValueOf>
std::string fill(std::string_view form, const ValueOf& value_of) {
  std::string out;
  std::size_t at = 0;
  while (at < form.size()) {
    const std::size_t open = form.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : form.find('}', open);
    if (close == std::string_view::npos) break;
    out += form.substr(at, open - at);
    out += value_of(std::string(form.substr(open + 1, close - open - 1)));
    at = close + 1;
  }
  return out += form.substr(at);
}

}  // namespace prongsai::checks
