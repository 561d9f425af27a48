// What routes that change something share: how a body is read, whose change it is, what refusals are answered with.
// For this library only.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "pipeline/review/server/rights.hpp"

namespace httplib {
class Server;
struct Request;
struct Response;
}  // namespace httplib

namespace prongsai::review {

struct Desk;

// --- values of a body, of JSON's own types: 0.9 is no version, true no number. Else store::NoSuchTarget or json's own
// exception is thrown. ---
[[nodiscard]] std::int64_t integer_in(const nlohmann::json& body, const char* name);
[[nodiscard]] double real_in(const nlohmann::json& body, const char* name);
[[nodiscard]] std::optional<int> optional_integer_in(const nlohmann::json& body, const char* name);
[[nodiscard]] std::string text_in(const nlohmann::json& body, const char* name);  // not too long
// The value that a correction gives: text, number or null.
[[nodiscard]] const nlohmann::json& value_in(const nlohmann::json& body);

// The name under which a request's change is logged.
[[nodiscard]] std::string author_of(Desk& desk, const httplib::Request& request);

// Answers with what `work` returns, or with its refusal: 409 Conflict, 410 Gone, 422 NoSuchTarget, 400 other JSON.
void answer_change(httplib::Response& response, const std::function<nlohmann::json()>& work);

// The same for work that answers by itself.
void answer_refusals(httplib::Response& response, const std::function<void()>& work);

// A request that changes something, its body parsed; the database that it names must be the one that is served.
using JsonHandler = std::function<nlohmann::json(const httplib::Request&, const nlohmann::json& body)>;
void add_json_post(httplib::Server& server, Desk& desk, Right right, const std::string& pattern, JsonHandler handler);

}  // namespace prongsai::review
