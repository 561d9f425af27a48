// What `collect` kept of the page that shows where a submission was published: its lines as text, and their picture.
// The page itself never reaches a browser: untrusted HTML would run and fetch there.
#include <httplib.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "pipeline/review/desk.hpp"
#include "pipeline/stages/files/kept_body.hpp"
#include "pipeline/stages/files/path_text.hpp"
#include "pipeline/stages/files/sha256.hpp"
#include "pipeline/store/queries/report_facts.hpp"
#include "pipeline/store/records/json_archive.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr const char* kGone = "what was kept of the page is gone or was changed since";

std::optional<store::ProofOfPublication> proof_of(Desk& desk, const httplib::Request& request) {
  store::RelationReader reader(desk.options.db);
  return store::proof_of_publication(reader, std::stoll(request.matches[1]));
}

// The body that is kept under this hash, if it is still what it was. A hash is letters and digits: it names no path.
std::optional<std::filesystem::path> body_of(const store::ProofOfPublication& proof, const std::string& sha256) {
  constexpr std::size_t kHexOfSha256 = 64;
  const bool is_hash =
      sha256.size() == kHexOfSha256 && sha256.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!is_hash) return std::nullopt;
  auto path = stages::kept_body(stages::path_of(proof.folder), sha256);
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  const auto hash = stages::sha256_of_file(path);
  return hash && hash.value().sha256 == sha256 ? std::optional(std::move(path)) : std::nullopt;
}

void send_lines(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  const auto proof = proof_of(desk, request);
  if (!proof || !desk.options.read_page) return send_error(response, 404, "no page was kept");
  const auto file = body_of(*proof, proof->page_sha256);
  if (!file) return send_error(response, 410, kGone);
  const auto lines = desk.options.read_page(
      {*file, proof->page_type.value_or(""), proof->page_url.value_or(""), proof->link_url.value_or("")});
  if (!lines) return send_error(response, 422, lines.failure().message);
  json shown = json::parse(lines.value(), nullptr, false);
  const bool is_page = shown.is_object() && shown.contains("lines") && shown["lines"].is_array() &&
                       shown.contains("marked") && shown["marked"].is_array();
  if (!is_page) return send_error(response, 422, "the page cannot be read");
  const json told = store::json_of(*proof);
  shown["url"] = told["page_url"];
  shown["at"] = told["page_at"];
  shown["sha256"] = told["page_sha256"];
  shown["link"] = told["link_url"];
  shown["picture"] = proof->picture_sha256.has_value();
  send_json(response, shown);
}

void send_picture(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  const auto proof = proof_of(desk, request);
  if (!proof || !proof->picture_sha256) return send_error(response, 404, "no picture was kept");
  const auto file = body_of(*proof, *proof->picture_sha256);
  if (!file) return send_error(response, 410, kGone);
  std::ifstream in(*file, std::ios::binary);
  const std::string png((std::istreambuf_iterator<char>(in)), {});
  if (!png.starts_with("\x89PNG\r\n\x1A\n")) return send_error(response, 410, kGone);
  response.set_content(png, "image/png");
}

}  // namespace

void add_published_routes(httplib::Server& server, Desk& desk) {
  add_get(
      server, desk, Right::read, R"(/api/v1/submissions/(\d{1,18})/published)",
      [&desk](const httplib::Request& request, httplib::Response& response) { send_lines(desk, request, response); });
  add_get(
      server, desk, Right::read, R"(/api/v1/submissions/(\d{1,18})/published\.png)",
      [&desk](const httplib::Request& request, httplib::Response& response) { send_picture(desk, request, response); });
}

}  // namespace prongsai::review
