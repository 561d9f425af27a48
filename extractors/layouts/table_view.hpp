// A table as the layouts see it: column keys, rows that are headers in disguise, rows that span all columns, and the
// role that its columns give it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "extractors/layouts/assessment/assessment.hpp"
#include "extractors/layouts/columns/header_levels.hpp"
#include "extractors/layouts/columns/roles.hpp"
#include "extractors/layouts/columns/vocabulary.hpp"
#include "extractors/layouts/flow.hpp"
#include "extractors/layouts/issues/headings.hpp"
#include "extractors/layouts/layout_file.hpp"
#include "extractors/layouts/scores/score_tables.hpp"
#include "extractors/layouts/words/labels.hpp"
#include "models/document.hpp"

namespace prongsai::layouts {

struct TableView {
  std::size_t table = 0;                // index in the document
  std::shared_ptr<const Table> turned;  // a card stood upright, instead of the document's table; else null
  std::vector<HeaderPath> paths;        // one a column
  std::vector<std::string> headers;     // the same in one line each
  std::vector<ColumnRole> roles;        // one a column
  std::vector<ColumnKey> keys;          // theirs
  std::vector<std::size_t> rows;        // body and spanning rows of the table, in order
  std::vector<bool> spanning;           // one a row above
  std::string role;                     // "" when no layout knows such a table
  std::string layout;                   // the layout that knows it
  IssueOfTable issue_from = IssueOfTable::none;
  bool contents = false;   // a list of contents
  bool annexed = false;    // stands in an annexed form, example or list of requirements
  bool continues = false;  // goes on from the table before it
};

struct TableWords {
  const ColumnVocabulary& columns;
  const Assessments& assessments;
  const Labels& labels;
  const scores::ScoreTables& scores;
  const IssueNames& issues;
  const std::vector<LayoutSpec>& layouts;
};

// One view a table, in the document's order of tables; continuations are told from the flow.
[[nodiscard]] std::vector<TableView> view_tables(const Document& document, const Flow& flow, const TableWords& words);

// The table that a view's rows are rows of.
[[nodiscard]] const Table& table_of(const TableView& view, const Document& document);

// The cell that stands in a column; null where the row has none there.
[[nodiscard]] const TableCell* cell_at(const TableRow& row, int column);

// Body cells of a column (of any column: -1) that hold something, and how many body rows there are.
[[nodiscard]] std::size_t filled_cells(const TableView& view, const Document& document, int column = -1);
[[nodiscard]] std::size_t body_rows(const TableView& view);

}  // namespace prongsai::layouts
