// The relations that leave the house, and what their columns mean: read from data/export/relations.json, so that CSV
// headers, spreadsheet widths and the data package's schemas all say the same.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace prongsai::exporting {

struct Column {
  std::string name;
  std::string type;         // string, integer, number, boolean (1 or 0), date, datetime
  std::string th;           // short title
  std::string en;           // description
  bool provenance = false;  // page, box, source, confidence: left out by --no-provenance
  bool person = false;      // names a person, or holds text in which names cannot be found: left empty by --anonymise
  bool path = false;        // a file's path: --anonymise leaves its name
  bool joined = false;      // of another table than the relation's own
  bool required = false;
  std::vector<std::string> allowed;  // enum; empty = any
  std::optional<long> minimum;
  std::optional<long> maximum;
};

struct Relation {
  std::string name;
  std::string th;
  std::string en;
  std::vector<Column> columns;
  std::vector<std::string> order;  // columns that fix the order of rows
  std::vector<std::string> key;    // primary key; empty = none
  std::string submission;          // the column that refers to submission.id; "" for submission itself
  std::string sql;                 // the SELECT behind it; "" = the relation of that name
  bool is_table = false;           // the database has a table of that name
  bool derived = false;            // says nothing that other relations do not: left out where rows nest
};

// Throws std::runtime_error naming file and line.
[[nodiscard]] std::vector<Relation> load_relations(const std::filesystem::path& data_folder);

}  // namespace prongsai::exporting
