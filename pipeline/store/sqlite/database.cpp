#include "pipeline/store/sqlite/database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cstdint>
#include <stdexcept>

#include "pipeline/store/lease.hpp"
#include "pipeline/store/records/content_key.hpp"
#include "pipeline/store/records/refused_record.hpp"
#include "pipeline/store/sqlite/database_name.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/sqlite/schema.hpp"

namespace prongsai::store {
namespace {

// How long a writer waits for another one's transaction, milliseconds. Ours last well under a second.
constexpr int kBusyMilliseconds = 10'000;

int open_flags(Open mode) {
  if (mode == Open::read_only) return SQLite::OPEN_READONLY | SQLite::OPEN_URI;
  // URI names are for attaching a shard that must not be written to.
  return SQLite::OPEN_READWRITE | SQLite::OPEN_URI | (mode == Open::create ? SQLite::OPEN_CREATE : 0);
}

// Magic numbers of file systems that other machines share (linux/magic.h and the file systems' own headers): their
// memory maps and locks do not bear SQLite's write-ahead log.
bool is_network_folder(const std::filesystem::path& folder) {
  struct statfs about {};
  if (statfs(folder.empty() ? "." : folder.c_str(), &about) != 0) return false;
  switch (static_cast<std::uint32_t>(about.f_type)) {
    case 0x6969:      // NFS
    case 0x517B:      // SMB
    case 0xFE534D42:  // SMB2
    case 0xFF534D42:  // CIFS
    case 0x00C36400:  // Ceph
    case 0x0BD00BD0:  // Lustre
    case 0x19830326:  // BeeGFS
    case 0x47504653:  // GPFS
    case 0x01021997:  // 9P
      return true;
    default:
      return false;
  }
}

void configure(SQLite::Database& database, const std::filesystem::path& file, Open mode) {
  database.setBusyTimeout(kBusyMilliseconds);
  database.exec("PRAGMA trusted_schema = OFF");
  database.exec("PRAGMA foreign_keys = ON");
  add_content_key(database);
  if (mode == Open::read_only) return;
  require_writable(database);
  if (is_network_folder(file.parent_path())) {
    database.exec("PRAGMA journal_mode = TRUNCATE");
    return;
  }
  // A crash of the program loses nothing; a crash of the machine may lose the last documents, which the next run reads
  // again. Full synchronisation would cost a disk flush a document for no more than that.
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = NORMAL");
}

bool blames_the_row(int code) {
  return code == SQLITE_CONSTRAINT || code == SQLITE_TOOBIG || code == SQLITE_MISMATCH;
}

// Readers need a shared memory beside a write-ahead log, and may make none here.
bool has_closed_journal(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::file_size(file.string() + "-wal", error) > 0 && !error;
}

std::string explain(const SQLite::Exception& error, const std::filesystem::path& file) {
  const std::string name = file.string();
  switch (error.getErrorCode()) {
    case SQLITE_NOTADB:
      return name + " is not an SQLite database";
    case SQLITE_BUSY:
      return name + " is locked by another program: wait for it or stop it, then run again";
    case SQLITE_CANTOPEN:
      if (has_closed_journal(file))
        return name + ": a part of it stands in " + name + "-wal, which needs the right to write to its folder: " +
               "ask its owner to open it once with `prongsai review`, or copy both files to a folder of your own";
      return name + ": cannot open the database (is its folder there, and may it be written to?)";
    case SQLITE_FULL:
      return name + ": the disk is full; what was saved before is safe";
    default:
      return name + ": " + error.what();
  }
}

}  // namespace

void make_private(const std::filesystem::path& file) {
  const int made = open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (made >= 0) close(made);
}

NotWritable::NotWritable(const std::filesystem::path& file)
    : std::runtime_error(file.string() + " cannot be written to: check its permissions and those of its folder") {}

void require_writable(SQLite::Database& database) {
  const std::filesystem::path file = database.getFilename();
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  if (sqlite3_db_readonly(database.getHandle(), "main") == 1 || access(folder.c_str(), W_OK) != 0)
    throw NotWritable(file);
}

std::unique_ptr<SQLite::Database> open_database(const std::filesystem::path& file, Open mode) {
  if (mode != Open::create && !std::filesystem::exists(file)) {
    throw std::runtime_error(file.string() + ": no such database; `prongsai ingest PATH --db " + file.string() +
                             "` makes one");
  }
  if (std::filesystem::is_directory(file)) throw std::runtime_error(file.string() + " is a folder, not a database");
  if (mode == Open::create) make_private(file);
  try {
    auto database = std::make_unique<SQLite::Database>(mode == Open::read_only ? readable_name(file) : file.string(),
                                                       open_flags(mode));
    configure(*database, file, mode);
    if (mode == Open::read_only) {
      require_current(*database);
    } else {
      migrate(*database, migrations());
    }
    return database;
  } catch (const SQLite::Exception& error) {
    throw_explained(error, file);
  }
}

void throw_explained(const SQLite::Exception& error, const std::filesystem::path& file) {
  if (error.getExtendedErrorCode() == SQLITE_CONSTRAINT_TRIGGER) {  // of the fence; no other trigger of ours refuses
    throw TakenOver(file.string() + ": another run has taken this database over; this one writes no more");
  }
  if (blames_the_row(error.getErrorCode())) throw RefusedRecord(error.what());
  if (error.getErrorCode() == SQLITE_READONLY) throw NotWritable(file);
  throw std::runtime_error(explain(error, file));
}

}  // namespace prongsai::store
