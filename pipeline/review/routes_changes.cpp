// What a reviewer changes. Each change names what she saw: the database, the content key of the target and its version.
// 410 when that is gone or another database is served, 409 when someone else was quicker.
#include <httplib.h>

#include "pipeline/review/desk.hpp"
#include "pipeline/store/review.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::size_t kMostText = 20'000;  // bytes of a note or a corrected cell

struct Change {
  store::Store& store;
  std::int64_t id = 0;
  json body;
  store::Author author;
};

// Returns the new version.
using Make = std::function<std::int64_t(const Change&)>;

std::string text_of(const json& body, const char* name) {
  std::string text = body.at(name).get<std::string>();
  if (text.size() > kMostText) throw store::NoSuchTarget(std::string(name) + " is too long");
  return text;
}

std::string author_of(Desk& desk, const httplib::Request& request) {
  const auto session = session_of(desk, request);
  return session ? session->who : desk.options.who;
}

// A page that was opened on another database must not change this one.
void require_database(const Desk& desk, const json& body) {
  if (body.at("database").get<std::string>() == desk.database) return;
  throw store::Gone("this page was opened on another database than is served here now: open it anew");
}

// The content key of what was seen; never "", which would ask for no look.
std::string key_in(const json& body) {
  std::string key = body.at("key").get<std::string>();
  if (key.empty()) throw store::Gone("what the change was made on is not named");
  return key;
}

// Answers of the store's refusals.
template <typename Work>
void answer(httplib::Response& response, const Work& work) {
  try {
    send_json(response, work());
  } catch (const store::Conflict& conflict) {
    send_error(response, 409, conflict.what());
  } catch (const store::Gone& gone) {
    send_error(response, 410, gone.what());
  } catch (const store::NoSuchTarget& none) {
    send_error(response, 422, none.what());
  } catch (const json::exception&) {
    send_error(response, 400, "the change's JSON is not as /api/v1/openapi.json describes it");
  }
}

void add_change(httplib::Server& server, Desk& desk, const std::string& pattern, const Make& make) {
  add_post(server, desk, pattern, [&desk, make](const httplib::Request& request, httplib::Response& response) {
    answer(response, [&] {
      json body = json::parse(request.body);
      require_database(desk, body);
      const store::Author author{author_of(desk, request), body.at("version").get<std::int64_t>(), key_in(body)};
      const std::lock_guard lock(desk.writing);
      const Change change{*desk.store, std::stoll(request.matches[1]), std::move(body), author};
      return json{{"version", make(change)}};
    });
  });
}

// What would be taken back, and where it stands; {} for nothing.
json undoable(Desk& desk, const std::string& who) {
  const auto last = store::undoable(*desk.store, who);
  if (!last) return json::object();
  store::RelationReader reader(desk.options.db);
  json where = rows_of(reader,
                       "SELECT id AS submission_id, agency, source_path FROM submission WHERE sha256 = ?1 ORDER BY id "
                       "LIMIT 1",
                       {last->sha256});
  json answer = where.empty() ? json::object() : std::move(where[0]);
  answer["change"] = last->change;
  answer["what"] = last->what;
  return answer;
}

void add_undo(httplib::Server& server, Desk& desk) {
  server.Get("/api/v1/undo", [&desk](const httplib::Request& request, httplib::Response& response) {
    if (desk.options.read_only) return send_json(response, json::object());
    answer(response, [&] {
      const std::lock_guard lock(desk.writing);
      return undoable(desk, author_of(desk, request));
    });
  });
  add_post(server, desk, "/api/v1/undo", [&desk](const httplib::Request& request, httplib::Response& response) {
    answer(response, [&] {
      const json body = json::parse(request.body);
      require_database(desk, body);
      const std::lock_guard lock(desk.writing);
      const std::string who = author_of(desk, request);
      json what = undoable(desk, who);
      store::undo(*desk.store, who, body.at("change").get<std::int64_t>());
      return what;
    });
  });
}

}  // namespace

void add_change_routes(httplib::Server& server, Desk& desk) {
  add_change(server, desk, R"(/api/v1/findings/(\d{1,18})/decision)", [](const Change& change) {
    return store::decide_finding(change.store, change.id, change.body.at("status"), text_of(change.body, "note"),
                                 change.author);
  });
  add_change(server, desk, R"(/api/v1/cells/(\d{1,18})/correction)", [](const Change& change) {
    return store::correct_cell(change.store, change.id, text_of(change.body, "text"), change.author);
  });
  add_change(server, desk, R"(/api/v1/scores/(\d{1,18})/correction)", [](const Change& change) {
    return store::correct_score(change.store, change.id, change.body.at("value").get<double>(), change.author);
  });
  add_change(server, desk, R"(/api/v1/submissions/(\d{1,18})/final-score)", [](const Change& change) {
    const json& score = change.body.at("score");
    const auto given = score.is_null() ? std::nullopt : std::optional(score.get<int>());
    return store::set_final_score(change.store, change.id, given, change.author);
  });
  add_undo(server, desk);
}

}  // namespace prongsai::review
