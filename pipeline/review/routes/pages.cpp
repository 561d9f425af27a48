// The pages themselves: built-in files.
#include <httplib.h>

#include <string_view>

#include "pipeline/review/assets.hpp"
#include "pipeline/review/desk.hpp"

namespace prongsai::review {
namespace {

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

}  // namespace

void add_page_routes(httplib::Server& server, Desk& desk) {
  const auto add_asset = [&](Right right, const std::string& path, const std::string& name) {
    add_get(server, desk, right, path,
            [name](const httplib::Request&, httplib::Response& response) { send_asset(name, response); });
  };
  add_asset(Right::read, "/", "index.html");
  add_asset(Right::anyone, "/favicon.ico", "icon.svg");
  add_asset(Right::anyone, "/assets/login.js", "login.js");
  add_asset(Right::anyone, "/assets/style.css", "style.css");
  add_asset(Right::read, "/api/v1/openapi.json", "openapi.json");
  add_get(server, desk, Right::anyone, "/assets/thai.woff2",
          [&desk](const httplib::Request&, httplib::Response& response) {
            if (desk.options.thai_font.empty()) return send_error(response, 404, "there is no font");
            response.set_header("Cache-Control", "private, max-age=86400");
            response.set_content(desk.options.thai_font, "font/woff2");
          });
  add_get(server, desk, Right::read, R"(/assets/([a-z]{1,30}\.(css|js)))",
          [](const httplib::Request& request, httplib::Response& response) {
            send_asset(request.matches[1].str(), response);
          });
}

}  // namespace prongsai::review
