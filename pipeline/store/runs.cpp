#include "pipeline/store/runs.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <utility>
#include <vector>

#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/sqlite/sql_archive.hpp"
#include "pipeline/store/store.hpp"
#include "version.hpp"

namespace prongsai::store {
namespace {

constexpr int kSilentSeconds = 600;

// When the process started, on which boot of the machine: numbers of processes come again. "" for a process that is
// gone.
std::string process_start(long long process_id) {
  std::ifstream file("/proc/" + std::to_string(process_id) + "/stat");
  std::string stat;
  std::getline(file, stat);
  const std::size_t end = stat.rfind(')');  // "number (name) state …"; the name may hold anything
  if (end == std::string::npos) return "";
  std::istringstream fields(stat.substr(end + 1));
  std::string field;
  constexpr int kStartTime = 20;  // the 22nd of all, as proc(5) counts
  for (int i = 0; i < kStartTime; ++i) fields >> field;
  std::string boot;
  std::getline(std::ifstream("/proc/sys/kernel/random/boot_id"), boot);
  return boot + " " + field;
}

// `started` is "" in rows of older versions.
bool is_alive(long long process_id, const std::string& started) {
  if (!started.empty()) return process_start(process_id) == started;
  return kill(static_cast<pid_t>(process_id), 0) == 0 || errno == EPERM;
}

void interrupt_run(Store& store, std::int64_t id, const std::string& why) {
  SQLite::Statement close(store.database(),
                          "UPDATE run SET state = 'interrupted', finished_at = updated_at, message = ?2 WHERE id = ?1");
  close.bind(1, id);
  close.bind(2, why);
  close.exec();
}

void close_dead_runs(Store& store) {
  std::vector<std::pair<std::int64_t, std::string>> dead;
  SQLite::Statement query(store.database(),
                          "SELECT id, process_id, coalesce(process_start, ''), host, "
                          "unixepoch() - unixepoch(updated_at) FROM run WHERE state = 'running'");
  while (query.executeStep()) {
    const std::int64_t id = query.getColumn(0).getInt64();
    if (query.getColumn(3).getString() != host_name()) {
      if (query.getColumn(4).getInt() > kSilentSeconds) dead.emplace_back(id, "no sign of life from its host");
    } else if (!is_alive(query.getColumn(1).getInt64(), query.getColumn(2).getString())) {
      dead.emplace_back(id, "its process ended without a word");
    }
  }
  query.reset();
  for (const auto& [id, why] : dead) interrupt_run(store, id, why);
}

void set_counts(Store& store, std::int64_t id, const RunCounts& counts) {
  SQLite::Statement update(store.database(),
                           "UPDATE run SET documents = ?, done = ?, skipped = ?, failed = ?, deferred = ?, "
                           "pages = ?, "
                           "updated_at = strftime('%Y-%m-%dT%H:%M:%SZ') WHERE id = ?");
  RowWriter writer(update);
  writer.field("documents", counts.documents);
  writer.field("done", counts.done);
  writer.field("skipped", counts.skipped);
  writer.field("failed", counts.failed);
  writer.field("deferred", counts.deferred);
  writer.field("pages", counts.pages);
  writer.field("id", static_cast<long long>(id));
  update.exec();
}

}  // namespace

std::string host_name() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0) return "unknown";
  return name.data();
}

std::int64_t begin_run(Store& store, const std::string& command, int workers) {
  return guarded(store.database(), [&] {
    close_dead_runs(store);
    SQLite::Statement insert(store.database(),
                             "INSERT INTO run (command, host, process_id, process_start, program_version, workers, "
                             "state, documents, started_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, 'running', 0, "
                             "strftime('%Y-%m-%dT%H:%M:%SZ'), strftime('%Y-%m-%dT%H:%M:%SZ'))");
    RowWriter writer(insert);
    writer.field("command", command);
    writer.field("host", host_name());
    writer.field("process_id", static_cast<long long>(getpid()));
    writer.field("process_start", process_start(getpid()));
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
                          "state, workers, documents, done, skipped, failed, deferred, pages, coalesce(message, ''), "
                          "unixepoch(updated_at) - unixepoch(started_at), unixepoch() - unixepoch(updated_at), "
                          "coalesce(process_start, '') FROM run ORDER BY id DESC LIMIT 1");
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
  reader.field("deferred", run.counts.deferred);
  reader.field("pages", run.counts.pages);
  reader.field("message", run.message);
  reader.field("seconds", run.seconds);
  reader.field("silent_seconds", run.silent_seconds);
  std::string started;
  reader.field("process_start", started);
  if (run.state == "running" && run.host == host_name() && !is_alive(run.process_id, started))
    run.state = "interrupted";
  return run;
}

int runs_in_vain(Store& store) {
  SQLite::Statement query(store.database(),
                          "SELECT count(*) FROM run WHERE id > "
                          "coalesce((SELECT max(id) FROM run WHERE done > skipped + deferred), 0)");
  query.executeStep();
  return query.getColumn(0).getInt();
}

}  // namespace prongsai::store
