// What a reviewer changes. Each change names what she saw: the database, the content key of the target and its version.
// 410 when that is gone or another database is served, 409 when someone else was quicker.
#include "pipeline/review/changes.hpp"

#include <httplib.h>

#include <exception>
#include <iostream>
#include <map>

#include "pipeline/review/desk.hpp"
#include "pipeline/review/issue_numbers.hpp"
#include "pipeline/review/item_list.hpp"
#include "pipeline/store/queries/blind_reading.hpp"
#include "pipeline/store/queries/change_log.hpp"
#include "pipeline/store/queries/report_facts.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/review/review_undo.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

struct Change {
  store::Store& store;
  std::int64_t id = 0;
  std::string column;  // which value of the row; "" where it has one
  json body;
  store::Author author;
};

// Returns the new version.
using Make = std::function<std::int64_t(const Change&)>;

// The content key of what was seen; never "", which would ask for no look.
std::string key_in(const json& body) {
  std::string key = body.at("key").get<std::string>();
  if (key.empty()) throw store::Gone("what the change was made on is not named");
  return key;
}

// The change stands, whatever becomes of the judging; the next run judges again what is not judged.
void judge_one(Desk& desk, const store::StoredSubmission& submission) {
  try {
    desk.options.judge(*desk.store, submission);
  } catch (const std::exception& error) {
    std::cerr << "prongsai: report " << submission.id << " was not judged anew: " << error.what() << std::endl;
  }
}

// What was read and is set right is judged anew at once, in every sighting of the bytes.
void judge_anew(Desk& desk, std::int64_t change_no) {
  if (!desk.options.judge) return;
  std::vector<std::int64_t> ids;
  {
    store::RelationReader reader(desk.options.db);
    ids = store::set_right_by(reader, change_no);
  }
  for (const std::int64_t id : ids) {
    if (const auto submission = desk.store->find(id)) judge_one(desk, *submission);
  }
}

// What a second reader says is kept apart (second.cpp); she changes nothing of the first reading.
void require_first_reader(Desk& desk, const httplib::Request& request, const std::string& who) {
  using store::RowOf;
  static const std::map<std::string, RowOf, std::less<>> kRows = {{"findings", RowOf::finding},
                                                                  {"cells", RowOf::cell},
                                                                  {"scores", RowOf::score},
                                                                  {"issues", RowOf::issue},
                                                                  {"tables", RowOf::table}};
  store::RelationReader reader(desk.options.db);
  if (!store::reads_blind(reader, who)) return;
  const std::string path = request.path.substr(std::string_view("/api/v1/").size());
  const auto row = kRows.find(path.substr(0, path.find('/')));
  std::int64_t id = std::stoll(request.matches[1]);
  if (row != kRows.end()) id = store::submission_of(reader, row->second, id);
  if (store::reads_blind(reader, who, id))
    throw store::NoSuchTarget("you read this report a second time: only decisions on its findings are asked for");
}

void add_change(httplib::Server& server, Desk& desk, const std::string& pattern, const Make& make) {
  add_json_post(server, desk, Right::review, pattern, [&desk, make](const httplib::Request& request, const json& body) {
    const store::Author author{author_of(desk, request), integer_in(body, "version"), key_in(body)};
    const std::lock_guard lock(desk.writing);
    require_first_reader(desk, request, author.who);
    const Change change{*desk.store, std::stoll(request.matches[1]),
                        request.matches.size() > 2 ? request.matches[2].str() : "", body, author};
    const std::int64_t version = make(change);
    judge_anew(desk, version);
    return json{{"version", version}};
  });
}

// What would be taken back, and where it stands; {} for nothing.
json undoable(Desk& desk, const std::string& who) {
  const auto last = store::undoable(*desk.store, who);
  if (!last) return json::object();
  store::RelationReader reader(desk.options.db);
  json answer = json::object();
  if (const auto report = store::report_name_of(reader, last->sha256)) {
    answer["submission_id"] = report->submission_id;
    answer["agency"] = report->agency ? json(*report->agency) : json(nullptr);
    answer["source_path"] = report->source_path;
  }
  answer["change"] = last->change;
  answer["what"] = last->what;
  answer["count"] = last->count;
  return answer;
}

void add_undo(httplib::Server& server, Desk& desk) {
  add_get(server, desk, Right::read, "/api/v1/undo",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            if (is_read_only(desk, request)) return send_json(response, json::object());
            answer_change(response, [&] {
              const std::lock_guard lock(desk.writing);
              return undoable(desk, author_of(desk, request));
            });
          });
  add_json_post(server, desk, Right::review, "/api/v1/undo",
                [&desk](const httplib::Request& request, const json& body) {
                  const std::lock_guard lock(desk.writing);
                  const std::string who = author_of(desk, request);
                  json what = undoable(desk, who);
                  const std::int64_t change = integer_in(body, "change");
                  const store::Undone undone = store::undo(*desk.store, who, change);
                  judge_anew(desk, change);
                  what["taken_back"] = undone.taken_back;
                  what["left"] = undone.left;
                  return what;
                });
  // Anybody's change, from the log.
  add_json_post(server, desk, Right::lead, R"(/api/v1/history/(\d{1,18})/undo)",
                [&desk](const httplib::Request& request, const json&) {
                  const std::lock_guard lock(desk.writing);
                  const std::int64_t change = std::stoll(request.matches[1]);
                  const store::Undone undone =
                      store::undo(*desk.store, author_of(desk, request), change, store::Whose::anyones);
                  judge_anew(desk, change);
                  return json{{"taken_back", undone.taken_back}, {"left", undone.left}};
                });
}

std::optional<std::string> optional_text_in(const json& body, const char* name) {
  if (!body.contains(name) || body.at(name).is_null()) return std::nullopt;
  return text_in(body, name);
}

// The box that was drawn on a page; none for page 0.
Box box_in(const json& body, int page_no) {
  if (page_no <= 0) return {};
  return {real_in(body, "x0"), real_in(body, "y0"), real_in(body, "x1"), real_in(body, "y1")};
}

store::OwnFinding own_finding_in(const json& body) {
  store::OwnFinding finding{body.at("severity").get<std::string>(),
                            text_in(body, "message"),
                            optional_integer_in(body, "issue_no"),
                            optional_integer_in(body, "page_no").value_or(0),
                            {}};
  finding.box = box_in(body, finding.page_no);
  return finding;
}

// Codes as people type them, as the database has them.
json canonical(const std::string& column, const json& value) {
  if (!value.is_string()) return value;
  const auto text = value.get<std::string>();
  if (column == "item_code") return item_code(text);
  if (column == "item_codes") return item_list(text);
  constexpr std::string_view kItem = "item ";
  if (column == "subject" && text.starts_with(kItem)) return std::string(kItem) + item_code(text.substr(kItem.size()));
  return value;
}

store::AddedScore score_in(const json& body) {
  store::AddedScore score;
  score.subject = canonical("subject", text_in(body, "subject")).get<std::string>();
  score.value = real_in(body, "value");
  const auto unit = value_of<ScoreUnit>(text_in(body, "unit"));
  if (!unit) throw store::NoSuchTarget("a score is in points or percent");
  score.unit = *unit;
  score.grade = optional_text_in(body, "grade");
  score.fiscal_year = optional_integer_in(body, "fiscal_year");
  score.agency = optional_text_in(body, "agency");
  score.page_no = optional_integer_in(body, "page_no").value_or(0);
  score.box = box_in(body, score.page_no);
  return score;
}

store::AddedIssue issue_in(const json& body) {
  store::AddedIssue issue;
  issue.issue_no = optional_integer_in(body, "issue_no").value_or(0);
  issue.title = optional_text_in(body, "title");
  issue.timeframe = optional_text_in(body, "timeframe");
  issue.limitation = optional_text_in(body, "limitation");
  if (const auto typed = optional_text_in(body, "item_codes")) issue.item_codes = item_list(*typed);
  issue.page_no = optional_integer_in(body, "page_no").value_or(0);
  issue.box = box_in(body, issue.page_no);
  return issue;
}

// What the program did not read.
void add_additions(httplib::Server& server, Desk& desk) {
  add_change(server, desk, R"(/api/v1/submissions/(\d{1,18})/findings)", [&desk](const Change& change) {
    const store::OwnFinding finding = own_finding_in(change.body);
    require_issue(desk, finding.issue_no);
    return store::add_finding(change.store, change.id, finding, change.author);
  });
  add_change(server, desk, R"(/api/v1/submissions/(\d{1,18})/scores)", [](const Change& change) {
    return store::add_score(change.store, change.id, score_in(change.body), change.author);
  });
  add_change(server, desk, R"(/api/v1/submissions/(\d{1,18})/issues)", [&desk](const Change& change) {
    const store::AddedIssue issue = issue_in(change.body);
    require_issue(desk, issue.issue_no);
    return store::add_issue(change.store, change.id, issue, change.author);
  });
  for (const std::string relation : {"score", "issue"}) {
    add_change(server, desk, "/api/v1/" + relation + R"(s/(\d{1,18})/removal)", [relation](const Change& change) {
      return store::remove_added(change.store, relation, change.id, change.author);
    });
  }
}

void add_corrections(httplib::Server& server, Desk& desk) {
  add_change(server, desk, R"(/api/v1/submissions/(\d{1,18})/facts/(agency|fiscal_year|item_code))",
             [](const Change& change) {
               return store::correct_fact(change.store, change.id, change.column,
                                          canonical(change.column, value_in(change.body)), change.author);
             });
  add_change(server, desk, R"(/api/v1/issues/(\d{1,18})/(title|timeframe|limitation|item_codes))",
             [](const Change& change) {
               return store::correct_issue(change.store, change.id, change.column,
                                           canonical(change.column, value_in(change.body)), change.author);
             });
  add_change(server, desk, R"(/api/v1/scores/(\d{1,18})/(grade|rank|subject|fiscal_year|agency))",
             [](const Change& change) {
               return store::correct_score_part(change.store, change.id, change.column,
                                                canonical(change.column, value_in(change.body)), change.author);
             });
  // The whole table, one of its columns, one of its rows.
  const std::string part = R"((issue_no|dismissed|column/[1-9]\d{0,4}|row/[1-9]\d{0,5}))";
  add_change(server, desk, R"(/api/v1/tables/(\d{1,18})/)" + part, [&desk](const Change& change) {
    const json& value = value_in(change.body);
    if (change.column == "issue_no" && value.is_number_integer()) require_issue(desk, value.get<std::int64_t>());
    return store::correct_table(change.store, change.id, change.column, value, change.author);
  });
  // What was set right and has no place any more.
  add_change(server, desk, R"(/api/v1/submissions/(\d{1,18})/waiting/(keep|apply|discard))", [](const Change& change) {
    const store::Settle settle = change.column == "keep"    ? store::Settle::keep
                                 : change.column == "apply" ? store::Settle::apply
                                                            : store::Settle::discard;
    return store::settle_correction(change.store, change.id, settle, change.author);
  });
}

}  // namespace

void add_change_routes(httplib::Server& server, Desk& desk) {
  add_change(server, desk, R"(/api/v1/findings/(\d{1,18})/decision)", [](const Change& change) {
    return store::decide_finding(change.store, change.id, change.body.at("status"), text_in(change.body, "note"),
                                 change.author);
  });
  add_change(server, desk, R"(/api/v1/cells/(\d{1,18})/correction)", [](const Change& change) {
    return store::correct_cell(change.store, change.id, text_in(change.body, "text"), change.author);
  });
  add_change(server, desk, R"(/api/v1/scores/(\d{1,18})/correction)", [](const Change& change) {
    return store::correct_score(change.store, change.id, real_in(change.body, "value"), change.author);
  });
  add_change(server, desk, R"(/api/v1/submissions/(\d{1,18})/final-score)", [](const Change& change) {
    (void)change.body.at("score");  // null is said, not left out
    return store::set_final_score(change.store, change.id, optional_integer_in(change.body, "score"), change.author);
  });
  add_corrections(server, desk);
  add_additions(server, desk);
  add_undo(server, desk);
}

}  // namespace prongsai::review
