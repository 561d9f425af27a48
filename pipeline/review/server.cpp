#include "pipeline/review/server.hpp"

#include <httplib.h>

#include <stdexcept>

#include "pipeline/review/desk.hpp"
#include "pipeline/review/server/deadline_server.hpp"
#include "pipeline/review/server/listen_refusal.hpp"

namespace prongsai::review {
namespace {

void require_login_where_others_come(const Desk& desk) {
  if (desk.accounts && !desk.options.token.empty()) {
    throw std::runtime_error("this database has accounts: reviewers log in with these; leave --token-file out");
  }
  const bool is_in_front = !desk.base.host.empty();
  if ((is_loopback(desk.options.listen) && !is_in_front) || needs_login(desk)) return;
  throw std::runtime_error(
      (is_in_front ? "--base-url " + desk.options.base_url : "--listen " + desk.options.listen) +
      " opens the review app to other machines: make accounts with `prongsai users add NAME --db " +
      desk.options.db.string() + "`, or give --token-file FILE, a file with a secret of at least 16 characters");
}

// httplib would set SO_REUSEPORT, with which the system deals the requests of one port out among all programs that
// listen on it: two desks of two databases would each get a part of a reviewer's changes.
void keep_port_to_itself(socket_t socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));  // a port whose last connections still die down
}

// The address that is listened on. "localhost" has two, and a second desk would take the one that the first left.
std::string address_of(const std::string& listen) {
  return listen == "localhost" ? "127.0.0.1" : listen;
}

}  // namespace

bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "::1" ||
         (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos);
}

struct Server::State {
  explicit State(const ServerOptions& options) : desk(options), http(desk.options.patience) {
    require_login_where_others_come(desk);
  }

  Desk desk;
  DeadlineServer http;
};

Server::Server(const ServerOptions& options) : state_(std::make_unique<State>(options)) {
  httplib::Server& http = state_->http;
  Desk& desk = state_->desk;
  add_guard(http, desk);
  add_page_routes(http, desk);
  add_login_routes(http, desk);
  add_overview_routes(http, desk);
  add_submission_routes(http, desk);
  add_image_routes(http, desk);
  add_original_routes(http, desk);
  add_published_routes(http, desk);
  add_search_routes(http, desk);
  add_relation_routes(http, desk);
  add_finding_routes(http, desk);
  add_change_routes(http, desk);
  add_history_routes(http, desk);
  add_assignment_routes(http, desk);
  add_office_routes(http, desk);
  add_export_routes(http, desk);
  add_view_routes(http, desk);
  add_second_routes(http, desk);
  add_letter_routes(http, desk);
}

Server::~Server() = default;

int Server::bind() {
  const ServerOptions& options = state_->desk.options;
  state_->http.set_socket_options(keep_port_to_itself);
  if (options.port == 0) {
    state_->desk.port = state_->http.bind_to_any_port(address_of(options.listen));
  } else if (state_->http.bind_to_port(address_of(options.listen), options.port)) {
    state_->desk.port = options.port;
  }
  if (state_->desk.port <= 0) {
    throw std::runtime_error("cannot listen on " + options.listen + ":" + std::to_string(options.port) + ": " +
                             listen_refusal(address_of(options.listen), options.port));
  }
  return state_->desk.port;
}

std::vector<Route> Server::routes() const {
  return state_->desk.routes;
}

void Server::run() {
  state_->http.widen_the_door();
  state_->http.listen_after_bind();
}

void Server::stop() {
  state_->http.close_the_door();
}

}  // namespace prongsai::review
