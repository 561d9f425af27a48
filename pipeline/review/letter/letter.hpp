// The letter to an office, in the form of official letters: the confirmed gaps of one of its reports, or of all of a
// year, with the pages where they stand. In the words of data/review/letter.json. What other offices wrote never stands
// in it. For this library only.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "pipeline/review/letter/letter_words.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::review {

struct Letter {
  // What it says, as plain text: number, date, subject, to, refers (list), lead, from, due, reports (title, rows:
  // place, words, evidence, note, page; none: a line in place of rows), closing, reviewers; draft: why it is none yet.
  // "" is left out where it is shown.
  nlohmann::json text;
  std::vector<std::int64_t> reports;  // at least one; all of one office
  std::vector<std::string> sha256s;   // of those whose file was read
  std::int64_t of_office = 1;         // reports of the office in that year
  std::int64_t open = 0;              // findings of its reports that nobody has decided
  nlohmann::json agency;              // text or null
  nlohmann::json fiscal_year;         // number or null

  // Something was found that is to be mended.
  [[nodiscard]] bool asks() const;

  // A letter speaks of a finished review only.
  [[nodiscard]] bool is_finished() const { return !text.contains("draft"); }
};

// Of one report, or of `all` of its office and year. Dated today. Without reports when there is no such submission.
[[nodiscard]] Letter letter_of(store::RelationReader& reader, std::int64_t submission_id, bool all,
                               const LetterWords& words);

// Who sends letters, and until when something is to be done: a date, YYYY-MM-DD; "" leaves either open.
struct LetterFrom {
  std::string office;
  std::string due_on;
};
// Puts both in a letter; a date only where something was found, and is one.
void put_sender(Letter& letter, const LetterFrom& from, const LetterWords& words);

// The day `days` after YYYY-MM-DD, written likewise; "" for a text that is no date.
[[nodiscard]] std::string days_after(const std::string& date, int days);

// Day, month, year of the Buddhist Era, as official letters have it, of YYYY-MM-DD; "" for another text.
[[nodiscard]] std::string thai_date(const std::string& date);
// YYYY-MM-DD of today here.
[[nodiscard]] std::string today();

// As a page, to print. `above`: HTML that is not printed; `mark`: HTML at the head, on paper too. `up`: the way to
// the review app's root.
[[nodiscard]] std::string letter_page(const nlohmann::json& text, const std::string& above, const std::string& mark,
                                      const LetterWords& words, const std::string& up = "../");

// As a document for word processors (DOCX), bytes.
[[nodiscard]] std::string letter_document(const nlohmann::json& text, const LetterWords& words);

// A file name for it, without folder.
[[nodiscard]] std::string letter_file_name(const Letter& letter, const LetterWords& words);

}  // namespace prongsai::review
