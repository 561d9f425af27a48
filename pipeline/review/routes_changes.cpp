// What a reviewer changes. Each change names the version that she saw; 409 when someone else was quicker.
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

// Answers of the store's refusals.
template <typename Work>
void answer(httplib::Response& response, const Work& work) {
  try {
    send_json(response, work());
  } catch (const store::Conflict& conflict) {
    send_error(response, 409, conflict.what());
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
      const auto seen = body.at("version").get<std::int64_t>();
      const std::lock_guard lock(desk.writing);
      const Change change{
          *desk.store, std::stoll(request.matches[1]), std::move(body), {author_of(desk, request), seen}};
      return json{{"version", make(change)}};
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
  add_post(server, desk, "/api/v1/undo", [&desk](const httplib::Request& request, httplib::Response& response) {
    answer(response, [&] {
      const std::lock_guard lock(desk.writing);
      const auto what = store::undo_last(*desk.store, author_of(desk, request));
      return what ? json{{"what", *what}} : json::object();
    });
  });
}

}  // namespace prongsai::review
