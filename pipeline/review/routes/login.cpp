// Logging in and out, and who is logged in. A name and a password where there are accounts, a name and the token where
// one was given; else whoever reaches this machine's own address is the reviewer.
#include <httplib.h>
#include <re2/re2.h>

#include <iostream>

#include "pipeline/review/assets.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/review/server/passwords.hpp"
#include "pipeline/review/server/reviewer_name.hpp"
#include "pipeline/store/queries/blind_reading.hpp"

namespace prongsai::review {
namespace {

void put(std::string& page, const std::string& mark, const std::string& text) {
  const auto at = page.find(mark);
  if (at != std::string::npos) page.replace(at, mark.size(), text);
}

void send_login_page(const Desk& desk, httplib::Response& response, bool failed) {
  std::string page = assets().at("login.html");
  put(page, "{{secret}}",
      desk.accounts ? "รหัสผ่าน <span lang=\"en\">(Password)</span>" : "รหัสเข้าใช้งาน <span lang=\"en\">(Token)</span>");
  if (failed) put(page, "id=\"failed\" hidden", "id=\"failed\"");
  response.status = failed ? 403 : 200;
  response.set_content(page, "text/html; charset=utf-8");
}

// Names that are no account share one budget of failures: an address could make up any number of them.
std::string attempt_of(const std::string& address, const std::string& who, bool is_known) {
  return address + '\n' + (is_known ? who : "");
}

// Where someone was going: pages that have a path of their own. Others stand behind the address's #, which browsers
// keep over the login by themselves.
std::string place_after_login(const httplib::Request& request) {
  static const RE2 kOwnPages(R"(/report/\d{1,18})");
  const std::string to = request.get_param_value("to");
  return RE2::FullMatch(to, kOwnPages) ? to : "/";
}

bool is_let_in(Desk& desk, const httplib::Request& request, const std::string& who) {
  const std::string secret = request.get_param_value("token");
  if (!desk.accounts) return !desk.options.token.empty() && !who.empty() && same_secret(secret, desk.options.token);
  const auto account = desk.accounts->find(who);
  return is_password(secret, account ? account->password : "");
}

void log_in(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  const std::string who = reviewer_name(request.get_param_value("who"));
  const std::string address = sender_of(desk, request);
  const std::string attempt = attempt_of(address, who, desk.accounts && desk.accounts->find(who));
  if (!desk.gate.admits(attempt) || !desk.gate.admits(address, LoginGate::kFailuresOfAddress)) {
    return send_error(response, 429, "too many wrong tries from this address; wait ten minutes");
  }
  const bool is_in = is_let_in(desk, request, who);
  if (desk.accounts) desk.accounts->log_login(who, address, is_in);
  if (!is_in) {
    desk.gate.failed(attempt);
    desk.gate.failed(address);
    std::cerr << "prongsai: a login from " << address << " was refused" << std::endl;
    return send_login_page(desk, response, true);
  }
  desk.gate.succeeded(attempt);
  start_session(desk, who, response);
  response.set_redirect(desk.base.path + place_after_login(request), 303);
}

void send_session(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  auto session = session_of(desk, request);
  if (!session) session = start_session(desk, desk.options.who, response);
  store::RelationReader reader(desk.options.db);
  send_json(response, {{"csrf_token", session->csrf},
                       {"who", session->who},
                       {"role", store::name_of(session->role)},
                       {"database", desk.database},
                       {"second", store::unfinished_readings(reader, session->who)},
                       {"read_only", is_read_only(desk, request)},
                       {"login", needs_login(desk)}});
}

void log_out(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  if (const auto session = session_of(desk, request)) desk.sessions.close(session->id);
  send_json(response, nlohmann::json::object());
}

}  // namespace

void add_login_routes(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::anyone, "/login",
          [&desk](const httplib::Request&, httplib::Response& response) { send_login_page(desk, response, false); });
  add_post(server, desk, Right::anyone, "/login",
           [&desk](const httplib::Request& request, httplib::Response& response) { log_in(desk, request, response); });
  add_get(
      server, desk, Right::read, "/api/v1/session",
      [&desk](const httplib::Request& request, httplib::Response& response) { send_session(desk, request, response); });
  add_post(server, desk, Right::read, "/api/v1/logout",
           [&desk](const httplib::Request& request, httplib::Response& response) { log_out(desk, request, response); });
}

}  // namespace prongsai::review
