#include "pipeline/review/desk.hpp"

#include <httplib.h>

#include <algorithm>
#include <charconv>

#include "pipeline/store/content_key.hpp"

namespace prongsai::review {
namespace {

constexpr std::int64_t kMostNumber = 1'000'000'000'000;  // times a page's size it still is a number
constexpr std::size_t kImageBytes = 96U << 20U;

nlohmann::json json_of(const store::Value& value) {
  return std::visit([](const auto& v) { return nlohmann::json(v); }, value);
}

std::string cookie_name(const Desk& desk) {
  // Cookies do not tell ports apart: two desks on one machine must not close each other's sessions.
  return "prongsai_" + std::to_string(desk.port);
}

}  // namespace

Desk::Desk(ServerOptions given)
    : options(std::move(given)), images(options.render, kImageBytes), kinds(options.kind_of) {
  store::Store opened(options.db, options.read_only ? store::Open::read_only : store::Open::existing);
  database = store::identity_of(opened.database());
  if (!options.read_only) store = std::move(opened);
}

std::optional<Session> session_of(Desk& desk, const httplib::Request& request) {
  return desk.sessions.find(cookie_value(request.get_header_value("Cookie"), cookie_name(desk)));
}

Session start_session(Desk& desk, const std::string& who, httplib::Response& response) {
  Session session = desk.sessions.open(who);
  response.set_header("Set-Cookie", cookie_name(desk) + "=" + session.id + "; Path=/; HttpOnly; SameSite=Strict");
  return session;
}

void send_json(httplib::Response& response, const nlohmann::json& body, int status) {
  response.status = status;
  response.set_content(body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), "application/json");
}

void send_error(httplib::Response& response, int status, const std::string& message) {
  send_json(response, {{"error", message}}, status);
}

nlohmann::json rows_of(store::RelationReader& reader, const std::string& sql,
                       const std::vector<store::Value>& parameters) {
  const std::vector<std::string> names = reader.columns(sql);
  nlohmann::json rows = nlohmann::json::array();
  reader.each(sql, parameters, [&](const store::Row& row) {
    nlohmann::json object = nlohmann::json::object();
    for (std::size_t i = 0; i < names.size(); ++i) object[names[i]] = json_of(row[i]);
    rows.push_back(std::move(object));
    return true;
  });
  return rows;
}

std::int64_t number_of(store::RelationReader& reader, const std::string& sql,
                       const std::vector<store::Value>& parameters) {
  const auto rows = reader.all(sql, parameters);
  if (rows.empty()) return 0;
  const auto* number = std::get_if<std::int64_t>(&rows.front().front());
  return number ? *number : 0;
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
