#include "pipeline/store/queries/report_tables.hpp"

#include "pipeline/store/queries/typed_rows.hpp"
#include "pipeline/store/review/correctable.hpp"

namespace prongsai::store {
namespace {

// A row of `cell` stands with others in a row that has one on page ?2, or ?2 is NULL.
constexpr const char* kRowsOfPage =
    "(?2 IS NULL OR (table_no, row_no) IN (SELECT table_no, row_no FROM cell WHERE submission_id = ?1 AND page_no = "
    "?2))";

Value value_or_null(std::optional<std::int64_t> number) {
  return number ? Value(*number) : Value();
}

std::string cells_with_anchors() {
  return " FROM cell c JOIN (" + anchored_rows("cell") + ") a ON a.id = c.id WHERE ";
}

}  // namespace

std::int64_t count_cells(RelationReader& reader, std::int64_t submission_id) {
  return number_of(reader, "SELECT count(*) FROM cell WHERE submission_id = ?1", {submission_id});
}

std::vector<CellRow> cells_of(RelationReader& reader, std::int64_t submission_id, std::optional<std::int64_t> page_no) {
  return rows_as<CellRow>(
      reader,
      "SELECT c.id, table_no, row_no, col_no, row_span, col_span, column_key, issue_no, text, header_text, page_no, "
      "x0, "
      "y0, x1, y1, source, coalesce(confidence, 1) AS confidence, doubtful, corrected, corrected_from, dismissed, "
      "anchor" +
          cells_with_anchors() + kRowsOfPage + " ORDER BY c.id",
      {submission_id, value_or_null(page_no)});
}

std::vector<std::string> anchors_of_corrected_cells(RelationReader& reader, std::int64_t submission_id) {
  return values_as<std::string>(reader, "SELECT anchor" + cells_with_anchors() + "corrected = 1", {submission_id});
}

std::vector<TableFacts> tables_of(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<TableFacts>(reader,
                             "SELECT id, table_no, issue_no, role, columns, dismissed, page_no, x0, y0, x1, y1, "
                             "corrected_fields FROM table_info WHERE submission_id = ?1 ORDER BY table_no",
                             {submission_id});
}

std::vector<RowMark> rows_of_tables(RelationReader& reader, std::int64_t submission_id,
                                    std::optional<std::int64_t> page_no) {
  return rows_as<RowMark>(reader,
                          std::string("SELECT table_no, row_no, max(dismissed) AS dismissed FROM cell WHERE "
                                      "submission_id = ?1 AND (dismissed = 1 OR ") +
                              kRowsOfPage + ") GROUP BY 1, 2",
                          {submission_id, value_or_null(page_no)});
}

}  // namespace prongsai::store
