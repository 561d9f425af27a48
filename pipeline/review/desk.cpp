#include "pipeline/review/desk.hpp"

#include <httplib.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "pipeline/store/records/content_key.hpp"

namespace prongsai::review {
namespace {

constexpr std::int64_t kMostNumber = 1'000'000'000'000;  // times a page's size it still is a number
constexpr std::size_t kImageBytes = 96U << 20U;

std::string cookie_name(const Desk& desk) {
  // Cookies do not tell ports apart: two desks on one machine must not close each other's sessions.
  return "prongsai_" + std::to_string(desk.port);
}

// With the token all names are claims: nobody leads by one.
store::Role role_without_account(const Desk& desk) {
  return needs_login(desk) ? store::Role::evaluator : store::Role::admin;
}

// The accounts of a database, where there are any. A database that had some is not opened to everybody because their
// file was left behind.
std::unique_ptr<store::Accounts> accounts_of(const ServerOptions& options, store::Store& store) {
  const auto file = store::Accounts::file_of(options.db);
  std::unique_ptr<store::Accounts> accounts;
  if (std::filesystem::exists(file)) accounts = std::make_unique<store::Accounts>(file);
  if (accounts && !accounts->all().empty()) return accounts;
  if (!store::wants_accounts(store)) return nullptr;
  throw std::runtime_error(file.string() + ": the accounts of this database are gone: put the file back, or make " +
                           "accounts anew with `prongsai users add NAME --db " + options.db.string() + "`");
}

}  // namespace

Desk::Desk(ServerOptions given, store::Store opened)
    : options(std::move(given)),
      base(parsed_base_url(options.base_url)),
      database(store::identity_of(opened.database())),
      accounts(accounts_of(options, opened)),
      sessions(accounts.get()),
      images(options.render, kImageBytes),
      kinds(options.kind_of) {
  if (!options.data_folder.empty()) {
    messages.emplace(options.data_folder);
    letter_words.emplace(options.data_folder / "review" / "letter.json");
    assessments.emplace(options.data_folder / "assessment");
  }
  if (!options.read_only) store = std::move(opened);
}

Desk::Desk(const ServerOptions& given)
    : Desk(given, store::Store(given.db, given.read_only ? store::Open::read_only : store::Open::existing)) {}

std::string sender_of(const Desk& desk, const httplib::Request& request) {
  if (desk.base.host.empty() || !is_loopback(request.remote_addr)) return request.remote_addr;
  const std::string all = request.get_header_value("X-Forwarded-For");
  const auto last = all.find_last_of(", ");
  const std::string named = last == std::string::npos ? all : all.substr(last + 1);
  const bool is_number =
      !named.empty() && named.size() < 46 && named.find_first_not_of("0123456789abcdefABCDEF.:") == std::string::npos;
  return is_number ? named : request.remote_addr;
}

std::optional<Session> session_of(Desk& desk, const httplib::Request& request) {
  return desk.sessions.find(cookie_value(request.get_header_value("Cookie"), cookie_name(desk)));
}

bool needs_login(const Desk& desk) {
  return desk.accounts != nullptr || !desk.options.token.empty();
}

store::Role role_of(Desk& desk, const httplib::Request& request) {
  if (!needs_login(desk)) return store::Role::admin;
  const auto session = session_of(desk, request);
  return session ? session->role : store::Role::reader;
}

bool is_read_only(Desk& desk, const httplib::Request& request) {
  return desk.options.read_only || !may(role_of(desk, request), Right::review);
}

Session start_session(Desk& desk, const std::string& who, httplib::Response& response) {
  Session session = desk.sessions.open(who, role_without_account(desk));
  response.set_header("Set-Cookie", cookie_name(desk) + "=" + session.id + "; Path=" + desk.base.path +
                                        "/; HttpOnly; SameSite=Strict" + (desk.base.secure ? "; Secure" : ""));
  return session;
}

void send_json(httplib::Response& response, const nlohmann::json& body, int status) {
  response.status = status;
  response.set_content(body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), "application/json");
}

void send_error(httplib::Response& response, int status, const std::string& message) {
  send_json(response, {{"error", message}}, status);
}

std::int64_t number_in(const httplib::Request& request, const char* name, std::int64_t otherwise, std::int64_t least) {
  const std::string text = request.get_param_value(name);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (end != text.data() + text.size() || text.empty()) return otherwise;
  if (error == std::errc::result_out_of_range) number = text.front() == '-' ? least : kMostNumber;
  return std::clamp(number, least, kMostNumber);
}

}  // namespace prongsai::review
