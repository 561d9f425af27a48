#include "pipeline/review/changes.hpp"

#include <httplib.h>

#include <limits>

#include "pipeline/review/desk.hpp"
#include "pipeline/store/review/review.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::size_t kMostText = 20'000;  // bytes of a note or a corrected cell

constexpr int kMostNested = 8;  // no change has more than a list in its object

// What is nested without end would be gone through by functions that call themselves, until the stack ends.
json parsed(const std::string& body) {
  return json::parse(body, [](int depth, json::parse_event_t, const json&) {
    if (depth > kMostNested) throw store::NoSuchTarget("the change's JSON is nested too deep");
    return true;
  });
}

// A page that was opened on another database must not change this one.
void require_database(const Desk& desk, const json& body) {
  if (body.at("database").get<std::string>() == desk.database) return;
  throw store::Gone("this page was opened on another database than is served here now: open it anew");
}

}  // namespace

std::int64_t integer_in(const json& body, const char* name) {
  const json& value = body.at(name);
  if (!value.is_number_integer()) throw store::NoSuchTarget(std::string(name) + " is no whole number");
  if (value.is_number_unsigned() &&
      value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
    throw store::NoSuchTarget(std::string(name) + " is out of bounds");
  return value.get<std::int64_t>();
}

double real_in(const json& body, const char* name) {
  const json& value = body.at(name);
  if (!value.is_number()) throw store::NoSuchTarget(std::string(name) + " is no number");
  return value.get<double>();
}

std::optional<int> optional_integer_in(const json& body, const char* name) {
  if (!body.contains(name) || body.at(name).is_null()) return std::nullopt;
  const std::int64_t value = integer_in(body, name);
  if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max())
    throw store::NoSuchTarget(std::string(name) + " is out of bounds");
  return static_cast<int>(value);
}

std::string text_in(const json& body, const char* name) {
  std::string text = body.at(name).get<std::string>();
  if (text.size() > kMostText) throw store::NoSuchTarget(std::string(name) + " is too long");
  return text;
}

const json& value_in(const json& body) {
  const json& value = body.at("value");
  if (value.is_string() && value.get_ref<const std::string&>().size() > kMostText)
    throw store::NoSuchTarget("too long");
  return value;
}

std::string author_of(Desk& desk, const httplib::Request& request) {
  const auto session = session_of(desk, request);
  return session ? session->who : desk.options.who;
}

void answer_change(httplib::Response& response, const std::function<json()>& work) {
  answer_refusals(response, [&] { send_json(response, work()); });
}

void answer_refusals(httplib::Response& response, const std::function<void()>& work) {
  try {
    work();
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

void add_json_post(httplib::Server& server, Desk& desk, Right right, const std::string& pattern, JsonHandler handler) {
  add_post(server, desk, right, pattern,
           [&desk, handler = std::move(handler)](const httplib::Request& request, httplib::Response& response) {
             answer_change(response, [&] {
               const json body = parsed(request.body);
               require_database(desk, body);
               return handler(request, body);
             });
           });
}

}  // namespace prongsai::review
