// prongsai users: who may use the review of a database.
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <memory>

#include "pipeline/cli/commands.hpp"
#include "pipeline/cli/parts/terminal.hpp"
#include "pipeline/review/server/passwords.hpp"
#include "pipeline/review/server/reviewer_name.hpp"
#include "pipeline/store/review/accounts.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::cli {
namespace {

constexpr std::size_t kLogins = 50;

struct UsersOptions {
  std::string action;
  std::string name;
  std::string role = "evaluator";
  std::filesystem::path db = "prongsai.db";
};

// The terminal does not show what is typed while one of these lives.
class Unseen {
 public:
  Unseen() {
    shown_ = tcgetattr(STDIN_FILENO, &before_) == 0;
    termios unseen = before_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    if (shown_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
  }
  ~Unseen() {
    if (shown_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios before_{};
  bool shown_ = false;
};

std::string line_of_input() {
  std::string line;
  if (!std::getline(std::cin, line)) throw std::runtime_error("no password was given");
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

// Typed twice at a terminal; else the first line of standard input.
std::string asked_password() {
  if (isatty(STDIN_FILENO) == 0) return line_of_input();
  const Unseen unseen;
  std::cerr << "Password: " << std::flush;
  const std::string first = line_of_input();
  std::cerr << "\nOnce more: " << std::flush;
  const std::string second = line_of_input();
  std::cerr << std::endl;
  if (first != second) throw std::runtime_error("the two passwords differ; nothing was changed");
  return first;
}

std::string new_password() {
  const std::string password = asked_password();
  if (const std::string fault = review::fault_of_password(password); !fault.empty()) throw std::runtime_error(fault);
  return review::hashed_password(password);
}

std::string checked_name(const std::string& given) {
  if (given.empty()) throw CLI::ValidationError("NAME", "a name is wanted");
  if (review::reviewer_name(given) != given) throw std::runtime_error("this cannot be a name: " + printable(given));
  return given;
}

void require(bool is_there, const std::string& name) {
  if (!is_there) throw std::runtime_error("there is no account of that name: " + name);
}

void list(store::Accounts& accounts) {
  for (const store::Account& account : accounts.all()) {
    std::cout << fit(account.name, 40) << ' ' << fit(store::name_of(account.role), 10) << ' ' << account.made_at
              << '\n';
  }
}

void list_logins(store::Accounts& accounts) {
  for (const store::Login& login : accounts.logins(kLogins)) {
    std::cout << login.at << ' ' << (login.succeeded ? "came in " : "REFUSED ") << fit(printable(login.name), 40) << ' '
              << printable(login.address) << '\n';
  }
}

void change(const UsersOptions& options, store::Store& store, store::Accounts& accounts) {
  const std::string name = checked_name(options.name);
  const store::Role role = *store::role_named(options.role);
  if (options.action == "add") {
    if (accounts.find(name)) throw std::runtime_error("there is an account of that name already: " + name);
    accounts.add({name, role, new_password(), ""});
  } else if (options.action == "passwd") {
    require(accounts.find(name).has_value(), name);
    accounts.set_password(name, new_password());
  } else if (options.action == "role") {
    require(accounts.set_role(name, role), name);
  } else {
    require(accounts.remove(name), name);
  }
  const std::size_t count = accounts.all().size();
  store::set_wants_accounts(store, count > 0);
  std::cerr << "prongsai: " << count << (count == 1 ? " account" : " accounts") << " in "
            << store::Accounts::file_of(options.db).string()
            << (count == 0 ? "; the review asks for no login\n" : "\n");
}

void show_accounts(const UsersOptions& options, const Context& context) {
  const store::Store store(options.db, store::Open::read_only);  // a database of ours, not just any name
  const auto file = store::Accounts::file_of(options.db);
  if (!std::filesystem::exists(file)) {
    std::cerr << "prongsai: " << context.told("there are no accounts for " + options.db.string()) << '\n';
    return;
  }
  store::Accounts accounts(file, store::Open::read_only);
  options.action == "list" ? list(accounts) : list_logins(accounts);
}

void work(const UsersOptions& options, const Context& context) {
  if (options.action == "list" || options.action == "log") return show_accounts(options, context);
  store::Store store(options.db, store::Open::existing);
  const auto file = store::Accounts::file_of(options.db);
  if (options.action != "add")
    require(std::filesystem::exists(file), checked_name(options.name));  // makes no empty file
  store::Accounts accounts(file);
  change(options, store, accounts);
}

}  // namespace

void add_users(CLI::App& app, Context& context) {
  auto options = std::make_shared<UsersOptions>();
  CLI::App* command = app.add_subcommand("users", "Accounts for the review: who may read, decide, assign");
  command->add_option("action", options->action, "What to do")
      ->required()
      ->check(CLI::IsMember({"add", "list", "remove", "passwd", "role", "log"}));
  command->add_option("name", options->name, "Name of the account, as changes are logged under it");
  command->add_option("--db", options->db, "Database")->capture_default_str();
  command->add_option("--role", options->role, "reader, evaluator (decides and corrects), lead (assigns, too), admin")
      ->check(CLI::IsMember({"reader", "evaluator", "lead", "admin"}))
      ->capture_default_str();
  command->footer(
      "Examples:\n"
      "  prongsai users add สมศรี --db year2567.db\n"
      "  prongsai users role สมศรี --role lead --db year2567.db\n"
      "  prongsai users list --db year2567.db\n"
      "The password is asked for, or read from standard input. Accounts stand in DATABASE.accounts, which only its "
      "owner\n"
      "may read; where there are any, everybody logs in. `log` tells the last logins and refusals.");
  command->callback([options, &context] {
    work(*options, context);
    context.exit_code = kDone;
  });
}

}  // namespace prongsai::cli
