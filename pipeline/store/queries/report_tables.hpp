// The tables of one report and their cells.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/queries/place_columns.hpp"
#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct CellRow {
  std::int64_t id = 0;
  std::int64_t table_no = 0;
  std::int64_t row_no = 0;
  std::int64_t col_no = 0;
  std::int64_t row_span = 0;
  std::int64_t col_span = 0;
  std::string column_key;
  std::optional<std::int64_t> issue_no;
  std::optional<std::string> text;
  std::optional<std::string> header_text;
  PlaceColumns at;
  std::optional<std::string> source;
  double confidence = 0;
  int doubtful = 0;  // 0 or 1, as are the others
  int corrected = 0;
  std::optional<std::string> corrected_from;
  int dismissed = 0;
  std::string anchor;  // of the row (store/review/correctable.hpp)
};

template <typename Archive, Like<CellRow> Record>
void describe(Archive& archive, Record& row) {
  archive.field("id", row.id);
  archive.field("table_no", row.table_no);
  archive.field("row_no", row.row_no);
  archive.field("col_no", row.col_no);
  archive.field("row_span", row.row_span);
  archive.field("col_span", row.col_span);
  archive.field("column_key", row.column_key);
  archive.field("issue_no", row.issue_no);
  archive.field("text", row.text);
  archive.field("header_text", row.header_text);
  describe_place(archive, row.at);
  archive.field("source", row.source);
  archive.field("confidence", row.confidence);
  archive.field("doubtful", row.doubtful);
  archive.field("corrected", row.corrected);
  archive.field("corrected_from", row.corrected_from);
  archive.field("dismissed", row.dismissed);
  archive.field("anchor", row.anchor);
}

[[nodiscard]] std::int64_t count_cells(RelationReader& reader, std::int64_t submission_id);

// All; or those of one page, with the rows that they stand in.
[[nodiscard]] std::vector<CellRow> cells_of(RelationReader& reader, std::int64_t submission_id,
                                            std::optional<std::int64_t> page_no);

// Anchors of the cells whose text a reviewer set right.
[[nodiscard]] std::vector<std::string> anchors_of_corrected_cells(RelationReader& reader, std::int64_t submission_id);

struct TableFacts {
  std::int64_t id = 0;
  std::int64_t table_no = 0;
  std::optional<std::int64_t> issue_no;
  std::optional<std::string> role;
  std::optional<std::string> columns;  // a JSON array: what each column was taken for, and by what
  int dismissed = 0;                   // 0 or 1
  PlaceColumns at;
  std::optional<std::string> corrected_fields;
};

template <typename Archive, Like<TableFacts> Record>
void describe(Archive& archive, Record& row) {
  archive.field("id", row.id);
  archive.field("table_no", row.table_no);
  archive.field("issue_no", row.issue_no);
  archive.field("role", row.role);
  archive.field("columns", row.columns);
  archive.field("dismissed", row.dismissed);
  describe_place(archive, row.at);
  archive.field("corrected_fields", row.corrected_fields);
}

[[nodiscard]] std::vector<TableFacts> tables_of(RelationReader& reader, std::int64_t submission_id);

struct RowMark {
  std::int64_t table_no = 0;
  std::int64_t row_no = 0;
  bool dismissed = false;
};

template <typename Archive, Like<RowMark> Record>
void describe(Archive& archive, Record& row) {
  archive.field("table_no", row.table_no);
  archive.field("row_no", row.row_no);
  archive.field("dismissed", row.dismissed);
}

// All rows of tables, or those that stand on a page; and all that are left out.
[[nodiscard]] std::vector<RowMark> rows_of_tables(RelationReader& reader, std::int64_t submission_id,
                                                  std::optional<std::int64_t> page_no);

}  // namespace prongsai::store
