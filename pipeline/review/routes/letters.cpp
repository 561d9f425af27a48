// The letter to an office: to print, as a document, and once it was sent, as it went.
#include "pipeline/store/review/letters.hpp"

#include <httplib.h>

#include "pipeline/review/attachment.hpp"
#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"
#include "pipeline/review/html.hpp"
#include "pipeline/review/letter/filtered_letters.hpp"
#include "pipeline/review/letter/letter.hpp"
#include "pipeline/store/queries/blind_reading.hpp"
#include "pipeline/store/queries/letter_facts.hpp"
#include "pipeline/store/records/json_archive.hpp"
#include "pipeline/store/review/review.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

const char* const kDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::size_t kLongestNumber = 200;  // bytes of a letter's own number

bool wants_all(const httplib::Request& request) {
  return request.get_param_value("all") == "1";
}

const LetterWords& letter_words_of(const Desk& desk) {
  return desk.letter_words.value();
}

// As it goes.
store::SentLetter sent_of(Letter letter, const std::string& number, const std::string& sent_on) {
  letter.text["number"] = number;
  letter.text["date"] = thai_date(sent_on);
  store::SentLetter sent{std::nullopt, std::nullopt, number, sent_on, letter.text.dump(), letter.sha256s};
  if (letter.agency.is_string()) sent.agency = letter.agency.get<std::string>();
  if (letter.fiscal_year.is_number()) sent.fiscal_year = letter.fiscal_year.get<int>();
  return sent;
}

// The way back, the document, and the letter of all the office's reports of the year or of this one alone.
std::string links_of(const Letter& letter, const std::string& due_on, const LetterWords& words) {
  const std::string id = std::to_string(letter.reports.front());
  const bool all = letter.reports.size() > 1;
  std::string other;
  if (all) {
    other = " · <a href=\"" + id + "\">" + escaped(words.say("this_report")) + "</a>";
  } else if (letter.of_office > 1) {
    other = " · <a href=\"" + id + "?all=1\">" + escaped(words.say("all_reports", {std::to_string(letter.of_office)})) +
            "</a>";
  }
  return "<p class=\"noprint\"><a href=\"../#/s/" + id + "\">" + escaped(words.say("back")) + "</a>" + other +
         " · <a href=\"" + id + ".docx?" + (all ? "all=1&amp;" : "") + "due=" + escaped(due_on) + "\" download>" +
         escaped(words.say("as_document")) + "</a></p>\n";
}

// A day to be done by, put in the letter that is shown; without script.
std::string due_form(const Letter& letter, const std::string& due_on, const LetterWords& words) {
  if (!letter.asks()) return "";
  return std::string("<form class=\"noprint\"><label>") + escaped(words.say("due_label")) +
         " <input type=\"date\" name=\"due\" value=\"" + escaped(due_on) + "\"></label>" +
         (letter.reports.size() > 1 ? "<input type=\"hidden\" name=\"all\" value=\"1\">" : "") + " <button>" +
         escaped(words.say("due_show")) + "</button></form>\n";
}

std::optional<std::string> due_in(const httplib::Request& request) {
  return request.has_param("due") ? std::optional(request.get_param_value("due")) : std::nullopt;
}

std::optional<Letter> asked_letter(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  store::RelationReader reader(desk.options.db);
  Letter letter =
      letter_of_desk(desk, reader, std::stoll(request.matches[1]), wants_all(request), today(), due_in(request));
  for (const std::int64_t report : letter.reports) {
    if (!store::reads_blind(reader, author_of(desk, request), report)) continue;
    send_error(response, 403, "you read this report a second time: its letter is shown when you have finished");
    return std::nullopt;
  }
  if (!letter.reports.empty()) return letter;
  send_error(response, 404, "there is no such submission");
  return std::nullopt;
}

void send_letter_page(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  const auto letter = asked_letter(desk, request, response);
  if (!letter) return;
  const LetterWords& words = letter_words_of(desk);
  const std::string due_on = days_after(due_in(request).value_or(due_of_desk(desk, today())), 0);
  response.set_content(
      letter_page(letter->text, links_of(*letter, due_on, words) + due_form(*letter, due_on, words), "", words),
      "text/html; charset=utf-8");
}

void send_letter_document(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  const auto letter = asked_letter(desk, request, response);
  if (!letter) return;
  const LetterWords& words = letter_words_of(desk);
  const std::string file = letter_file_name(*letter, words);
  const std::string name = letter->is_finished() ? file : words.say("draft_name", {file});
  send_file(response, name, kDocument, letter_document(letter->text, words));
}

void send_letter_state(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  const auto letter = asked_letter(desk, request, response);
  if (!letter) return;
  send_json(response, {{"finished", letter->is_finished()},
                       {"draft", letter->text.value("draft", json(nullptr))},
                       {"open", letter->open},
                       {"reports", letter->reports},
                       {"of_office", letter->of_office},
                       {"today", today()},
                       {"due", due_of_desk(desk, today())},
                       {"asks", letter->asks()},
                       {"digest", digest_of_letters({*letter})}});
}

json keep_letter(Desk& desk, const httplib::Request& request, const json& body) {
  const std::string number = text_in(body, "number");
  if (number.size() > kLongestNumber) throw store::NoSuchTarget("number is too long");
  const std::string sent_on = text_in(body, "sent_on");
  const std::lock_guard lock(desk.writing);
  store::RelationReader reader(desk.options.db);
  std::optional<std::string> due_on;
  if (body.contains("due_on")) due_on = text_in(body, "due_on");
  if (due_on && !due_on->empty() && days_after(*due_on, 0).empty())
    throw store::NoSuchTarget("the date of a letter is written as 2026-01-31");
  Letter letter =
      letter_of_desk(desk, reader, std::stoll(request.matches[1]), body.at("all").get<bool>(), sent_on, due_on);
  if (letter.reports.empty()) throw store::NoSuchTarget("there is no such submission");
  if (!letter.is_finished()) throw store::NoSuchTarget("a draft is not sent: findings are still open");
  if (digest_of_letters({letter}) != body.at("digest").get<std::string>())
    throw store::Conflict("the letter is another one than was shown; look at it again");
  return {{"letter", store::keep_sent_letter(*desk.store, sent_of(std::move(letter), number, sent_on),
                                             author_of(desk, request))}};
}

// One that was sent; null when there is none.
json sent_letter(Desk& desk, const std::string& key) {
  store::RelationReader reader(desk.options.db);
  const auto letter = store::kept_letter(reader, key);
  if (!letter) return nullptr;
  json answer = store::json_of(*letter);
  answer["text"] = json::parse(letter->text);
  return answer;
}

void send_sent_page(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  const std::string key = request.matches[1];
  const json letter = sent_letter(desk, key);
  if (letter.is_null()) return send_error(response, 404, "there is no such letter");
  const LetterWords& words = letter_words_of(desk);
  const std::string back = letter["report"].is_null() ? ""
                                                      : "<a href=\"../#/s/" + letter["report"].dump() + "\">" +
                                                            escaped(words.say("back")) + "</a> · ";
  const std::string above = "<p class=\"noprint\">" + back + "<a href=\"" + key + ".docx\" download>" +
                            escaped(words.say("as_document")) + "</a> · " +
                            escaped(words.say("sent_by", {letter["sent_by"].get<std::string>()})) + "</p>\n";
  const std::string mark = letter["withdrawn_at"].is_null()
                               ? ""
                               : "<p class=\"draft warning\"><b>" + escaped(words.say("withdrawn")) + "</b></p>\n";
  response.set_content(letter_page(letter["text"], above, mark, words), "text/html; charset=utf-8");
}

void send_sent_document(Desk& desk, const httplib::Request& request, httplib::Response& response) {
  const json letter = sent_letter(desk, request.matches[1]);
  if (letter.is_null()) return send_error(response, 404, "there is no such letter");
  Letter named;
  named.agency = letter["agency"];
  named.fiscal_year = letter["fiscal_year"];
  send_file(response, letter_file_name(named, letter_words_of(desk)), kDocument,
            letter_document(letter["text"], letter_words_of(desk)));
}

// The finished letters of a filter that did not go yet, as they are counted before they are marked.
json count_letters(Desk& desk, const httplib::Request& request) {
  store::RelationReader reader(desk.options.db);
  const FilteredLetters letters = letters_of_filter(desk, request, reader);
  return {{"letters", letters.finished.size()},
          {"drafts", letters.drafts.size()},
          {"sent", letters.sent.size()},
          {"today", today()},
          {"digest", digest_of_letters(letters.finished)}};
}

json keep_letters(Desk& desk, const httplib::Request& request, const json& body) {
  const std::string sent_on = text_in(body, "sent_on");
  const std::lock_guard lock(desk.writing);
  store::RelationReader reader(desk.options.db);
  FilteredLetters letters = letters_of_filter(desk, request, reader, sent_on);
  if (letters.finished.empty()) throw store::NoSuchTarget("the filter leaves no finished letter");
  if (digest_of_letters(letters.finished) != body.at("digest").get<std::string>())
    throw store::Conflict("the filter leaves other letters than were counted; nothing was marked");
  std::vector<store::SentLetter> sent;
  for (Letter& letter : letters.finished) sent.push_back(sent_of(std::move(letter), "", sent_on));
  return {{"letters", store::keep_sent_letters(*desk.store, sent, author_of(desk, request)).size()}};
}

}  // namespace

void add_letter_routes(httplib::Server& server, Desk& desk) {
  const auto get = [&](const char* pattern, void (*send)(Desk&, const httplib::Request&, httplib::Response&)) {
    add_get(
        server, desk, Right::read, pattern,
        [&desk, send](const httplib::Request& request, httplib::Response& response) { send(desk, request, response); });
  };
  get(R"(/report/(\d{1,18}))", send_letter_page);
  get(R"(/report/(\d{1,18})\.docx)", send_letter_document);
  get(R"(/letter/([0-9a-f]{16}))", send_sent_page);
  get(R"(/letter/([0-9a-f]{16})\.docx)", send_sent_document);
  get(R"(/api/v1/submissions/(\d{1,18})/letter)", send_letter_state);
  add_get(server, desk, Right::read, "/api/v1/letters/selection",
          [&desk](const httplib::Request& request, httplib::Response& response) {
            answer_change(response, [&] { return count_letters(desk, request); });
          });
  add_json_post(
      server, desk, Right::review, "/api/v1/letters/sent",
      [&desk](const httplib::Request& request, const json& body) { return keep_letters(desk, request, body); });
  add_json_post(
      server, desk, Right::review, R"(/api/v1/submissions/(\d{1,18})/letter)",
      [&desk](const httplib::Request& request, const json& body) { return keep_letter(desk, request, body); });
}

}  // namespace prongsai::review
