#include "pipeline/review/submission_list.hpp"

#include <httplib.h>

#include "pipeline/review/desk.hpp"
#include "pipeline/review/submission_filter.hpp"
#include "pipeline/store/queries/report_list.hpp"
#include "pipeline/store/records/json_archive.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::int64_t kSubmissionsPerPage = 50;

}  // namespace

json submission_list(Desk& desk, store::RelationReader& reader, const httplib::Request& request) {
  const store::ReportFilter filter = submission_filter(desk, request, reader);
  const store::ReportOrder order{request.get_param_value("sort"), request.get_param_value("dir") == "desc"};
  const std::int64_t page = number_in(request, "page", 1, 1);
  json rows = store::json_of(
      store::list_reports(reader, filter, order, {kSubmissionsPerPage, (page - 1) * kSubmissionsPerPage}));
  for (json& row : rows) {
    for (const char* level : {"error", "warning", "info"}) {
      row["open"][level] = row[level];
      row.erase(level);
    }
  }
  return {{"rows", std::move(rows)}, {"total", store::count_reports(reader, filter)}, {"size", kSubmissionsPerPage}};
}

}  // namespace prongsai::review
