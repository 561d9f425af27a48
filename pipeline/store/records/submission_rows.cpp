#include "pipeline/store/records/submission_rows.hpp"

#include "pipeline/store/sqlite/now.hpp"
#include "pipeline/store/sqlite/sql_archive.hpp"

namespace prongsai::store {
namespace {

// What is known of the file itself and from its manifest row.
template <typename Archive, Like<Submission> Model>
void describe(Archive& archive, Model& submission) {
  archive.field("source_path", submission.source_path);
  archive.field("canonical_path", submission.canonical_path);
  archive.field("sha256", submission.sha256);
  archive.field("file_size", submission.file_size);
  archive.field("attached_at", submission.attached_at);
}

template <typename Archive, Like<ManifestRow> Model>
void describe(Archive& archive, Model& row) {
  describe_claims(archive, row, "manifest_");
  archive.field("publication", row.publication);
  archive.field("manifest_file", row.manifest);
}

template <typename Archive, Like<ExtractionFacts> Model>
void describe(Archive& archive, Model& facts) {
  archive.field("program_version", facts.program_version);
  archive.field("data_version", facts.data_version);
  archive.field("engine_version", facts.engine_version);
  archive.field("model_version", facts.model_version);
  archive.field("seconds", facts.seconds);
  archive.field("peak_kib", facts.peak_kib);
  archive.field("attempts", facts.attempts);
}

template <typename Model>
std::vector<std::string> names() {
  ColumnNames gathered;
  Model blank{};
  describe(gathered, blank);
  return gathered.names();
}

std::vector<std::string> concat(std::vector<std::string> first, const std::vector<std::string>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

// "a = excluded.a, b = excluded.b"
std::string assignments(const std::vector<std::string>& columns) {
  std::vector<std::string> parts;
  parts.reserve(columns.size());
  for (const std::string& column : columns) parts.push_back(column + " = excluded." + column);
  return joined(parts);
}

std::string insert_stamped(const std::string& table, const std::vector<std::string>& columns,
                           const std::string& stamp) {
  return "INSERT INTO " + table + " (" + joined(concat(columns, {stamp})) + ") VALUES (" + parameters(columns.size()) +
         ", " + kNow + ")";
}

const std::vector<std::string>& submission_columns() {
  static const std::vector<std::string> kColumns =
      concat(concat(concat(names<Submission>(), names<ManifestRow>()), columns_of<Record>()),
             {"suggested_score", "score_reason", "score_reason_en", "judge_version", "extraction_id"});
  return kColumns;
}

std::int64_t step_for_id(SQLite::Statement& statement) {
  statement.executeStep();
  const std::int64_t id = statement.getColumn(0).getInt64();
  statement.reset();
  return id;
}

std::vector<std::string> prefixed(const std::string& prefix, std::vector<std::string> columns) {
  for (std::string& column : columns) column.insert(0, prefix);
  return columns;
}

}  // namespace

std::int64_t write_extraction(SQLite::Database& database, const std::string& sha256, const ExtractionFacts& facts) {
  const auto columns = concat({"sha256"}, names<ExtractionFacts>());
  SQLite::Statement statement(database, insert_stamped("extraction", columns, "finished_at") + " RETURNING id");
  RowWriter writer(statement);
  writer.field("sha256", sha256);
  describe(writer, facts);
  return step_for_id(statement);
}

std::int64_t write_submission(SQLite::Database& database, const ToSave& document,
                              std::optional<std::int64_t> extraction_id) {
  SQLite::Statement statement(database, insert_stamped("submission", submission_columns(), "saved_at") +
                                            " ON CONFLICT (canonical_path) DO UPDATE SET " +
                                            assignments(concat(submission_columns(), {"saved_at"})) + " RETURNING id");
  RowWriter writer(statement);
  describe(writer, document.submission);
  describe(writer, document.submission.manifest ? *document.submission.manifest : ManifestRow{});
  store::describe(writer, document.record);
  writer.field("suggested_score", document.judgement.suggested_score);
  writer.field("score_reason", document.judgement.score_reason);
  writer.field("score_reason_en", document.judgement.score_reason_en);
  writer.field("judge_version", document.judge_version);
  const std::optional<long long> reference = extraction_id;
  writer.field("extraction_id", reference);
  return step_for_id(statement);
}

void write_assessment(SQLite::Database& database, std::int64_t id, const Judgement& judgement,
                      const std::string& judge_version) {
  SQLite::Statement statement(
      database,
      std::string(
          "UPDATE submission SET suggested_score = ?, score_reason = ?, score_reason_en = ?, judge_version = ?, "
          "saved_at = ") +
          kNow + " WHERE id = ?");
  RowWriter writer(statement);
  writer.field("suggested_score", judgement.suggested_score);
  writer.field("score_reason", judgement.score_reason);
  writer.field("score_reason_en", judgement.score_reason_en);
  writer.field("judge_version", judge_version);
  writer.field("id", static_cast<long long>(id));
  statement.exec();
}

std::optional<std::int64_t> find_extraction(SQLite::Database& database, const std::string& canonical_path) {
  SQLite::Statement query(database, "SELECT extraction_id FROM submission WHERE canonical_path = ?");
  query.bind(1, canonical_path);
  if (!query.executeStep() || query.isColumnNull(0)) return std::nullopt;
  return query.getColumn(0).getInt64();
}

void drop_if_unused(SQLite::Database& database, std::int64_t extraction_id) {
  SQLite::Statement remove(database,
                           "DELETE FROM extraction WHERE id = ?1 AND NOT EXISTS "
                           "(SELECT 1 FROM submission WHERE extraction_id = ?1)");
  remove.bind(1, extraction_id);
  remove.exec();
}

std::string select_submissions(const std::string& where) {
  static const std::string kColumns =
      joined(concat(concat(prefixed("s.", concat({"id", "status", "judge_version"}, names<Submission>())),
                           prefixed("s.", names<ManifestRow>())),
                    prefixed("e.", concat({"id"}, names<ExtractionFacts>()))));
  return "SELECT coalesce(d.runs, 0), " + kColumns +
         " FROM submission s LEFT JOIN extraction e ON e.id = s.extraction_id "
         "LEFT JOIN deferral d ON d.submission_id = s.id " +
         where;
}

std::optional<StoredSubmission> read_one(SQLite::Statement& query) {
  if (!query.executeStep()) return std::nullopt;
  RowReader reader(query);
  StoredSubmission stored;
  long long id = 0;
  reader.field("runs", stored.deferrals);
  reader.field("id", id);
  stored.id = id;
  reader.field("status", stored.status);
  reader.field("judge_version", stored.judge_version);
  describe(reader, stored.submission);
  ManifestRow row;
  describe(reader, row);
  if (!row.manifest.empty()) {
    row.file = std::filesystem::path(stored.submission.source_path).filename().string();
    stored.submission.manifest = std::move(row);
  }
  std::optional<long long> extraction_id;
  reader.field("id", extraction_id);
  if (extraction_id) {
    stored.extraction_id = *extraction_id;
    describe(reader, stored.extraction.emplace());
  }
  return stored;
}

}  // namespace prongsai::store
