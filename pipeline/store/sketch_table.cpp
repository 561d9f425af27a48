#include "pipeline/store/sketch_table.hpp"

#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/sqlite/sql_archive.hpp"

namespace prongsai::store {
namespace {

constexpr int kBatch = 64;  // submissions sketched in one transaction

// What a sketch says in plain columns; the numbers are packed into the three behind them.
template <typename Archive, Like<Sketch> Model>
void describe(Archive& archive, Model& sketch) {
  archive.field("file", sketch.file);
  archive.field("sha256", sketch.sha256);
  archive.field("agency", sketch.agency);
  archive.field("fiscal_year", sketch.fiscal_year);
  archive.field("item_code", sketch.item_code);
}

// Each behind `table`, "k." or nothing.
std::vector<std::string> sketch_columns(const std::string& table) {
  ColumnNames plain;
  const Sketch blank;
  describe(plain, blank);
  std::vector<std::string> columns = {"submission_id"};
  columns.insert(columns.end(), plain.names().begin(), plain.names().end());
  columns.insert(columns.end(), {"signature", "buckets", "weaknesses"});
  for (std::string& column : columns) column.insert(0, table);
  return columns;
}

// `from`: tables and conditions; k is the sketch.
std::string select(const std::string& from) {
  return "SELECT " + joined(sketch_columns("k.")) + " FROM " + from;
}

template <typename Numbers>
std::string packed(const Numbers& numbers) {
  std::string bytes;
  for (const auto number : numbers) {
    for (std::size_t i = 0; i < sizeof number; ++i) bytes += static_cast<char>((number >> (8 * i)) & 0xFFU);
  }
  return bytes;
}

template <typename Number>
Number unpacked(const unsigned char* bytes) {
  Number number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) number |= static_cast<Number>(bytes[i]) << (8 * i);
  return number;
}

std::vector<std::uint64_t> unpacked_list(const SQLite::Column& blob) {
  const auto* bytes = static_cast<const unsigned char*>(blob.getBlob());
  std::vector<std::uint64_t> numbers(static_cast<std::size_t>(blob.getBytes()) / sizeof(std::uint64_t));
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    numbers[i] = unpacked<std::uint64_t>(bytes + i * sizeof(std::uint64_t));
  }
  return numbers;
}

void unpack_signature(const SQLite::Column& blob, ReportSignature& signature) {
  const auto* bytes = static_cast<const unsigned char*>(blob.getBlob());
  if (static_cast<std::size_t>(blob.getBytes()) != sizeof signature) return;
  for (std::size_t i = 0; i < signature.size(); ++i) {
    signature[i] = unpacked<std::uint32_t>(bytes + i * sizeof(std::uint32_t));
  }
}

void bind_blob(SQLite::Statement& statement, int parameter, const std::string& bytes) {
  statement.bind(parameter, bytes.data(), static_cast<int>(bytes.size()));
}

std::string insert_one() {
  auto columns = sketch_columns("");
  columns.emplace_back("version");
  return "INSERT OR REPLACE INTO sketch (" + joined(columns) + ") VALUES (" + parameters(columns.size()) + ")";
}

void insert(SQLite::Statement& statement, const Sketch& sketch, const std::string& version) {
  RowWriter writer(statement);
  writer.field("submission_id", static_cast<long long>(sketch.id));
  describe(writer, sketch);
  bind_blob(statement, 7, packed(sketch.signature));
  bind_blob(statement, 8, packed(sketch.buckets));
  bind_blob(statement, 9, packed(sketch.weaknesses));
  statement.bind(10, version);
  statement.exec();
  statement.reset();
}

void remove_sketch(SQLite::Database& database, std::int64_t id) {
  SQLite::Statement statement(database, "DELETE FROM sketch WHERE submission_id = ?1");
  statement.bind(1, id);
  statement.exec();
}

std::optional<Sketch> read_next(SQLite::Statement& query) {
  if (!query.executeStep()) return std::nullopt;
  Sketch sketch;
  sketch.id = query.getColumn(0).getInt64();
  RowReader reader(query, 1);
  describe(reader, sketch);
  unpack_signature(query.getColumn(6), sketch.signature);
  sketch.buckets = unpacked_list(query.getColumn(7));
  sketch.weaknesses = unpacked_list(query.getColumn(8));
  return sketch;
}

std::optional<Sketch> first_of(SQLite::Statement& query) {
  auto sketch = read_next(query);
  query.reset();
  return sketch;
}

std::vector<Sketch> all_of(SQLite::Statement& query) {
  std::vector<Sketch> sketches;
  while (auto next = read_next(query)) sketches.push_back(std::move(*next));
  query.reset();
  return sketches;
}

std::vector<std::int64_t> ids_without(SQLite::Database& database, const std::string& version, std::int64_t after) {
  SQLite::Statement query(database,
                          "SELECT s.id FROM submission s WHERE s.id > ?1 AND NOT EXISTS "
                          "(SELECT 1 FROM sketch k WHERE k.submission_id = s.id AND k.version = ?2) "
                          "ORDER BY s.id LIMIT ?3");
  query.bind(1, after);
  query.bind(2, version);
  query.bind(3, kBatch);
  std::vector<std::int64_t> ids;
  while (query.executeStep()) ids.push_back(query.getColumn(0).getInt64());
  return ids;
}

}  // namespace

// Prepared once: each is asked for every submission.
struct SketchTable::Lookups {
  explicit Lookups(SQLite::Database& database)
      : at(database, select("sketch_place p JOIN sketch k ON k.submission_id = p.submission_id WHERE p.place = ?")),
        met_by(database, select("sketch_meeting m JOIN sketch_place p ON p.place = m.earlier "
                                "JOIN sketch k ON k.submission_id = p.submission_id "
                                "WHERE m.later = ? ORDER BY m.earlier")),
        of_bytes(database, select("sketch k WHERE k.sha256 = ? ORDER BY k.file, k.submission_id LIMIT 1")),
        with_weaknesses(database,
                        select("sketch k WHERE k.agency = ? AND k.fiscal_year = ? AND length(k.weaknesses) > 0 "
                               "ORDER BY k.file, k.submission_id")) {}

  SQLite::Statement at;
  SQLite::Statement met_by;
  SQLite::Statement of_bytes;
  SQLite::Statement with_weaknesses;
};

SketchTable::SketchTable(Store& store) : store_(store) {}

SketchTable::~SketchTable() {
  lookups_.reset();
  for (const char* table : {"sketch_place", "sketch_meeting"}) {
    (void)store_.database().tryExec(std::string("DROP TABLE IF EXISTS temp.") + table);
  }
}

void SketchTable::fill(const std::string& version,
                       const std::function<std::optional<Sketch>(const StoredSubmission&)>& make) {
  SQLite::Database& database = store_.database();
  guarded(database, [&] {
    std::int64_t last = 0;
    for (bool more = true; more;) {
      // The write lock first: what a sketch is made of must not change before it is kept.
      SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
      SQLite::Statement statement(database, insert_one());
      const std::vector<std::int64_t> ids = ids_without(database, version, last);
      for (const std::int64_t id : ids) {
        if (const auto sketch = make(*store_.find(id))) {
          insert(statement, *sketch, version);
        } else {
          remove_sketch(database, id);
        }
      }
      transaction.commit();
      more = !ids.empty();
      if (more) last = ids.back();
    }
  });
}

void SketchTable::arrange() {
  SQLite::Database& database = store_.database();
  guarded(database, [&] {
    database.exec("CREATE TEMP TABLE sketch_place (place INTEGER PRIMARY KEY, submission_id INTEGER NOT NULL)");
    database.exec(
        "INSERT INTO sketch_place (place, submission_id) "
        "SELECT row_number() OVER (ORDER BY file, submission_id), submission_id FROM sketch");
    last_place_ = database.execAndGet("SELECT coalesce(max(place), 0) FROM sketch_place").getInt64();
    database.exec(
        "CREATE TEMP TABLE sketch_meeting (later INTEGER, earlier INTEGER, PRIMARY KEY (later, earlier)) "
        "WITHOUT ROWID");
    find_meetings();
    lookups_ = std::make_unique<Lookups>(database);
  });
}

// Sorted by key, a bucket's reports come one after the other, and the sorting is SQLite's, which goes to disk.
void SketchTable::find_meetings() {
  SQLite::Database& database = store_.database();
  SQLite::Statement query(database,
                          "WITH RECURSIVE band (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM band WHERE n < "
                          "(SELECT max(length(buckets)) FROM sketch) / 8 - 1) "
                          "SELECT substr(k.buckets, 8 * band.n + 1, 8) AS key, p.place FROM sketch_place p "
                          "CROSS JOIN sketch k ON k.submission_id = p.submission_id "
                          "CROSS JOIN band ON 8 * band.n < length(k.buckets) ORDER BY key, p.place");
  SQLite::Statement meet(database, "INSERT OR IGNORE INTO sketch_meeting (later, earlier) VALUES (?, ?)");
  SQLite::Transaction transaction(database);
  std::string bucket;
  std::vector<std::int64_t> first;  // places of the bucket's first reports
  while (query.executeStep()) {
    std::string key = query.getColumn(0).getString();
    const std::int64_t place = query.getColumn(1).getInt64();
    if (key != bucket) first.clear();
    bucket = std::move(key);
    for (const std::int64_t earlier : first) {
      meet.bind(1, place);
      meet.bind(2, earlier);
      meet.exec();
      meet.reset();
    }
    if (first.size() < static_cast<std::size_t>(kBucketSize)) first.push_back(place);
  }
  transaction.commit();
}

std::optional<Sketch> SketchTable::at(std::int64_t place) {
  return guarded(store_.database(), [&] {
    lookups_->at.bind(1, place);
    return first_of(lookups_->at);
  });
}

std::vector<Sketch> SketchTable::met_by(std::int64_t place) {
  return guarded(store_.database(), [&] {
    lookups_->met_by.bind(1, place);
    return all_of(lookups_->met_by);
  });
}

std::optional<Sketch> SketchTable::first_of_bytes(const std::string& sha256) {
  return guarded(store_.database(), [&] {
    lookups_->of_bytes.bind(1, sha256);
    return first_of(lookups_->of_bytes);
  });
}

std::vector<Sketch> SketchTable::with_weaknesses(const std::string& agency, int fiscal_year) {
  return guarded(store_.database(), [&] {
    lookups_->with_weaknesses.bind(1, agency);
    lookups_->with_weaknesses.bind(2, fiscal_year);
    return all_of(lookups_->with_weaknesses);
  });
}

}  // namespace prongsai::store
