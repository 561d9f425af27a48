// What a column holds, told by its header (data/layouts/common/columns.yaml).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::layouts {

inline constexpr std::string_view kOtherColumn = "other";

// One of the contract's column keys, `other` among them.
[[nodiscard]] bool is_column_key(std::string_view key);

class ColumnNames {
 public:
  explicit ColumnNames(const std::filesystem::path& file);

  // The column key of a header; `other` when it resembles no known spelling. Misread letters are forgiven in
  // proportion to the header's length; a header of a word or two must be right.
  [[nodiscard]] std::string key_of(std::string_view header) const;

  // The spellings that are long enough to be found in nothing but a header.
  [[nodiscard]] std::vector<std::string> telling_spellings() const;

 private:
  struct Spelling {
    std::string key;
    std::string text;  // as in the file, without a trailing …
    bool prefix = false;
  };
  std::vector<Spelling> spellings_;
  std::vector<std::string> whole_;       // the texts of those that are no prefix, for best_match
  std::vector<std::string> whole_keys_;  // and their keys
};

}  // namespace prongsai::layouts
