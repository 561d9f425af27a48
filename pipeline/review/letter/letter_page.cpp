// The letter as a page: no script, to print.
#include "pipeline/review/html.hpp"
#include "pipeline/review/letter/letter.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

std::string plain(const json& object, const char* name) {
  return escaped(object.value(name, ""));
}

// A line of the letter's head; nothing without a value.
std::string line(const std::string& label, const std::string& value) {
  return value.empty() ? "" : "<p><b>" + label + "</b> " + value + "</p>\n";
}

std::string lead(const std::string& words) {
  return words.empty() ? "" : "<p class=\"lead\">" + words + "</p>\n";
}

std::string row_in_html(const json& row, std::size_t number, const LetterWords& words) {
  const std::string evidence = plain(row, "evidence");
  const std::string note = plain(row, "note");
  const std::string page = plain(row, "page");
  return "<tr><td class=\"n\">" + std::to_string(number) + "</td><td>" + plain(row, "place") + "</td><td>" +
         plain(row, "words") + (evidence.empty() ? "" : "<div class=\"evidence\">“" + evidence + "”</div>") +
         (note.empty() ? "" : "<div><b>" + escaped(words.say("note")) + "</b> " + note + "</div>") +
         "</td><td class=\"n\">" + (page.empty() ? "–" : page) + "</td></tr>\n";
}

std::string table_in_html(const json& report, bool named, const LetterWords& words) {
  const std::string name = named ? "<h2>" + plain(report, "title") + "</h2>\n" : "";
  if (report.at("rows").empty()) return named ? name + "<p>" + escaped(words.say("nothing_confirmed")) + "</p>\n" : "";
  std::string rows;
  std::size_t number = 0;
  for (const json& row : report.at("rows")) rows += row_in_html(row, ++number, words);
  std::string heads;
  for (const char* key : {"column_number", "column_place", "column_words", "column_page"})
    heads += "<th scope=\"col\">" + escaped(words.say(key)) + "</th>";
  return name + "<table><thead><tr>" + heads + "</tr></thead>\n<tbody>" + rows + "</tbody></table>\n";
}

std::string head_in_html(const json& text, const LetterWords& words) {
  std::string refers;
  for (const json& title : text.at("refers"))
    refers += (refers.empty() ? "" : "<br>") + escaped(title.get<std::string>());
  const std::string number = plain(text, "number");
  const std::string from = plain(text, "from");
  return "<p class=\"from\"><span class=\"blank\">" + escaped(words.say("number")) +
         (number.empty() ? "" : " " + number) + "</span><span class=\"blank\">" + escaped(words.say("from")) +
         (from.empty() ? "" : " " + from) + "</span></p>\n<p class=\"date\">" + plain(text, "date") + "</p>\n" +
         line(escaped(words.say("subject")), plain(text, "subject")) +
         line(escaped(words.say("to")), plain(text, "to")) + line(escaped(words.say("refers")), refers);
}

std::string sign_in_html(const json& text, const LetterWords& words) {
  std::string names;
  for (const json& name : text.at("reviewers")) names += (names.empty() ? "" : ", ") + escaped(name.get<std::string>());
  return lead(plain(text, "closing")) + "<p class=\"sign\">" + escaped(words.say("regards")) + "<br>" +
         escaped(words.say("signed")) + " <span></span><br>( <span></span> )<br>" + escaped(words.say("position")) +
         " <span></span></p>\n" + line(escaped(words.say("reviewers")), names);
}

}  // namespace

std::string letter_page(const json& text, const std::string& above, const std::string& mark, const LetterWords& words,
                        const std::string& up) {
  std::string tables;
  const json& reports = text.at("reports");
  for (const json& report : reports) tables += table_in_html(report, reports.size() > 1, words);
  // Stands on paper, too: a draft that is printed must not pass for the letter.
  const std::string draft = text.contains("draft") ? "<p class=\"draft warning\"><b>" + escaped(words.say("draft")) +
                                                         "</b> " + plain(text, "draft") + "</p>\n"
                                                   : "";
  return "<!doctype html>\n<html lang=\"th\"><head><meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         escaped(words.say("page_title", {text.value("to", "")})) + "</title>\n<link rel=\"stylesheet\" href=\"" + up +
         "assets/style.css\"></head>\n<body class=\"letter\"><main>\n" + above + draft + mark + "<h1>" +
         escaped(words.say("heading")) + "</h1>\n" + head_in_html(text, words) + lead(plain(text, "lead")) + tables +
         lead(plain(text, "due")) + (draft.empty() ? sign_in_html(text, words) : "") + "</main></body></html>\n";
}

}  // namespace prongsai::review
