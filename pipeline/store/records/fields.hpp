// The one list of what is kept of each record. Storing, loading and sending to another process all walk it, so that
// none of them can forget a field.
//
// describe(archive, record) calls archive.field(name, member) for each member in the order of the columns. The record
// may be const (an archive that writes out) or not (one that reads in). A derived value is written for those who read
// the database, and follows from the other members.
#pragma once

#include <concepts>
#include <string>
#include <type_traits>

#include "models/finding.hpp"
#include "models/record.hpp"
#include "models/submission.hpp"

namespace prongsai::store {

template <typename T, typename Model>
concept Like = std::same_as<std::remove_const_t<T>, Model>;

template <typename Archive, Like<Doubt> Record>
void describe(Archive& archive, Record& doubt) {
  archive.field("begin", doubt.begin);
  archive.field("end", doubt.end);
  archive.field("certainty", doubt.certainty);
  archive.field("text", doubt.text);
  archive.field("alternative", doubt.alternative);
  archive.place("", doubt.at);
}

template <typename Archive, Like<PageRecord> Record>
void describe(Archive& archive, Record& page) {
  archive.field("page_no", page.page_no);
  archive.field("source", page.source);
  archive.field("reason", page.reason);
  archive.known("width", page.width);
  archive.known("height", page.height);
  archive.field("rotation", page.rotation);
  archive.field("text", page.text);
  archive.field("raw_text", page.raw_text);
  archive.field("confidence", page.confidence);
  archive.field("broken_text_layer", page.broken_text_layer);
  archive.field("unreadable", page.unreadable);
}

template <typename Archive, Like<ParagraphRecord> Record>
void describe(Archive& archive, Record& paragraph) {
  archive.field("paragraph_no", paragraph.paragraph_no);
  archive.field("issue_no", paragraph.issue_no);
  archive.field("role", paragraph.role);
  archive.field("text", paragraph.text);
  archive.field("raw_text", paragraph.raw_text);
  archive.place("", paragraph.at);
  archive.field("annexed_template", paragraph.annexed_template);
  archive.records("doubts", paragraph.doubts);
}

template <typename Archive, Like<IssueRecord> Record>
void describe(Archive& archive, Record& issue) {
  archive.field("issue_no", issue.issue_no);
  archive.field("title", issue.title);
  archive.codes("item_codes", issue.item_codes);
  archive.field("timeframe", issue.timeframe);
  archive.field("limitation", issue.limitation);
  archive.place("", issue.at);
  archive.place("timeframe_", issue.timeframe_at);
  archive.place("limitation_", issue.limitation_at);
  archive.records("timeframe_doubts", issue.timeframe_doubts);
  archive.records("limitation_doubts", issue.limitation_doubts);
}

template <typename Archive, Like<ColumnRecord> Record>
void describe(Archive& archive, Record& column) {
  archive.field("key", column.key);
  archive.list("header", column.header);
  archive.field("because", column.because);
  archive.word("runner_up", column.runner_up);
  archive.field("margin", column.margin);
  archive.records("doubts", column.doubts);
}

template <typename Archive, Like<TableRecord> Record>
void describe(Archive& archive, Record& table) {
  archive.field("table_no", table.table_no);
  archive.field("issue_no", table.issue_no);
  archive.field("role", table.role);
  archive.records("columns", table.columns);
  archive.field("annexed_template", table.annexed_template);
  archive.place("", table.at);
}

template <typename Archive, Like<CellRecord> Record>
void describe(Archive& archive, Record& cell) {
  archive.field("table_no", cell.table_no);
  archive.field("row_no", cell.row_no);
  archive.field("col_no", cell.col_no);
  archive.field("row_span", cell.row_span);
  archive.field("col_span", cell.col_span);
  archive.field("column_key", cell.column_key);
  archive.field("issue_no", cell.issue_no);
  archive.field("indicator_no", cell.indicator_no);
  archive.field("text", cell.text);
  archive.field("raw_text", cell.raw_text);
  archive.field("header_text", cell.header_text);
  archive.place("", cell.at);
  archive.field("annexed_template", cell.annexed_template);
  archive.records("doubts", cell.doubts);
  archive.derived("doubtful", is_doubtful(cell));
}

template <typename Archive, Like<ScoreRecord> Record>
void describe(Archive& archive, Record& score) {
  archive.field("subject", score.subject);
  archive.field("subject_no", score.subject_no);
  archive.field("value", score.value);
  archive.field("unit", score.unit);
  archive.field("grade", score.grade);
  archive.field("fiscal_year", score.fiscal_year);
  archive.field("agency", score.agency);
  archive.field("rank", score.rank);
  archive.field("rank_of", score.rank_of);
  archive.field("quote", score.quote);
  archive.field("raw_figure", score.raw_figure);
  archive.place("", score.at);
  archive.field("from_table", score.from_table);
  archive.records("doubts", score.doubts);
  archive.derived("doubtful", is_doubtful(score));
  archive.field("subject_from", score.subject_from);
  archive.field("agency_from", score.agency_from);
  archive.field("year_from", score.year_from);
}

template <typename Archive, Like<ScoreReading> Record>
void describe(Archive& archive, Record& reading) {
  archive.known("table_no", reading.table_no);
  archive.field("assignment", reading.assignment);
  archive.field("evidence", reading.evidence);
  archive.field("runner_up", reading.runner_up);
  archive.field("margin", reading.margin);
  archive.field("unclear", reading.unclear);
  archive.field("words", reading.words);
  archive.place("", reading.at);
}

template <typename Archive, Like<IdentityCandidate> Record>
void describe(Archive& archive, Record& candidate) {
  archive.field("fact", candidate.fact);
  archive.field("value", candidate.value);
  archive.field("place", candidate.place);
  archive.field("weight", candidate.weight);
  archive.place("", candidate.at);
}

template <typename Archive, Like<Link> Record>
void describe(Archive& archive, Record& link) {
  archive.known("page_no", link.page_no);
  archive.field("url", link.url);
  archive.box("", link.box);
}

template <typename Archive, Like<DoubtfulWord> Record>
void describe(Archive& archive, Record& word) {
  archive.field("text", word.text);
  archive.field("alternative", word.alternative);
  archive.place("", word.at);
}

template <typename Archive, Like<Aside> Record>
void describe(Archive& archive, Record& aside) {
  archive.known("page_no", aside.page_no);
  archive.field("kind", aside.kind);
  archive.field("text", aside.text);
  archive.box("", aside.box);
}

template <typename Archive, Like<Damage> Record>
void describe(Archive& archive, Record& damage) {
  archive.field("page_no", damage.page_no);
  archive.field("effect", damage.effect);
  archive.field("words", damage.words);
  archive.field("times", damage.times);
}

template <typename Archive, Like<AttachedDocument> Record>
void describe(Archive& archive, Record& document) {
  archive.field("place", document.place);
  archive.field("name", document.name);
  archive.field("sha256", document.sha256);
  archive.field("size", document.size);
}

template <typename Archive, Like<Finding> Record>
void describe(Archive& archive, Record& finding) {
  archive.field("code", finding.code);
  archive.field("severity", finding.severity);
  archive.field("issue_no", finding.issue_no);
  archive.field("item_code", finding.item_code);
  archive.field("column_key", finding.column_key);
  archive.place("", finding.at);
  archive.field("message_th", finding.message_th);
  archive.field("message_en", finding.message_en);
  archive.field("evidence", finding.evidence);
}

// What a manifest's row claims of a report, without where it stands. `own`: put before the names of what the report
// tells of itself, too.
template <typename Archive, Like<ManifestRow> Row>
void describe_claims(Archive& archive, Row& row, const std::string& own = "") {
  archive.field((own + "agency").c_str(), row.agency);
  archive.field((own + "fiscal_year").c_str(), row.fiscal_year);
  archive.field((own + "item_code").c_str(), row.item_code);
  archive.field("main_site", row.main_site);
  archive.field("published_url", row.published_url);
}

// The document's own facts, without its lists. In the database they are columns of `submission`.
template <typename Archive, Like<prongsai::Record> Record>
void describe(Archive& archive, Record& record) {
  archive.field("agency", record.agency);
  archive.field("fiscal_year", record.fiscal_year);
  archive.field("item_code", record.item_code);
  archive.field("layout", record.layout);
  archive.known("pages", record.page_count);
  archive.field("status", record.status);
  archive.field("error", record.error);
  archive.field("error_code", record.error_code);
  archive.place("agency_", record.agency_at);
  archive.place("fiscal_year_", record.fiscal_year_at);
  archive.records("fiscal_year_doubts", record.fiscal_year_doubts);
  archive.field("agency_from", record.agency_from);
  archive.field("fiscal_year_from", record.fiscal_year_from);
  archive.field("item_from", record.item_from);
}

}  // namespace prongsai::store
