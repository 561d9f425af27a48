#include "pipeline/review/letter/letter.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

#include "extractors/text/find/month_names.hpp"
#include "models/buddhist_year.hpp"
#include "pipeline/review/attachment.hpp"
#include "pipeline/review/html.hpp"
#include "pipeline/store/queries/letter_facts.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

// As people read it; "" for none.
std::string shown(const std::optional<std::string>& text) {
  return without_turns(text.value_or(""));
}

std::string shown(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : "";
}

std::string file_of(const store::ReportInLetter& report) {
  const std::string path = shown(report.source_path);
  return path.substr(path.find_last_of('/') + 1);  // the folders are this house's own
}

std::string title_of(const store::ReportInLetter& report, const LetterWords& words) {
  const std::string item = shown(report.item_code);
  const std::string score = shown(report.final_score);
  const std::string file = file_of(report);
  const std::string title = item.empty() ? words.say("report", {file}) : words.say("report_of_item", {item, file});
  return score.empty() ? title : words.say("with_score", {title, score});
}

// Takes what the program and its libraries said of the file off a sentence in Thai that says what is amiss; whether it
// was there.
bool takes_off(std::string& sentence, const std::string& said, bool is_of_program) {
  if (said.empty()) return false;
  const std::string in_brackets = " (" + said + ")";  // never words of a report: those stand in “ ”
  const std::string behind = ": " + said;
  const std::string& part = is_of_program && sentence.ends_with(behind) ? behind : in_brackets;
  if (!sentence.ends_with(part)) return false;
  sentence.resize(sentence.size() - part.size());
  return true;
}

// What comparing with others showed is told without the others: their names, files and words are not this office's.
json row_of(const store::ConfirmedFinding& finding, const LetterWords& words) {
  const bool is_of_program = words.leaves_words_out(shown(finding.code));
  std::string message = finding.across ? words.say("across") : shown(finding.message_th);
  std::string evidence = shown(finding.evidence);
  if (takes_off(message, evidence, is_of_program) || finding.across || is_of_program) evidence.clear();
  if (message.find(evidence) != std::string::npos) evidence.clear();
  std::string place = shown(finding.issue_no);
  if (!place.empty()) place = words.say("issue", {place}) + " ";
  return {{"place", place + shown(finding.item_code)},
          {"words", message},
          {"evidence", evidence},
          {"note", shown(finding.note)},
          {"page", shown(finding.page_no)}};
}

struct State {
  std::int64_t open = 0;    // findings that nobody has decided
  bool unreviewed = false;  // in one of the reports no person decided a finding or gave the final score
  bool has_findings = false;
};

json report_of(store::RelationReader& reader, const store::ReportInLetter& of, const LetterWords& words, State& state) {
  json report = {{"title", title_of(of, words)}, {"rows", json::array()}};
  for (const store::ConfirmedFinding& finding : store::confirmed_findings(reader, of.id))
    report["rows"].push_back(row_of(finding, words));
  state.has_findings = state.has_findings || !report["rows"].empty();
  state.open += store::count_open_findings(reader, of.id);
  state.unreviewed = state.unreviewed || !store::is_reviewed(reader, of.id);
  return report;
}

std::string lead_of(const State& state, bool finished, const LetterWords& words) {
  if (!finished) return state.has_findings ? words.say("lead_unfinished") : "";
  return words.say(state.has_findings ? "lead_found" : "lead_nothing");
}

json reviewers_named(store::RelationReader& reader, const std::vector<std::int64_t>& reports) {
  json names = json::array();
  for (const std::int64_t id : reports) {
    for (const std::string& who : store::reviewers_of_report(reader, id)) {
      if (std::find(names.begin(), names.end(), who) == names.end()) names.push_back(who);
    }
  }
  return names;
}

void put_head(Letter& letter, const LetterWords& words) {
  const std::string office = letter.agency.is_string() ? letter.agency.get<std::string>() : "";
  const std::string year = letter.fiscal_year.is_null() ? "" : letter.fiscal_year.dump();
  letter.text["number"] = "";
  letter.text["date"] = thai_date(today());
  letter.text["subject"] = year.empty() ? words.say("subject_words") : words.say("subject_of_year", {year});
  letter.text["to"] = office.empty() ? words.say("to_words") : words.say("to_office", {office});
  letter.text["refers"] = json::array();
  for (const json& report : letter.text["reports"]) letter.text["refers"].push_back(report["title"]);
}

}  // namespace

Letter letter_of(store::RelationReader& reader, std::int64_t submission_id, bool all, const LetterWords& words) {
  std::vector<store::ReportInLetter> reports = store::reports_in_letter(reader, submission_id);
  Letter letter;
  letter.of_office = std::max<std::int64_t>(1, static_cast<std::int64_t>(reports.size()));
  if (!all || reports.size() < 2) reports = store::report_in_letter(reader, submission_id);
  if (reports.empty()) return letter;
  if (reports[0].agency) letter.agency = *reports[0].agency;
  if (reports[0].fiscal_year) letter.fiscal_year = *reports[0].fiscal_year;
  letter.text["reports"] = json::array();
  State state;
  for (const store::ReportInLetter& report : reports) {
    letter.reports.push_back(report.id);
    if (report.sha256) letter.sha256s.push_back(*report.sha256);
    letter.text["reports"].push_back(report_of(reader, report, words, state));
  }
  letter.open = state.open;
  put_head(letter, words);
  const bool finished = state.open == 0 && !state.unreviewed;
  letter.text["lead"] = lead_of(state, finished, words);
  letter.text["closing"] = words.say("closing");
  letter.text["reviewers"] = reviewers_named(reader, letter.reports);
  if (finished) return letter;
  letter.text["draft"] =
      state.open > 0 ? words.say("draft_open", {std::to_string(state.open)}) : words.say("draft_unreviewed");
  return letter;
}

bool Letter::asks() const {
  const json& all = text.at("reports");
  return std::any_of(all.begin(), all.end(), [](const json& report) { return !report.at("rows").empty(); });
}

void put_sender(Letter& letter, const LetterFrom& from, const LetterWords& words) {
  letter.text["from"] = from.office;
  const std::string due = days_after(from.due_on, 0);
  letter.text["due"] = letter.asks() && !due.empty() ? words.say("due", {thai_date(due)}) : "";
}

std::string days_after(const std::string& date, int days) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int end = 0;
  if (std::sscanf(date.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &end) != 3) return "";
  const std::chrono::year_month_day given{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (end != static_cast<int>(date.size()) || !given.ok()) return "";
  const std::chrono::year_month_day later = std::chrono::sys_days(given) + std::chrono::days(days);
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(later.year()),
                static_cast<unsigned>(later.month()), static_cast<unsigned>(later.day()));
  return text.data();
}

std::string thai_date(const std::string& date) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (std::sscanf(date.c_str(), "%4d-%2d-%2d", &year, &month, &day) != 3) return "";
  return std::to_string(day) + ' ' + text::month_name(month) + ' ' + std::to_string(year + kBuddhistEra);
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  std::string text(11, '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%d", &local));
  return text;
}

std::string letter_file_name(const Letter& letter, const LetterWords& words) {
  std::string name = letter.agency.is_string() ? part_of_file_name(letter.agency.get<std::string>()) : "";
  if (!letter.fiscal_year.is_null()) name += (name.empty() ? "" : " ") + letter.fiscal_year.dump();
  if (letter.reports.size() == 1) name += (name.empty() ? "" : " ") + std::to_string(letter.reports.front());
  return words.say("file_name", {name}) + ".docx";
}

}  // namespace prongsai::review
