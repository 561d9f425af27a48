// Pictures of pages. The file is the one that the database names for the submission; a request names only numbers.
#include <httplib.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "pipeline/review/desk.hpp"
#include "pipeline/review/report_file.hpp"
#include "pipeline/stages/files/path_text.hpp"
#include "pipeline/store/queries/report_facts.hpp"

namespace prongsai::review {
namespace {

constexpr std::array<int, 4> kDpi = {110, 165, 220, 300};

struct Found {
  PagePlace place;
  std::string key;
  std::int64_t file_size = 0;
};

// How fine the picture is: a few steps, so that pictures are painted once.
int dpi_of(const httplib::Request& request) {
  const std::int64_t wanted = number_in(request, "dpi", kDpi.front(), 1);
  const auto* const fits = std::find_if(kDpi.begin(), kDpi.end(), [wanted](int dpi) { return dpi >= wanted; });
  return fits == kDpi.end() ? kDpi.back() : *fits;
}

std::optional<Found> find_page(Desk& desk, std::int64_t submission, std::int64_t page_no, int dpi) {
  store::RelationReader reader(desk.options.db);
  const auto turn = store::rotation_of_page(reader, submission, page_no);
  const auto file = report_file(reader, submission);
  if (!turn || !file) return std::nullopt;
  return Found{
      {stages::path_of(file->canonical_path), static_cast<int>(page_no), *turn, dpi, file->attached_at,
       file->own_sha256},
      file->own_sha256 + "/" + std::to_string(page_no) + "/" + std::to_string(*turn) + "/" + std::to_string(dpi),
      file->size};
}

// A file that is gone or was replaced since it was read would show another page than the boxes were read from.
bool is_as_it_was(const Found& found) {
  std::error_code error;
  const auto size = std::filesystem::file_size(found.place.file, error);
  return !error && (found.file_size == 0 || static_cast<std::int64_t>(size) == found.file_size);
}

// Who waits for the picture: a reviewer at a machine, in however many windows.
std::string client_of(Desk& desk, const httplib::Request& request) {
  const auto session = session_of(desk, request);
  return sender_of(desk, request) + '/' + (session ? session->who : "");
}

void send_page(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  const auto found = find_page(desk, std::stoll(request.matches[1]), std::stoll(request.matches[2]), dpi_of(request));
  if (!found) return send_error(response, 404, "there is no such page");
  if (!is_as_it_was(*found))
    return send_error(response, 410, "the report's file is gone or was changed since it was read");
  const auto image = desk.images.get(found->key, found->place, client_of(desk, request));
  if (!image) return send_error(response, 422, image.failure().message);
  response.set_header("Cache-Control", "private, max-age=300");
  response.set_content(*image.value(), "image/png");
}

}  // namespace

void add_image_routes(httplib::Server& server, Desk& desk) {
  add_get(
      server, desk, Right::read, R"(/api/v1/submissions/(\d{1,18})/pages/(\d{1,6})\.png)",
      [&desk](const httplib::Request& request, httplib::Response& response) { send_page(desk, request, response); });
}

}  // namespace prongsai::review
