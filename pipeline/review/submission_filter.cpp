#include "pipeline/review/submission_filter.hpp"

#include <httplib.h>

#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/store/queries/blind_reading.hpp"

namespace prongsai::review {

store::ReportFilter submission_filter(Desk& desk, const httplib::Request& request, store::RelationReader& reader) {
  const auto given = [&request](const char* name) { return request.get_param_value(name); };
  store::ReportFilter filter;
  filter.office = given("office");
  filter.file = given("file");
  filter.province = given("province");
  filter.year = given("year");
  filter.item = given("item");
  filter.layout = given("layout");
  filter.status = given("status");
  filter.suggested = given("suggested");
  filter.assigned = given("assigned");
  filter.letter = given("letter");
  filter.reviewer = given("reviewer");
  filter.final_score = given("final");
  filter.code = given("code");
  filter.severity = given("severity");
  filter.evidence = given("evidence");
  filter.decision = given("decision");
  filter.submission = given("submission");
  if (const std::string kind = given("kind"); !kind.empty()) filter.offices = desk.kinds.offices_of(reader, kind);
  if (const std::string who = author_of(desk, request); store::reads_blind(reader, who)) filter.hidden_from = who;
  return filter;
}

}  // namespace prongsai::review
