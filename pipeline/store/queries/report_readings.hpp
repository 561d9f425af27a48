// What was read from one report: rows of its page, with what a reviewer set right in them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/queries/place_columns.hpp"
#include "pipeline/store/records/fields.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct PageFacts {
  std::int64_t page_no = 0;
  std::string source;
  std::optional<std::string> reason;
  std::optional<double> width;  // points
  std::optional<double> height;
  std::optional<double> confidence;
};

template <typename Archive, Like<PageFacts> Record>
void describe(Archive& archive, Record& row) {
  archive.field("page_no", row.page_no);
  archive.field("source", row.source);
  archive.field("reason", row.reason);
  archive.field("width", row.width);
  archive.field("height", row.height);
  archive.field("confidence", row.confidence);
}

[[nodiscard]] std::vector<PageFacts> pages_of(RelationReader& reader, std::int64_t submission_id);

struct IssueRow {
  std::int64_t id = 0;
  std::int64_t issue_no = 0;
  std::optional<std::string> title;
  std::optional<std::string> item_codes;
  std::optional<std::string> timeframe;
  std::optional<std::string> limitation;
  PlaceColumns at;
  PlaceColumns timeframe_at;
  PlaceColumns limitation_at;
  std::optional<std::string> corrected_fields;  // a JSON object: what was read, by column
  std::optional<std::string> added;             // the anchor under which a reviewer added it
  std::string anchor;                           // of the row (store/review/correctable.hpp)
};

template <typename Archive, Like<IssueRow> Record>
void describe(Archive& archive, Record& row) {
  archive.field("id", row.id);
  archive.field("issue_no", row.issue_no);
  archive.field("title", row.title);
  archive.field("item_codes", row.item_codes);
  archive.field("timeframe", row.timeframe);
  archive.field("limitation", row.limitation);
  describe_place(archive, row.at);
  describe_place(archive, row.timeframe_at, "timeframe_");
  describe_place(archive, row.limitation_at, "limitation_");
  archive.field("corrected_fields", row.corrected_fields);
  archive.field("added", row.added);
  archive.field("anchor", row.anchor);
}

[[nodiscard]] std::vector<IssueRow> issues_of(RelationReader& reader, std::int64_t submission_id);

struct ScoreRow {
  std::int64_t id = 0;
  std::string subject;
  std::optional<std::string> subject_no;
  double value = 0;
  std::string unit;
  std::optional<std::string> grade;
  std::optional<std::int64_t> fiscal_year;
  std::optional<std::string> agency;
  std::optional<std::int64_t> rank;
  std::optional<std::int64_t> rank_of;
  std::optional<std::string> quote;
  PlaceColumns at;
  std::optional<std::string> source;
  std::optional<double> confidence;
  int doubtful = 0;  // 0 or 1, as are the others
  int corrected = 0;
  std::optional<double> corrected_from;
  std::optional<std::string> corrected_fields;
  std::optional<std::string> added;
  int dismissed = 0;  // stands in a part of a table that a reviewer left out
  std::string anchor;
};

template <typename Archive, Like<ScoreRow> Record>
void describe(Archive& archive, Record& row) {
  archive.field("id", row.id);
  archive.field("subject", row.subject);
  archive.field("subject_no", row.subject_no);
  archive.field("value", row.value);
  archive.field("unit", row.unit);
  archive.field("grade", row.grade);
  archive.field("fiscal_year", row.fiscal_year);
  archive.field("agency", row.agency);
  archive.field("rank", row.rank);
  archive.field("rank_of", row.rank_of);
  archive.field("quote", row.quote);
  describe_place(archive, row.at);
  archive.field("source", row.source);
  archive.field("confidence", row.confidence);
  archive.field("doubtful", row.doubtful);
  archive.field("corrected", row.corrected);
  archive.field("corrected_from", row.corrected_from);
  archive.field("corrected_fields", row.corrected_fields);
  archive.field("added", row.added);
  archive.field("dismissed", row.dismissed);
  archive.field("anchor", row.anchor);
}

[[nodiscard]] std::int64_t count_scores(RelationReader& reader, std::int64_t submission_id);

// In their order, `count` of them at most behind the first `from`.
[[nodiscard]] std::vector<ScoreRow> scores_of(RelationReader& reader, std::int64_t submission_id, std::int64_t from,
                                              std::int64_t count);

// Those that a reviewer set right or added.
[[nodiscard]] std::vector<ScoreRow> changed_scores_of(RelationReader& reader, std::int64_t submission_id);

struct DoubtfulWordRow {
  std::string text;
  std::optional<std::string> alternative;
  PlaceColumns at;
  double confidence = 0;
};

template <typename Archive, Like<DoubtfulWordRow> Record>
void describe(Archive& archive, Record& row) {
  archive.field("text", row.text);
  archive.field("alternative", row.alternative);
  describe_place(archive, row.at);
  archive.field("confidence", row.confidence);
}

[[nodiscard]] std::vector<DoubtfulWordRow> doubtful_words_of(RelationReader& reader, std::int64_t submission_id);

struct ScoreReadingRow {
  std::optional<std::int64_t> table_no;
  std::optional<std::string> assignment;
  std::optional<std::string> evidence;
  std::optional<std::string> runner_up;
  std::optional<double> margin;
  std::optional<std::string> unclear;
  std::optional<std::string> words;
  PlaceColumns at;
};

template <typename Archive, Like<ScoreReadingRow> Record>
void describe(Archive& archive, Record& row) {
  archive.field("table_no", row.table_no);
  archive.field("assignment", row.assignment);
  archive.field("evidence", row.evidence);
  archive.field("runner_up", row.runner_up);
  archive.field("margin", row.margin);
  archive.field("unclear", row.unclear);
  archive.field("words", row.words);
  describe_place(archive, row.at);
}

[[nodiscard]] std::vector<ScoreReadingRow> score_readings_of(RelationReader& reader, std::int64_t submission_id);

// What the report may be of, and how strongly it says so.
struct CandidateRow {
  std::string fact;
  std::string value;
  std::optional<std::string> place;
  double weight = 0;
  PlaceColumns at;
};

template <typename Archive, Like<CandidateRow> Record>
void describe(Archive& archive, Record& row) {
  archive.field("fact", row.fact);
  archive.field("value", row.value);
  archive.field("place", row.place);
  archive.field("weight", row.weight);
  describe_place(archive, row.at);
}

[[nodiscard]] std::vector<CandidateRow> candidates_of(RelationReader& reader, std::int64_t submission_id);

}  // namespace prongsai::store
