// data/layouts/*.yaml: one file a report layout. The grammar is in data/README.md.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/column_key.hpp"

namespace prongsai::layouts {

// Where a layout's seven issues stand.
enum class IssuesFrom { none, headings, rows };

// Whence a table has its issue number: from the heading above it, from a column of issues in which a name or number
// tells
// (`row`), or from one in which the name alone does (`name`: a table that no layout knows).
enum class IssueOfTable { none, heading, row, name };

// What tells one kind of table by its column keys.
struct TableRule {
  std::string role;
  std::vector<ColumnKey> all;     // each must be there
  std::vector<ColumnKey> any;     // at_least of these
  std::vector<ColumnKey> one_of;  // one of these
  std::vector<ColumnKey> none;    // not one of these
  int at_least = 0;
  bool scores = false;  // a table of scores: ScoreColumns::announces()
  IssueOfTable issue = IssueOfTable::none;
};

// One piece of evidence that a document has this layout.
struct Sign {
  enum class Kind { issue_headings, parts, chapters, table, form_headers, title, phrase } kind = Kind::phrase;
  int at_least = 1;                // of headings, parts, chapters, headers
  std::string role;                // of the table
  std::string word_list;           // title: the name of a list in common/labels.yaml
  std::vector<std::string> words;  // phrase: any of these, anywhere
  double weight = 0;               // 0 to 1
  bool own = false;                // no report has it but those of this layout
};

struct LayoutSpec {
  std::string key;
  std::string kind;  // measures, results, scores
  double threshold = 0.5;
  std::vector<Sign> signs;
  IssuesFrom issues = IssuesFrom::none;
  std::vector<TableRule> tables;
};

// All layouts of a folder, by key. Throws std::runtime_error naming file and line.
[[nodiscard]] std::vector<LayoutSpec> read_layouts(const std::filesystem::path& folder);

[[nodiscard]] LayoutSpec read_layout(const std::filesystem::path& file);

// Whether a table with these column keys is of the rule's kind.
[[nodiscard]] bool matches(const TableRule& rule, const std::vector<ColumnKey>& column_keys, bool announces_scores);

}  // namespace prongsai::layouts
