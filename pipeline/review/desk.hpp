// What all routes share. For this library only.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "extractors/layouts/assessment/assessment.hpp"
#include "pipeline/review/letter/letter_words.hpp"
#include "pipeline/review/messages.hpp"
#include "pipeline/review/office_kinds.hpp"
#include "pipeline/review/page_images.hpp"
#include "pipeline/review/server.hpp"
#include "pipeline/review/server/base_url.hpp"
#include "pipeline/review/server/login_gate.hpp"
#include "pipeline/review/server/rights.hpp"
#include "pipeline/review/server/sessions.hpp"
#include "pipeline/store/relation_reader.hpp"
#include "pipeline/store/review/accounts.hpp"
#include "pipeline/store/store.hpp"

namespace httplib {
class Server;
struct Request;
struct Response;
}  // namespace httplib

namespace prongsai::review {

struct Desk {
  explicit Desk(const ServerOptions& given);

  ServerOptions options;
  BaseUrl base;
  int port = 0;                               // known once it is bound
  std::string database;                       // tells the database from every other one; every change names it
  std::unique_ptr<store::Accounts> accounts;  // none: no file of accounts, or nobody in it
  Sessions sessions;
  LoginGate gate;
  PageImages images;
  OfficeKinds kinds;
  std::optional<Messages> messages;                 // none: English ones only
  std::optional<LetterWords> letter_words;          // none without a data folder
  std::optional<layouts::Assessments> assessments;  // none without a data folder
  std::mutex writing;
  std::optional<store::Store> store;  // none in read-only mode; under `writing`
  std::vector<Route> routes;          // all that were registered

 private:
  Desk(ServerOptions given, store::Store opened);
};

// The address of who asks. Behind a web server that is the one that it names, where it stands on this machine.
[[nodiscard]] std::string sender_of(const Desk& desk, const httplib::Request& request);
// The request's session; none when the browser has not logged in or the server was started anew.
[[nodiscard]] std::optional<Session> session_of(Desk& desk, const httplib::Request& request);
// Sets the cookie of a new session.
Session start_session(Desk& desk, const std::string& who, httplib::Response& response);
[[nodiscard]] bool needs_login(const Desk& desk);
// What its sender is: of its account; an evaluator with the token; at this machine's own address everything.
[[nodiscard]] store::Role role_of(Desk& desk, const httplib::Request& request);
// Whether its sender may change nothing.
[[nodiscard]] bool is_read_only(Desk& desk, const httplib::Request& request);

// --- answers ---
void send_json(httplib::Response& response, const nlohmann::json& body, int status = 200);
void send_error(httplib::Response& response, int status, const std::string& message);

// Names that work can be given to, and those that have some or did some.
[[nodiscard]] std::set<std::string> reviewers_of(Desk& desk, store::RelationReader& reader);

// --- requests ---
// A number in the query; `otherwise` when it is missing or none. At least `least`, at most 10¹².
[[nodiscard]] std::int64_t number_in(const httplib::Request& request, const char* name, std::int64_t otherwise,
                                     std::int64_t least);

// --- the guard ---
void add_guard(httplib::Server& server, Desk& desk);
// The only ways in. Who lacks the right gets 403.
using Handler = std::function<void(const httplib::Request&, httplib::Response&)>;
void add_get(httplib::Server& server, Desk& desk, Right right, const std::string& pattern, Handler handler);
// For a request that changes something: session, CSRF token and content type are checked first (of /login only the
// host).
void add_post(httplib::Server& server, Desk& desk, Right right, const std::string& pattern, Handler handler);

// --- routes, a file each ---
void add_page_routes(httplib::Server& server, Desk& desk);        // index, assets
void add_login_routes(httplib::Server& server, Desk& desk);       // login, logout, session
void add_overview_routes(httplib::Server& server, Desk& desk);    // overview, facets
void add_submission_routes(httplib::Server& server, Desk& desk);  // list, one, next
void add_image_routes(httplib::Server& server, Desk& desk);
void add_original_routes(httplib::Server& server, Desk& desk);   // the file itself, a page's text
void add_published_routes(httplib::Server& server, Desk& desk);  // the page that leads to it, as collected
void add_search_routes(httplib::Server& server, Desk& desk);
void add_relation_routes(httplib::Server& server, Desk& desk);
void add_finding_routes(httplib::Server& server, Desk& desk);  // of many submissions; bulk decisions
void add_change_routes(httplib::Server& server, Desk& desk);
void add_history_routes(httplib::Server& server, Desk& desk);
void add_assignment_routes(httplib::Server& server, Desk& desk);  // whose work; reviewers; logins
void add_office_routes(httplib::Server& server, Desk& desk);      // one office over the years
void add_export_routes(httplib::Server& server, Desk& desk);      // dataset and letters of a filter
void add_view_routes(httplib::Server& server, Desk& desk);        // saved views
void add_second_routes(httplib::Server& server, Desk& desk);      // second readings of a sample
void add_letter_routes(httplib::Server& server, Desk& desk);

}  // namespace prongsai::review
