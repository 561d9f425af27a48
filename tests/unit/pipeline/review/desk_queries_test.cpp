// What the review app answers over many submissions, against plain and slow queries of the relations.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <httplib.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "pipeline/review/server.hpp"
#include "pipeline/store/store.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::review {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int kSubmissions = 120;  // three pages of the list

class DeskQueriesTest : public testing::Test {
 protected:
  DeskQueriesTest() {
    {
      store::Store store(file_, store::Open::create);
      for (int number = 0; number < kSubmissions; ++number) add(store, number);
      store.database().exec("UPDATE finding SET status = 'dismissed' WHERE id % 5 = 0");
      store.database().exec("UPDATE finding SET status = 'confirmed' WHERE id % 7 = 0");
    }
    ServerOptions options;
    options.db = file_;
    options.port = 0;
    options.read_only = true;
    options.kind_of = [](const std::string& office) { return office.find('1') == std::string::npos ? "" : "ค"; };
    server_ = std::make_unique<Server>(options);
    client_ = std::make_unique<httplib::Client>("127.0.0.1", server_->bind());
    thread_ = std::thread([this] { server_->run(); });
    while (!client_->Get("/login")) std::this_thread::yield();
  }
  ~DeskQueriesTest() override {
    server_->stop();
    thread_.join();
  }

  // Offices recur, some are unknown; some submissions have no finding.
  void add(store::Store& store, int number) {
    static const std::vector<std::string> codes = {"empty_cell", "wrong_year", "missing_issue"};
    Submission given = samples::submission("/" + std::to_string(number) + ".pdf", std::to_string(number));
    given.manifest.reset();
    Record record = samples::record();
    record.agency.reset();
    if (number % 11 != 0) record.agency = "สำนักงานตัวอย่าง " + std::to_string(random_() % 20);
    record.fiscal_year = 2566 + number % 2;
    record.scores.clear();
    for (std::size_t i = 0; i < random_() % 3; ++i) add_score(record);
    Judgement judgement;
    for (std::size_t i = 0, count = random_() % 5; i < count; ++i) {
      judgement.findings.push_back(samples::finding(codes[random_() % codes.size()], std::to_string(i)));
      judgement.findings.back().severity = static_cast<Severity>(random_() % 3);
    }
    store.save({given, record, judgement, "judge", store::ExtractionFacts{"0.1.0", "data-1"}});
  }

  void add_score(Record& record) {
    ScoreRecord score;
    score.subject = random_() % 3 == 0 ? SubjectKind::oit : SubjectKind::ita;
    score.value = static_cast<double>(random_() % 101);
    if (random_() % 2 == 0) score.agency = record.agency;
    if (random_() % 2 == 0) score.fiscal_year = 2562 + static_cast<int>(random_() % 6);
    score.at = samples::place(1, 1);
    record.scores.push_back(score);
  }

  json get(const std::string& path) {
    const auto answer = client_->Get("/api/v1/" + path);
    EXPECT_TRUE(answer && answer->status == 200) << path;
    return answer ? json::parse(answer->body) : json();
  }

  // The first column of each row, or all columns where there are several.
  json query(const std::string& sql) {
    SQLite::Database database(file_.string(), SQLite::OPEN_READONLY);
    SQLite::Statement statement(database, sql);
    json rows = json::array();
    while (statement.executeStep()) {
      json row = json::array();
      for (int i = 0; i < statement.getColumnCount(); ++i) {
        const SQLite::Column column = statement.getColumn(i);
        row.push_back(column.isInteger() ? json(column.getInt64()) : json(column.getString()));
      }
      rows.push_back(row.size() == 1 ? row[0] : row);
    }
    return rows;
  }

  std::mt19937 random_{7};
  const samples::TempFolder folder_;
  const fs::path file_ = folder_.path() / "reports.db";
  std::unique_ptr<Server> server_;
  std::unique_ptr<httplib::Client> client_;
  std::thread thread_;
};

TEST_F(DeskQueriesTest, TheListHasEverySubmissionOnceWithItsOpenFindings) {
  json listed = json::array();
  for (int page = 1; page <= 4; ++page) {
    const json answer = get("submissions?page=" + std::to_string(page));
    for (const json& row : answer["rows"]) {
      const json& open = row["open"];
      listed.push_back({row["id"], open["error"], open["warning"], open["info"]});
    }
  }
  EXPECT_EQ(listed, query("SELECT s.id, count(*) FILTER (WHERE severity = 'error'), count(*) FILTER (WHERE severity = "
                          "'warning'), count(*) FILTER (WHERE severity = 'info') FROM submission s LEFT JOIN finding f "
                          "ON f.submission_id = s.id AND f.status = 'open' GROUP BY s.id "
                          "ORDER BY agency IS NULL, agency, fiscal_year, s.id"));
}

// Every order, both ways: each submission once, values in order, those without one last.
TEST_F(DeskQueriesTest, TheListIsSortedByAnyColumn) {
  const auto value_of = [](const json& row, const std::string& name) -> json {
    if (name == "error" || name == "warning" || name == "info")
      return row["open"][name] == 0 ? json() : row["open"][name];
    static const std::map<std::string, const char*> keys = {
        {"office", "agency"},  {"file", "source_path"},          {"year", "fiscal_year"},
        {"item", "item_code"}, {"suggested", "suggested_score"}, {"final", "final_score"}};
    return row[keys.contains(name) ? keys.at(name) : name];
  };
  for (const std::string name :
       {"office", "file", "year", "item", "layout", "status", "suggested", "final", "error", "warning", "info"}) {
    for (const std::string dir : {"asc", "desc"}) {
      std::set<std::int64_t> seen;
      std::optional<json> before;
      for (int page = 1; page <= 3; ++page) {
        const json answer = get("submissions?sort=" + name + "&dir=" + dir + "&page=" + std::to_string(page));
        for (const json& row : answer["rows"]) {
          seen.insert(row["id"].get<std::int64_t>());
          const json value = value_of(row, name);
          if (before && !value.is_null()) {
            EXPECT_FALSE(before->is_null()) << name << ": what has no value comes last";
            EXPECT_TRUE(dir == "asc" ? !(value < *before) : !(*before < value)) << name << ' ' << dir;
          }
          before = value;
        }
      }
      EXPECT_EQ(seen.size(), static_cast<std::size_t>(kSubmissions)) << name << ' ' << dir;
    }
  }
}

TEST_F(DeskQueriesTest, FiltersAreTheDatabasesOwnAnswers) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"severity=error&decision=open",
       "EXISTS (SELECT 1 FROM finding f WHERE f.submission_id = s.id AND f.severity = 'error' AND f.status = 'open')"},
      {"decision=done", "NOT EXISTS (SELECT 1 FROM finding f WHERE f.submission_id = s.id AND f.status = 'open')"},
      {"decision=confirmed&year=2567",
       "s.fiscal_year = 2567 AND EXISTS (SELECT 1 FROM finding f WHERE f.submission_id = s.id AND f.status = "
       "'confirmed')"},
      {"final=missing", "1"},
      {"final=given", "0"},
      {"suggested=none", "s.suggested_score IS NULL"},
      {"suggested=50", "s.suggested_score = 50"},
      {"kind=%E0%B8%84", "instr(s.agency, '1') > 0"}};
  for (const auto& [filter, where] : cases) {
    EXPECT_EQ(get("submissions?" + filter)["total"], query("SELECT count(*) FROM submission s WHERE " + where)[0])
        << filter;
  }
  EXPECT_EQ(get("findings?code=wrong_year&decision=open")["total"],
            query("SELECT count(*) FROM finding WHERE code = 'wrong_year' AND status = 'open'")[0]);
}

TEST_F(DeskQueriesTest, FindingsByCauseAreTheDatabasesOwnSums) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "1"},
      {"?year=2567", "s.fiscal_year = 2567"},
      {"?code=wrong_year&decision=open", "f.code = 'wrong_year' AND f.status = 'open'"},
      {"?office=1&severity=error", "instr(coalesce(s.agency, s.source_path), '1') > 0 AND f.severity = 'error'"}};
  for (const auto& [filter, where] : cases) {
    json causes = json::array();
    const json answer = get("findings/causes" + filter);
    for (const json& row : answer["rows"])
      causes.push_back({row["code"], row["evidence"], row["findings"], row["open"], row["submissions"]});
    EXPECT_EQ(causes,
              query("SELECT f.code, f.evidence, count(*), sum(f.status = 'open'), count(DISTINCT f.submission_id) "
                    "FROM finding f JOIN submission s ON s.id = f.submission_id WHERE " +
                    where + " GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"))
        << filter;
  }
}

// Without it a hundred thousand submissions take more than a second.
TEST_F(DeskQueriesTest, FindingsByCauseAreCountedInAnIndexsOrder) {
  const json plan = query(
      "EXPLAIN QUERY PLAN SELECT f.code, f.evidence, count(*), count(*) FILTER (WHERE f.status = 'open'), "
      "count(DISTINCT f.submission_id) FROM finding f GROUP BY f.code, f.evidence");
  EXPECT_NE(plan.dump().find("COVERING INDEX finding_by_cause"), std::string::npos) << plan;
  EXPECT_EQ(plan.dump().find("FOR GROUP BY"), std::string::npos) << plan;
}

TEST_F(DeskQueriesTest, NextKeepsToWhatTheFiltersSayOfAFinding) {
  const json expected =
      query("SELECT count(*) FROM finding WHERE status = 'open' AND severity = 'warning' AND code = 'empty_cell'");
  std::set<std::int64_t> met;
  std::int64_t at = 0;
  for (std::int64_t i = 0; i < expected[0].get<std::int64_t>(); ++i) {
    at = get("next?severity=warning&code=empty_cell&decision=done&after=" + std::to_string(at))["finding_id"]
             .get<std::int64_t>();
    met.insert(at);
  }
  EXPECT_EQ(met.size(), expected[0].get<std::size_t>());
  EXPECT_EQ(query("SELECT DISTINCT severity || code || status FROM finding WHERE id = " + std::to_string(at))[0],
            "warningempty_cellopen");
}

TEST_F(DeskQueriesTest, NextLeadsThroughEveryOpenFindingAndRoundAgain) {
  const json expected = query(
      "SELECT id FROM finding WHERE status = 'open' ORDER BY submission_id, "
      "CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, id");
  ASSERT_GT(expected.size(), 50U);
  json met = json::array({get("next")["finding_id"]});
  while (met.size() < expected.size()) met.push_back(get("next?after=" + met.back().dump())["finding_id"]);
  EXPECT_EQ(met, expected);
  EXPECT_EQ(get("next?after=" + met.back().dump())["finding_id"], expected[0]);
}

TEST_F(DeskQueriesTest, TheOverviewCountsTheFilteredSubmissions) {
  const std::string chosen = "submission_id IN (SELECT id FROM submission WHERE fiscal_year = 2567)";
  const json overview = get("overview?year=2567");
  EXPECT_EQ(overview["submissions"]["total"], kSubmissions / 2);
  json by_code = json::array();
  for (const json& row : overview["by_code"]) by_code.push_back({row["code"], row["submissions"]});
  EXPECT_EQ(by_code, query("SELECT code, count(DISTINCT submission_id) FROM finding WHERE status <> 'dismissed' AND " +
                           chosen + " GROUP BY code ORDER BY 2 DESC, 1"));
  json bands = json::array();
  for (const json& row : overview["scores"]) bands.push_back({row["from"], row["count"]});
  EXPECT_EQ(bands, query("SELECT min(best / 5 * 5, 95), count(*) FROM (SELECT CAST(max(value) AS INTEGER) AS best "
                         "FROM score JOIN submission s ON s.id = submission_id WHERE subject = 'ITA' "
                         "AND coalesce(score.agency, s.agency, '') = coalesce(s.agency, '') "
                         "AND coalesce(score.fiscal_year, 9999) >= s.fiscal_year - 1 AND " +
                         chosen + " GROUP BY submission_id) GROUP BY 1 ORDER BY 1"));
}

TEST_F(DeskQueriesTest, TheFiltersOfferWhatIsThere) {
  const json facets = get("facets");
  EXPECT_EQ(facets["code"], query("SELECT DISTINCT code FROM finding ORDER BY 1"));
  EXPECT_EQ(facets["year"], json({2566, 2567}));
  EXPECT_EQ(facets["layout"], json({"results", "seven_issues"}));
}

}  // namespace
}  // namespace prongsai::review
