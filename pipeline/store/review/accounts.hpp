// Who may use the review app: accounts, their sessions, and the log of logins. They stand in a file of their own beside
// the database, readable by its owner alone: the database is copied, published and opened with other programs
// (Datasette shows every table of it), and no hash of a password should go with it.
//
// One Accounts is one connection; its functions may be called from several threads. Times are seconds since 1970, UTC.
// Errors of the file throw std::runtime_error that names it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/sqlite/database.hpp"

namespace prongsai::store {

// Each may do what the one before may: read; decide and correct; assign work and take back others' changes; see who
// logged in.
enum class Role { reader, evaluator, lead, admin };

[[nodiscard]] std::string name_of(Role role);
[[nodiscard]] std::optional<Role> role_named(const std::string& name);

struct Account {
  std::string name;  // as it is logged; NFC
  Role role = Role::evaluator;
  std::string password;  // as review/server/passwords.hpp encodes it
  std::string made_at;   // ISO 8601, UTC
};

struct AccountSession {
  std::string name;
  Role role = Role::reader;
  std::int64_t since = 0;
  std::int64_t seen = 0;
};

struct Login {
  std::string at;  // ISO 8601, UTC
  std::string name;
  std::string address;
  bool succeeded = false;
};

class Accounts {
 public:
  // FILE.accounts for a database FILE.
  [[nodiscard]] static std::filesystem::path file_of(const std::filesystem::path& db);

  // Opens the file, or makes it with mode 0600. Throws when others may read it. Logins, sessions and changes need it
  // open for writing.
  explicit Accounts(const std::filesystem::path& file, Open mode = Open::create);
  ~Accounts();
  Accounts(const Accounts&) = delete;
  Accounts& operator=(const Accounts&) = delete;

  [[nodiscard]] std::vector<Account> all();  // by name
  [[nodiscard]] std::optional<Account> find(const std::string& name);
  // Throws std::runtime_error when the name is there already.
  void add(const Account& account);
  // These three return whether there is such an account. A changed password and a removal end its sessions.
  bool remove(const std::string& name);
  bool set_password(const std::string& name, const std::string& password);
  bool set_role(const std::string& name, Role role);

  // `secret`: the hash of a session's id, so that the file opens no session.
  void open_session(const std::string& secret, const std::string& name, std::int64_t now);
  [[nodiscard]] std::optional<AccountSession> session(const std::string& secret);  // with the account's present role
  void touch_session(const std::string& secret, std::int64_t now);
  void close_session(const std::string& secret);
  // Those not seen since `seen`, and those opened before `since`.
  void close_old_sessions(std::int64_t seen, std::int64_t since);

  // The last ten thousand are kept.
  void log_login(const std::string& name, const std::string& address, bool succeeded);
  [[nodiscard]] std::vector<Login> logins(std::size_t most);  // the latest first

 private:
  struct State;
  std::unique_ptr<State> state_;
};

class Store;

// Whether a database must not be served without accounts: said in the database itself, so that it does not open to
// everybody when the file of accounts is left behind.
[[nodiscard]] bool wants_accounts(Store& store);
void set_wants_accounts(Store& store, bool wants);

}  // namespace prongsai::store
