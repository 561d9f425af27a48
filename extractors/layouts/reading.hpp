// What a document was recognised to consist of, before any value is taken from it: its lines in order, headings of
// issues and the sections they open, titles, parts and chapters, tables with their roles, and what of all this
// belongs to an annexed form instead of the report.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "extractors/layouts/assessment/assessment.hpp"
#include "extractors/layouts/columns/vocabulary.hpp"
#include "extractors/layouts/flow.hpp"
#include "extractors/layouts/issues/headings.hpp"
#include "extractors/layouts/layout_file.hpp"
#include "extractors/layouts/run_in_labels.hpp"
#include "extractors/layouts/scores/score_tables.hpp"
#include "extractors/layouts/scores/table_words.hpp"
#include "extractors/layouts/scores/words.hpp"
#include "extractors/layouts/table_view.hpp"
#include "extractors/layouts/title.hpp"
#include "extractors/layouts/words/labels.hpp"
#include "models/document.hpp"

namespace prongsai::layouts {

// Everything that data/layouts and data/assessment say.
struct Knowledge {
  explicit Knowledge(const std::filesystem::path& data_folder);

  Assessments assessments;
  Labels labels;
  ColumnVocabulary columns;
  ScoreWords scores;
  scores::TableWords score_tables;
  std::vector<LayoutSpec> layouts;
};

// An issue's heading and all that stands under it.
struct IssueSection {
  IssueHeading heading;
  std::size_t end = 0;              // flow item behind its last
  std::vector<std::size_t> tables;  // views of its issue tables
  bool annexed = false;
  bool has_content = false;  // anything at all below the heading
};

// "ส่วนที่ ๒ …" or "บทที่ ๓".
struct Division {
  std::size_t item = 0;
  int number = 0;
  bool chapter = false;
};

struct Reading {
  const Document* document = nullptr;
  Flow flow;
  std::vector<TableView> tables;
  scores::ScoreTables scores;
  std::vector<IssueSection> sections;
  RunInLabels run_in;  // of the sections
  std::vector<Title> titles;
  std::vector<Division> divisions;
  std::vector<bool> annexed;  // one a flow item
};

// The document must outlive the reading.
[[nodiscard]] Reading read_structure(const Document& document, const Knowledge& knowledge);

// Sets `annexed` on the flow items from `begin` up to `end`.
void mark_annexed(Reading& reading, std::size_t begin, std::size_t end);

// Of each paragraph of the document, whether any of its lines belongs to an annexed form.
[[nodiscard]] std::vector<bool> annexed_paragraphs(const Reading& reading);

}  // namespace prongsai::layouts
