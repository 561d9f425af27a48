// What is decided before any route sees a request: is it meant for this server, is its sender known, may it change
// anything.
#include <httplib.h>
#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "pipeline/review/desk.hpp"

namespace prongsai::review {
namespace {

using Answer = httplib::Server::HandlerResponse;

// Nothing but this server's own files may run, style or frame anything; styles set by script (CSSOM) stay possible.
constexpr const char* kContentPolicy =
    "default-src 'self'; img-src 'self'; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";

// Without its port; "" for what is no host.
std::string host_name(const std::string& header) {
  static const RE2 kHost(R"((?:\[([0-9A-Fa-f:.]+)\]|([^:\[\]]*))(?::\d{1,5})?)");
  std::string address, name;
  return RE2::FullMatch(header, kHost, &address, &name) ? address + name : "";
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// A page of another site can make a browser resolve its own name to this machine (DNS rebinding); the Host header
// then still carries that name. A server for all addresses cannot know its names; there the token protects.
bool is_our_host(const Desk& desk, const std::string& header) {
  const std::string& listen = desk.options.listen;
  const std::string host = host_name(header);
  const bool is_in_front = !desk.base.host.empty() && lower_case(host) == desk.base.host;
  return is_in_front || is_loopback(host) || host == listen || listen == "0.0.0.0" || listen == "::";
}

bool is_open_to_all(const std::string& path) {
  return path == "/login" || path == "/assets/login.js" || path == "/assets/thai.woff2" ||
         path == "/assets/style.css" || path == "/favicon.ico";
}

// A form of another site's page can send other types without being asked beforehand (CORS), but not this one.
bool is_json(const std::string& content_type) {
  std::string type = lower_case(content_type.substr(0, content_type.find(';')));
  while (type.ends_with(' ')) type.pop_back();
  return type == "application/json";
}

struct Refusal {
  int status = 0;
  std::string why;
};

std::optional<Refusal> refusal_of_right(Desk& desk, const httplib::Request& request, Right right) {
  if (right == Right::anyone || may(role_of(desk, request), right)) return std::nullopt;
  return Refusal{403, "your account may not do this"};
}

std::optional<Refusal> refusal_of_change(Desk& desk, const httplib::Request& request, Right right) {
  if (desk.options.read_only && right != Right::read) return Refusal{403, "this server is read-only"};
  const auto session = session_of(desk, request);
  if (!session || !same_secret(request.get_header_value("X-CSRF-Token"), session->csrf)) {
    return Refusal{403, "the X-CSRF-Token of /api/v1/session is missing or out of date"};
  }
  if (!is_json(request.get_header_value("Content-Type"))) {
    return Refusal{415, "application/json is expected"};
  }
  return std::nullopt;
}

std::optional<Refusal> refusal_of(Desk& desk, const httplib::Request& request) {
  // Each range is a copy of its part of the answer: many of them would fill the memory.
  if (request.ranges.size() > 1) return Refusal{416, "one range at most"};
  if (!is_our_host(desk, request.get_header_value("Host"))) {
    return Refusal{421, "this server does not answer to that host name"};
  }
  if (needs_login(desk) && !is_open_to_all(request.path) && !session_of(desk, request)) {
    return Refusal{401, "log in at /login"};
  }
  return std::nullopt;
}

// Reading. Requests with a body are judged when it has been read (add_post): what stays unread in the connection
// would be taken for the next request.
Answer admit_reading(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  if (request.method != "GET" && request.method != "HEAD") return Answer::Unhandled;
  const auto refusal = refusal_of(desk, request);
  if (!refusal) return Answer::Unhandled;
  if (refusal->status == 401 && !request.path.starts_with("/api/")) {
    response.set_redirect(desk.base.path + (request.path == "/" ? "/login" : "/login?to=" + request.path));
  } else {
    send_error(response, refusal->status, refusal->why);
  }
  return Answer::Handled;
}

void harden(const Desk& desk, const httplib::Request& request, httplib::Response& response) {
  response.set_header("X-Prongsai-Database", desk.database);  // a page sees when another one is served
  if (!response.has_header("Content-Security-Policy")) response.set_header("Content-Security-Policy", kContentPolicy);
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cross-Origin-Resource-Policy", "same-origin");
  if (response.has_header("Cache-Control")) return;
  response.set_header("Cache-Control", request.path.starts_with("/assets/") ? "no-cache" : "no-store");
}

void set_bounds(httplib::Server& server) {
  server.set_payload_max_length(1U << 20U);
  server.set_keep_alive_timeout(5);
  server.set_keep_alive_max_count(1000);
}

std::string status_words(int status) {
  if (status == 404) return "there is no such page";
  if (status == 413) return "the request is too large";
  return "the request was not understood";
}

// A refusal in the language of the page that made the request. The English words stay: programs know them.
void put_into_thai(const Desk& desk, httplib::Response& response) {
  if (!desk.messages) return;
  auto body = nlohmann::json::parse(response.body, nullptr, false);
  if (!body.is_object() || !body.contains("error") || !body["error"].is_string()) return;
  body["error_en"] = body["error"];
  body["error"] = desk.messages->in_thai(body["error"].get<std::string>());
  send_json(response, body, response.status);
}

// Methods that no route has.
void refuse_other_methods(httplib::Server& server) {
  const auto refuse = [](const httplib::Request&, httplib::Response& response) {
    response.set_header("Allow", "GET, HEAD, POST");
    send_error(response, 405, "only GET, HEAD and POST are answered here");
  };
  server.Put(".*", refuse);
  server.Patch(".*", refuse);
  server.Delete(".*", refuse);
  server.Options(".*", refuse);
}

}  // namespace

void add_guard(httplib::Server& server, Desk& desk) {
  set_bounds(server);
  refuse_other_methods(server);
  server.set_pre_routing_handler([&desk](const httplib::Request& request, httplib::Response& response) {
    return admit_reading(desk, request, response);
  });
  server.set_post_routing_handler(
      [&desk](const httplib::Request& request, httplib::Response& response) { harden(desk, request, response); });
  server.set_error_handler([&desk](const httplib::Request& request, httplib::Response& response) {
    if (response.body.empty()) send_error(response, response.status, status_words(response.status));
    if (wants_thai(request)) put_into_thai(desk, response);
  });
  server.set_exception_handler([](const httplib::Request&, httplib::Response& response, std::exception_ptr thrown) {
    try {
      std::rethrow_exception(std::move(thrown));
    } catch (const std::exception& error) {
      send_error(response, 500, error.what());
    }
  });
}

void add_get(httplib::Server& server, Desk& desk, Right right, const std::string& pattern, Handler handler) {
  desk.routes.push_back({"GET", pattern, right});
  server.Get(pattern, [&desk, right, handler = std::move(handler)](const httplib::Request& request,
                                                                   httplib::Response& response) {
    if (const auto refusal = refusal_of_right(desk, request, right)) {
      return send_error(response, refusal->status, refusal->why);
    }
    handler(request, response);
  });
}

void add_post(httplib::Server& server, Desk& desk, Right right, const std::string& pattern, Handler handler) {
  desk.routes.push_back({"POST", pattern, right});
  server.Post(pattern, [&desk, right, handler = std::move(handler)](const httplib::Request& request,
                                                                    httplib::Response& response) {
    auto refusal = refusal_of(desk, request);
    if (!refusal && right != Right::anyone) refusal = refusal_of_change(desk, request, right);
    if (!refusal) refusal = refusal_of_right(desk, request, right);
    if (refusal) return send_error(response, refusal->status, refusal->why);
    handler(request, response);
  });
}

}  // namespace prongsai::review
