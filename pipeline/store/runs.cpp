#include "pipeline/store/runs.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "pipeline/store/guarded.hpp"
#include "pipeline/store/sql_archive.hpp"
#include "pipeline/store/store.hpp"
#include "version.hpp"

namespace prongsai::store {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0) return "unknown";
  return name.data();
}

bool is_alive(long long process_id) {
  return kill(static_cast<pid_t>(process_id), 0) == 0 || errno == EPERM;
}

void close_dead_runs(Store& store) {
  std::vector<std::int64_t> dead;
  SQLite::Statement query(store.database(), "SELECT id, process_id FROM run WHERE state = 'running' AND host = ?");
  query.bind(1, host_name());
  while (query.executeStep()) {
    if (!is_alive(query.getColumn(1).getInt64())) dead.push_back(query.getColumn(0).getInt64());
  }
  for (const std::int64_t id : dead) {
    SQLite::Statement close(store.database(),
                            "UPDATE run SET state = 'interrupted', finished_at = updated_at, "
                            "message = 'its process ended without a word' WHERE id = ?");
    close.bind(1, id);
    close.exec();
  }
}

void set_counts(Store& store, std::int64_t id, const RunCounts& counts) {
  SQLite::Statement update(store.database(),
                           "UPDATE run SET documents = ?, done = ?, skipped = ?, failed = ?, pages = ?, "
                           "updated_at = strftime('%Y-%m-%dT%H:%M:%SZ') WHERE id = ?");
  RowWriter writer(update);
  writer.field("documents", counts.documents);
  writer.field("done", counts.done);
  writer.field("skipped", counts.skipped);
  writer.field("failed", counts.failed);
  writer.field("pages", counts.pages);
  writer.field("id", static_cast<long long>(id));
  update.exec();
}

}  // namespace

std::int64_t begin_run(Store& store, const std::string& command, int workers) {
  return guarded(store.database(), [&] {
    close_dead_runs(store);
    SQLite::Statement insert(store.database(),
                             "INSERT INTO run (command, host, process_id, program_version, workers, state, documents, "
                             "started_at, updated_at) VALUES (?, ?, ?, ?, ?, 'running', 0, "
                             "strftime('%Y-%m-%dT%H:%M:%SZ'), strftime('%Y-%m-%dT%H:%M:%SZ'))");
    RowWriter writer(insert);
    writer.field("command", command);
    writer.field("host", host_name());
    writer.field("process_id", static_cast<long long>(getpid()));
    writer.field("program_version", std::string(kVersion));
    writer.field("workers", workers);
    insert.exec();
    return store.database().getLastInsertRowid();
  });
}

void update_run(Store& store, std::int64_t id, const RunCounts& counts) {
  guarded(store.database(), [&] { set_counts(store, id, counts); });
}

void end_run(Store& store, std::int64_t id, const RunCounts& counts, const std::string& state,
             const std::string& message) {
  guarded(store.database(), [&] {
    set_counts(store, id, counts);
    SQLite::Statement update(store.database(),
                             "UPDATE run SET state = ?, message = nullif(?, ''), "
                             "finished_at = updated_at WHERE id = ?");
    update.bind(1, state);
    update.bind(2, message);
    update.bind(3, id);
    update.exec();
  });
}

std::optional<Run> last_run(Store& store) {
  SQLite::Statement query(store.database(),
                          "SELECT id, command, host, process_id, started_at, updated_at, coalesce(finished_at, ''), "
                          "state, workers, documents, done, skipped, failed, pages, coalesce(message, ''), "
                          "unixepoch(updated_at) - unixepoch(started_at), unixepoch() - unixepoch(updated_at) "
                          "FROM run ORDER BY id DESC LIMIT 1");
  if (!query.executeStep()) return std::nullopt;
  Run run;
  RowReader reader(query);
  long long id = 0;
  reader.field("id", id);
  run.id = id;
  reader.field("command", run.command);
  reader.field("host", run.host);
  reader.field("process_id", run.process_id);
  reader.field("started_at", run.started_at);
  reader.field("updated_at", run.updated_at);
  reader.field("finished_at", run.finished_at);
  reader.field("state", run.state);
  reader.field("workers", run.workers);
  reader.field("documents", run.counts.documents);
  reader.field("done", run.counts.done);
  reader.field("skipped", run.counts.skipped);
  reader.field("failed", run.counts.failed);
  reader.field("pages", run.counts.pages);
  reader.field("message", run.message);
  reader.field("seconds", run.seconds);
  reader.field("silent_seconds", run.silent_seconds);
  if (run.state == "running" && run.host == host_name() && !is_alive(run.process_id)) run.state = "interrupted";
  return run;
}

}  // namespace prongsai::store
