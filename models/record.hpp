// What one report says, in the contract's terms: all that is stored, and all that a check may look at.
//
// A check never sees the PDF: `prongsai check` judges again from the database alone, so whatever a check needs
// is here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/aside.hpp"
#include "models/attached_document.hpp"
#include "models/certainty.hpp"
#include "models/column_key.hpp"
#include "models/damage.hpp"
#include "models/evidence.hpp"
#include "models/identity_place.hpp"
#include "models/page.hpp"
#include "models/score_subject.hpp"
#include "models/words.hpp"

namespace prongsai {

// One of the seven issues (ประเด็นที่ ๑.๑–๑.๗) that the report has.
struct IssueRecord {
  int issue_no = 0;  // 1 to 7
  std::string title;
  std::vector<std::string> item_codes;    // canonical, in the order listed under the heading
  std::optional<std::string> timeframe;   // ระยะเวลาดำเนินการ
  std::optional<std::string> limitation;  // ข้อจำกัดของหน่วยงาน
  std::optional<Evidence> timeframe_at;
  std::optional<Evidence> limitation_at;
  Evidence at;  // its heading
  Doubts timeframe_doubts;
  Doubts limitation_doubts;
};

// A column of a table: what it holds, the header that says so, and what told.
struct ColumnRecord {
  ColumnKey key = ColumnKey::other;
  std::vector<std::string> header;     // as read, one a level from the top down; empty where it has none
  std::string because;                 // the words and traits that told; "" where nothing did
  std::optional<ColumnKey> runner_up;  // what the column is in the next best reading of the table
  double margin = 0;  // by how much that reading is worse, in evidence; columns decided by shape have 0
  Doubts doubts;      // of its header in one line
};

// The header in one line; "" where there is none.
[[nodiscard]] inline std::string header_text(const ColumnRecord& column) {
  std::string text;
  for (const std::string& level : column.header) text += (text.empty() ? "" : " ") + level;
  return text;
}

// A table as a whole.
struct TableRecord {
  int table_no = 0;  // from 1, reading order, over the extracted tables only
  std::optional<int> issue_no;
  std::string role;  // the layout's name for it (issue_table, measures, indicators, results, announcement, …)
  std::vector<ColumnRecord> columns;  // left to right
  bool annexed_template = false;      // an empty form or example annexed to the report, not the report's own table
  Evidence at;
};

[[nodiscard]] inline bool has_column(const TableRecord& table, ColumnKey key) {
  for (const ColumnRecord& column : table.columns) {
    if (column.key == key) return true;
  }
  return false;
}

// A body cell. One that reaches over rows or columns is one cell, in the first of them.
struct CellRecord {
  int table_no = 0;
  int row_no = 0;  // from 1; header rows are not counted
  int col_no = 0;  // from 1, left to right
  int row_span = 1;
  int col_span = 1;
  ColumnKey column_key = ColumnKey::other;
  std::optional<int> issue_no;
  std::optional<int> indicator_no;  // 1 to 10
  std::string text;                 // "" for a cell left blank
  std::string raw_text;
  std::string header_text;
  Evidence at;
  bool annexed_template = false;
  Doubts doubts;  // of `text`
};

// A repair of its text was a guess, or a score stands there that could not be read.
[[nodiscard]] inline bool is_doubtful(const CellRecord& cell) {
  return is_doubtful_text(cell.doubts);
}

// Where a score's subject, office or year was stated: in its row or column, the table's caption, its own sentence, the
// report's title, or nowhere nearer than the report as a whole.
enum class StatedIn { row, column, caption, sentence, title, report };
constexpr auto words_of(StatedIn) {
  using enum StatedIn;
  return std::to_array<Worded<StatedIn>>({{row, "row"},
                                          {column, "column"},
                                          {caption, "caption"},
                                          {sentence, "sentence"},
                                          {title, "title"},
                                          {report, "report"}});
}

// A score that the report states.
struct ScoreRecord {
  SubjectKind subject = SubjectKind::ita;
  std::optional<std::string> subject_no;  // "1" to "10", or an item code
  double value = 0;
  ScoreUnit unit = ScoreUnit::points;
  std::optional<std::string> grade;  // as stated: AA, A, … or ผ่านดีเยี่ยม, …
  std::optional<int> fiscal_year;    // the assessed year, Buddhist Era
  std::optional<std::string> agency;
  std::optional<int> rank;
  std::optional<int> rank_of;
  std::string quote;
  std::string raw_figure;  // the figure as printed: ๙๕.๓๕
  Evidence at;
  bool from_table = false;
  Doubts doubts;  // of `raw_figure`: what keeps it from being judged by, such as a second reading or a sum
  std::optional<StatedIn> subject_from;
  std::optional<StatedIn> agency_from;
  std::optional<StatedIn> year_from;
};

[[nodiscard]] inline bool is_doubtful(const ScoreRecord& score) {
  return !score.doubts.empty();
}

// How a table or passage of figures was understood as scores, or why it was not.
struct ScoreReading {
  int table_no = 0;                    // 0: running text or a page as a whole
  std::string assignment;              // what runs along its rows and columns; "" where nothing was settled
  std::string evidence;                // what speaks for it
  std::string runner_up;               // the next best reading that says something else; "" where there is none
  std::optional<double> margin;        // by which the best leads it, in evidence a cell
  std::optional<std::string> unclear;  // why no score comes of it although it speaks of the assessment: a kind
  std::string words;                   // its title or sentence
  Evidence at;
};

// What a paragraph is in its report. An issue's codes, timeframe and limitation are its own paragraphs' too; `annex`:
// of an empty form or example annexed to the report.
enum class ParagraphRole { prose, heading, codes, timeframe, limitation, annex };
constexpr auto words_of(ParagraphRole) {
  using enum ParagraphRole;
  return std::to_array<Worded<ParagraphRole>>({{prose, "prose"},
                                               {heading, "heading"},
                                               {codes, "codes"},
                                               {timeframe, "timeframe"},
                                               {limitation, "limitation"},
                                               {annex, "annex"}});
}

// A paragraph of running text, kept for search and for checks on prose.
struct ParagraphRecord {
  int paragraph_no = 0;         // from 1, reading order
  std::optional<int> issue_no;  // the issue under whose heading it stands
  ParagraphRole role = ParagraphRole::prose;
  std::string text;
  std::string raw_text;
  Evidence at;
  bool annexed_template = false;
  Doubts doubts;  // of `text`
};

// A word of a scan that was read with doubt: a sign of it was hard to tell, or two readings of its figures differ. All
// of them, for whoever reads the page; what a text has of them is in its doubts.
struct DoubtfulWord {
  std::string text;         // as read, and as the report's texts have it
  std::string alternative;  // what the other reading makes of its figures; "" where the two agree or none was made
  Evidence at;              // its confidence is that of its least sure sign
};

struct PageRecord {
  int page_no = 0;
  PageSource source = PageSource::blank;
  std::string reason;
  double width = 0;
  double height = 0;
  int rotation = 0;
  std::string text;  // all lines in reading order, repaired; a row of a table is one, its cells apart by tabs
  std::string raw_text;
  double confidence = 1;
  bool broken_text_layer = false;
  bool unreadable = false;
};

// What the report's office, year or item might be, and where it says so.
struct IdentityCandidate {
  std::string fact;  // agency, fiscal_year, item_code
  std::string value;
  std::string place;  // of its strongest witness: see Record::agency_from
  double weight = 0;  // of all its witnesses
  Evidence at;
};

// `deferred`: not read for a cause outside its bytes (a file that is away, a process that was ended from outside, time
// that ran out); a later run reads it.
enum class Status { extracted, partial, failed, deferred };
constexpr auto words_of(Status) {
  using enum Status;
  return std::to_array<Worded<Status>>(
      {{extracted, "extracted"}, {partial, "partial"}, {failed, "failed"}, {deferred, "deferred"}});
}

// The error code of such a record, and of a Failure that says nothing of a file's bytes.
inline constexpr const char* kReadingDeferred = "reading_deferred";

struct Record {
  std::optional<std::string> agency;
  std::optional<Evidence> agency_at;
  std::optional<int> fiscal_year;
  std::optional<Evidence> fiscal_year_at;
  Doubts fiscal_year_doubts;  // of the year as it is printed there: what keeps it from being judged by
  std::optional<std::string> item_code;
  // The word of the IdentityPlace where each of the three was read; "" where it is untold.
  std::string agency_from;
  std::string fiscal_year_from;
  std::string item_from;
  std::vector<IdentityCandidate> candidates;  // heaviest first of each fact
  std::string layout;                         // keys of the layouts that matched, comma-separated; "" when none did
  int page_count = 0;
  Status status = Status::extracted;
  std::string error;       // why, when not extracted
  std::string error_code;  // the finding's code of that error (damaged_file, …), else ""
  std::vector<PageRecord> pages;
  std::vector<ParagraphRecord> paragraphs;
  std::vector<IssueRecord> issues;
  std::vector<TableRecord> tables;
  std::vector<CellRecord> cells;
  std::vector<ScoreRecord> scores;
  std::vector<ScoreReading> score_readings;
  std::vector<Link> links;
  std::vector<DoubtfulWord> doubtful_words;
  std::vector<Aside> asides;
  std::vector<Damage> damages;             // by page; the file as a whole first
  std::vector<AttachedDocument> attached;  // that are documents of their own
};

}  // namespace prongsai
