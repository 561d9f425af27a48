// The letter as a document for word processors.
#include "pipeline/export/docx.hpp"
#include "pipeline/review/letter/letter.hpp"

namespace prongsai::review {
namespace {

using exporting::Align;
using exporting::DocxCell;
using exporting::DocxParagraph;
using exporting::DocxTable;
using exporting::DocxText;
using nlohmann::json;

constexpr double kFirstLine = 2.5;  // cm, as official letters indent

DocxParagraph labelled(const std::string& label, const std::string& words) {
  return {{{label + " ", true}, {words, false}}};
}

void add_head(exporting::DocxFile& file, const json& text, const LetterWords& words) {
  if (text.contains("draft")) file.add({{{words.say("draft") + " ", true}, {text.value("draft", ""), false}}});
  file.add({{{words.say("heading"), true}}, Align::centre});
  const std::string number = text.value("number", "");
  const std::string from = text.value("from", "");
  file.add({{{words.say("number") + " " + (number.empty() ? "..............................." : number) + "\t" +
                  words.say("from") + " " + (from.empty() ? "..................................." : from),
              false}}});
  file.add({{{text.value("date", ""), false}}, Align::centre});
  file.add(labelled(words.say("subject"), text.value("subject", "")));
  file.add(labelled(words.say("to"), text.value("to", "")));
  for (const json& title : text.at("refers")) file.add(labelled(words.say("refers"), title.get<std::string>()));
}

DocxCell cell_of(const json& row, const LetterWords& words) {
  DocxCell cell;
  cell.push_back({{{row.value("words", ""), false}}});
  if (const auto evidence = row.value("evidence", ""); !evidence.empty())
    cell.push_back({{{"“" + evidence + "”", false}}});
  if (const auto note = row.value("note", ""); !note.empty()) cell.push_back(labelled(words.say("note"), note));
  return cell;
}

DocxTable table_of(const json& rows, const LetterWords& words) {
  DocxTable table{{1.5, 3.0, 10.0, 1.5}, {}};
  table.rows.push_back({{{{{words.say("column_number"), true}}, Align::centre}},
                        {{{{words.say("column_place"), true}}, Align::centre}},
                        {{{{words.say("column_words"), true}}, Align::centre}},
                        {{{{words.say("column_page"), true}}, Align::centre}}});
  std::size_t number = 0;
  for (const json& row : rows) {
    const std::string page = row.value("page", "");
    table.rows.push_back({{{{{std::to_string(++number), false}}, Align::centre}},
                          {{{{row.value("place", ""), false}}}},
                          cell_of(row, words),
                          {{{{page.empty() ? "–" : page, false}}, Align::centre}}});
  }
  return table;
}

void add_sign(exporting::DocxFile& file, const json& text, const LetterWords& words) {
  file.add({{{text.value("closing", ""), false}}, Align::left, kFirstLine});
  const std::string dots = "...............................................";
  for (const std::string& line : {words.say("regards"), std::string(), words.say("signed") + " " + dots,
                                  "( " + dots + " )", words.say("position") + " " + dots}) {
    file.add({{{line, false}}, Align::right, 0, true});
  }
  std::string names;
  for (const json& name : text.at("reviewers")) names += (names.empty() ? "" : ", ") + name.get<std::string>();
  if (!names.empty()) file.add(labelled(words.say("reviewers"), names));
}

}  // namespace

std::string letter_document(const json& text, const LetterWords& words) {
  exporting::DocxFile file(text.value("subject", ""));
  add_head(file, text, words);
  if (const auto lead = text.value("lead", ""); !lead.empty()) file.add({{{lead, false}}, Align::left, kFirstLine});
  const json& reports = text.at("reports");
  for (const json& report : reports) {
    if (reports.size() > 1) file.add({{{report.value("title", ""), true}}, Align::left, 0, true});
    if (!report.at("rows").empty()) {
      file.add(table_of(report.at("rows"), words));
    } else if (reports.size() > 1) {
      file.add({{{words.say("nothing_confirmed"), false}}});
    }
  }
  if (const auto due = text.value("due", ""); !due.empty()) file.add({{{due, false}}, Align::left, kFirstLine});
  if (!text.contains("draft")) add_sign(file, text, words);
  return file.bytes();
}

}  // namespace prongsai::review
