// The pages themselves: built-in files, the session that the pages ask for, the login.
#include <httplib.h>

#include <iostream>
#include <string_view>

#include "extractors/text/utf8.hpp"
#include "pipeline/review/assets.hpp"
#include "pipeline/review/desk.hpp"

namespace prongsai::review {
namespace {

constexpr std::size_t kMostName = 300;  // bytes of a reviewer's name: a hundred Thai letters

const char* type_of(std::string_view name) {
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (name.ends_with(".svg")) return "image/svg+xml";
  if (name.ends_with(".json")) return "application/json";
  return "text/html; charset=utf-8";
}

void send_asset(std::string_view name, httplib::Response& response) {
  const auto found = assets().find(name);
  if (found == assets().end()) return send_error(response, 404, "there is no such page");
  response.set_content(found->second, type_of(name));
}

void log_in(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  const std::string who = text::cleaned(text::cut(request.get_param_value("who"), kMostName));
  if (!desk.gate.admits(request.remote_addr)) {
    return send_error(response, 429, "too many wrong tokens from this address; wait ten minutes");
  }
  if (desk.options.token.empty() || who.empty() || !same_secret(request.get_param_value("token"), desk.options.token)) {
    desk.gate.failed(request.remote_addr);
    std::cerr << "prongsai: a login from " << request.remote_addr << " was refused" << std::endl;
    send_asset("login.html", response);
    response.status = 403;
    static const std::string kHidden = "id=\"failed\" hidden";
    const auto hidden = response.body.find(kHidden);
    if (hidden != std::string::npos) response.body.replace(hidden, kHidden.size(), "id=\"failed\"");
    return;
  }
  desk.gate.succeeded(request.remote_addr);
  start_session(desk, who, response);
  response.set_redirect("/", 303);
}

// Where no token is asked for, whoever reaches this machine's own address is the reviewer.
void send_session(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  auto session = session_of(desk, request);
  if (!session) session = start_session(desk, desk.options.who, response);
  send_json(response, {{"csrf_token", session->csrf},
                       {"who", session->who},
                       {"database", desk.database},
                       {"read_only", desk.options.read_only},
                       {"login", !desk.options.token.empty()}});
}

void log_out(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  if (const auto session = session_of(desk, request)) desk.sessions.close(session->id);
  send_json(response, nlohmann::json::object());
}

}  // namespace

void add_page_routes(httplib::Server& server, Desk& desk) {
  server.Get("/", [](const httplib::Request&, httplib::Response& response) { send_asset("index.html", response); });
  server.Get("/login",
             [](const httplib::Request&, httplib::Response& response) { send_asset("login.html", response); });
  server.Get("/favicon.ico",
             [](const httplib::Request&, httplib::Response& response) { send_asset("icon.svg", response); });
  server.Get("/api/v1/openapi.json",
             [](const httplib::Request&, httplib::Response& response) { send_asset("openapi.json", response); });
  server.Get(R"(/assets/([a-z]{1,30}\.(css|js)))", [](const httplib::Request& request, httplib::Response& response) {
    send_asset(request.matches[1].str(), response);
  });
  server.Get("/api/v1/session", [&desk](const httplib::Request& request, httplib::Response& response) {
    send_session(desk, request, response);
  });
  add_post(server, desk, "/api/v1/logout",
           [&desk](const httplib::Request& request, httplib::Response& response) { log_out(desk, request, response); });
  add_post(server, desk, "/login",
           [&desk](const httplib::Request& request, httplib::Response& response) { log_in(desk, request, response); });
}

}  // namespace prongsai::review
