#include "pipeline/store/review/accounts.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <mutex>
#include <stdexcept>

#include "pipeline/store/sqlite/now.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {
namespace {

constexpr std::array<const char*, 4> kRoles = {"reader", "evaluator", "lead", "admin"};  // as in Role
constexpr int kAccountsId = 0x50525355;  // PRAGMA application_id: the letters PRSU
constexpr int kAccountsVersion = 1;

constexpr const char* kAccountsSchema = R"sql(
CREATE TABLE account (
  name     TEXT PRIMARY KEY,
  role     TEXT NOT NULL CHECK (role IN ('reader', 'evaluator', 'lead', 'admin')),
  password TEXT NOT NULL,
  made_at  TEXT NOT NULL
) STRICT;
CREATE TABLE session (
  secret TEXT PRIMARY KEY,
  name   TEXT NOT NULL REFERENCES account (name) ON DELETE CASCADE,
  since  INTEGER NOT NULL,
  seen   INTEGER NOT NULL
) STRICT;
CREATE INDEX session_by_name ON session (name);
CREATE TABLE login (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  at        TEXT NOT NULL,
  name      TEXT NOT NULL,
  address   TEXT NOT NULL,
  succeeded INTEGER NOT NULL CHECK (succeeded IN (0, 1))
) STRICT;
)sql";

void require_private(const std::filesystem::path& file) {
  const int made = open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (made >= 0) close(made);
  struct stat about {};
  if (stat(file.c_str(), &about) != 0) throw std::runtime_error(file.string() + ": cannot be made or read");
  if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    throw std::runtime_error(file.string() + ": others can read the accounts: chmod 600 " + file.string());
  }
}

int number_in(SQLite::Database& database, const std::string& pragma) {
  return database.execAndGet("PRAGMA " + pragma).getInt();
}

void require_known(SQLite::Database& database) {
  if (number_in(database, "application_id") != kAccountsId || number_in(database, "user_version") != kAccountsVersion)
    throw std::runtime_error(database.getFilename() + " holds no accounts that this program knows");
}

void make_tables(SQLite::Database& database) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (number_in(database, "application_id") == 0 && number_in(database, "user_version") == 0) {
    database.exec(kAccountsSchema);
    database.exec("PRAGMA application_id = " + std::to_string(kAccountsId));
    database.exec("PRAGMA user_version = " + std::to_string(kAccountsVersion));
  }
  require_known(database);
  transaction.commit();
}

Account account_in(const SQLite::Statement& query) {
  return {query.getColumn(0).getString(), role_named(query.getColumn(1).getString()).value_or(Role::reader),
          query.getColumn(2).getString(), query.getColumn(3).getString()};
}

}  // namespace

std::string name_of(Role role) {
  return kRoles.at(static_cast<std::size_t>(role));
}

std::optional<Role> role_named(const std::string& name) {
  for (std::size_t i = 0; i < kRoles.size(); ++i) {
    if (name == kRoles[i]) return static_cast<Role>(i);
  }
  return std::nullopt;
}

struct Accounts::State {
  State(const std::filesystem::path& file, Open mode)
      : database(file.string(), mode == Open::read_only ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE) {
    database.setBusyTimeout(5000);
    database.exec("PRAGMA foreign_keys = ON");
    if (mode == Open::read_only) {
      require_known(database);
    } else {
      require_writable(database);
      make_tables(database);
    }
  }

  // One statement with its values; returns how many rows it changed.
  template <typename... Values>
  int change(const std::string& sql, const Values&... values) {
    const std::lock_guard lock(mutex);
    SQLite::Statement statement(database, sql);
    SQLite::bind(statement, values...);
    return statement.exec();
  }

  std::mutex mutex;
  SQLite::Database database;
};

std::filesystem::path Accounts::file_of(const std::filesystem::path& db) {
  return db.string() + ".accounts";
}

Accounts::Accounts(const std::filesystem::path& file, Open mode) {
  require_private(file);
  try {
    state_ = std::make_unique<State>(file, mode);
  } catch (const NotWritable& error) {
    throw std::runtime_error(std::string(error.what()) + "; logins are kept there");
  } catch (const SQLite::Exception& error) {
    throw std::runtime_error(file.string() + ": " + error.what());
  }
}

Accounts::~Accounts() = default;

std::vector<Account> Accounts::all() {
  const std::lock_guard lock(state_->mutex);
  SQLite::Statement query(state_->database, "SELECT name, role, password, made_at FROM account ORDER BY name");
  std::vector<Account> accounts;
  while (query.executeStep()) accounts.push_back(account_in(query));
  return accounts;
}

std::optional<Account> Accounts::find(const std::string& name) {
  const std::lock_guard lock(state_->mutex);
  SQLite::Statement query(state_->database, "SELECT name, role, password, made_at FROM account WHERE name = ?1");
  query.bind(1, name);
  if (!query.executeStep()) return std::nullopt;
  return account_in(query);
}

void Accounts::add(const Account& account) {
  if (find(account.name)) throw std::runtime_error("there is an account of that name already: " + account.name);
  state_->change(std::string("INSERT INTO account VALUES (?1, ?2, ?3, ") + kNow + ")", account.name,
                 name_of(account.role), account.password);
}

bool Accounts::remove(const std::string& name) {
  return state_->change("DELETE FROM account WHERE name = ?1", name) > 0;
}

bool Accounts::set_password(const std::string& name, const std::string& password) {
  state_->change("DELETE FROM session WHERE name = ?1", name);
  return state_->change("UPDATE account SET password = ?2 WHERE name = ?1", name, password) > 0;
}

bool Accounts::set_role(const std::string& name, Role role) {
  return state_->change("UPDATE account SET role = ?2 WHERE name = ?1", name, name_of(role)) > 0;
}

void Accounts::open_session(const std::string& secret, const std::string& name, std::int64_t now) {
  state_->change("INSERT INTO session VALUES (?1, ?2, ?3, ?3)", secret, name, now);
}

std::optional<AccountSession> Accounts::session(const std::string& secret) {
  const std::lock_guard lock(state_->mutex);
  SQLite::Statement query(state_->database,
                          "SELECT a.name, a.role, s.since, s.seen FROM session s JOIN account a ON a.name = s.name "
                          "WHERE s.secret = ?1");
  query.bind(1, secret);
  if (!query.executeStep()) return std::nullopt;
  return AccountSession{query.getColumn(0).getString(),
                        role_named(query.getColumn(1).getString()).value_or(Role::reader),
                        query.getColumn(2).getInt64(), query.getColumn(3).getInt64()};
}

void Accounts::touch_session(const std::string& secret, std::int64_t now) {
  state_->change("UPDATE session SET seen = ?2 WHERE secret = ?1", secret, now);
}

void Accounts::close_session(const std::string& secret) {
  state_->change("DELETE FROM session WHERE secret = ?1", secret);
}

void Accounts::close_old_sessions(std::int64_t seen, std::int64_t since) {
  state_->change("DELETE FROM session WHERE seen < ?1 OR since < ?2", seen, since);
}

void Accounts::log_login(const std::string& name, const std::string& address, bool succeeded) {
  state_->change(std::string("INSERT INTO login (at, name, address, succeeded) VALUES (") + kNow + ", ?1, ?2, ?3)",
                 name, address, succeeded ? 1 : 0);
  state_->change("DELETE FROM login WHERE id <= (SELECT max(id) FROM login) - ?1", 10'000);
}

std::vector<Login> Accounts::logins(std::size_t most) {
  const std::lock_guard lock(state_->mutex);
  SQLite::Statement query(state_->database, "SELECT at, name, address, succeeded FROM login ORDER BY id DESC LIMIT ?1");
  query.bind(1, static_cast<std::int64_t>(most));
  std::vector<Login> logins;
  while (query.executeStep()) {
    logins.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getString(),
                      query.getColumn(3).getInt() != 0});
  }
  return logins;
}

bool wants_accounts(Store& store) {
  return store.database().execAndGet("SELECT EXISTS (SELECT 1 FROM mark WHERE name = 'accounts')").getInt() != 0;
}

void set_wants_accounts(Store& store, bool wants) {
  store.database().exec(wants ? "INSERT OR REPLACE INTO mark (name, value) VALUES ('accounts', 'wanted')"
                              : "DELETE FROM mark WHERE name = 'accounts'");
}

}  // namespace prongsai::store
