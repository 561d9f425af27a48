#include "pipeline/review/letter/filtered_letters.hpp"

#include "pipeline/review/blindness.hpp"
#include "pipeline/review/changes.hpp"
#include "pipeline/review/submission_filter.hpp"
#include "pipeline/store/review/review.hpp"

namespace prongsai::review {
namespace {

constexpr std::size_t kMostOffices = 300;

// One report for each office and year; a report without an office stands alone.
std::vector<std::int64_t> offices_of(Desk& desk, const httplib::Request& request, store::RelationReader& reader) {
  const Condition condition = submission_filter(desk, request, reader);
  std::vector<std::int64_t> ids;
  reader.each("SELECT min(s.id) FROM submission s WHERE " + condition.sql +
                  " GROUP BY coalesce(s.agency, s.id), s.fiscal_year ORDER BY min(s.agency), s.fiscal_year LIMIT " +
                  std::to_string(kMostOffices + 1),
              condition.parameters, [&](const store::Row& row) {
                ids.push_back(std::get<std::int64_t>(row[0]));
                return true;
              });
  return ids;
}

bool is_blind(store::RelationReader& reader, const std::string& who, const Letter& letter) {
  return std::any_of(letter.reports.begin(), letter.reports.end(),
                     [&](std::int64_t report) { return reads_blind(reader, who, report); });
}

// A letter of exactly these reports went, and none of them was reviewed further since.
bool went(store::RelationReader& reader, const Letter& letter) {
  return number_of(
             reader,
             "SELECT EXISTS (SELECT 1 FROM letter l WHERE l.withdrawn_at IS NULL AND (SELECT "
             "json_group_array(sha256) FROM (SELECT sha256 FROM letter_report WHERE letter_key = l.key ORDER BY "
             "sha256)) = (SELECT json_group_array(value) FROM (SELECT DISTINCT value FROM json_each(?1) ORDER BY "
             "value)) AND NOT EXISTS (SELECT 1 FROM letter_sent n WHERE n.key = l.key AND n.changed) AND l.key IN "
             "(SELECT letter_key FROM letter_report WHERE sha256 = ?2))",
             {nlohmann::json(letter.sha256s).dump(), letter.sha256s.empty() ? "" : letter.sha256s.front()}) != 0;
}

}  // namespace

std::string due_of_desk(const Desk& desk, const std::string& sent_on) {
  return desk.options.reply_days > 0 ? days_after(sent_on, desk.options.reply_days) : "";
}

Letter letter_of_desk(const Desk& desk, store::RelationReader& reader, std::int64_t submission_id, bool all,
                      const std::string& sent_on, const std::optional<std::string>& due_on) {
  const LetterWords& words = desk.letter_words.value();
  Letter letter = letter_of(reader, submission_id, all, words);
  if (letter.reports.empty()) return letter;
  put_sender(letter, {desk.options.sender, due_on.value_or(due_of_desk(desk, sent_on))}, words);
  return letter;
}

FilteredLetters letters_of_filter(Desk& desk, const httplib::Request& request, store::RelationReader& reader,
                                  const std::string& sent_on) {
  const std::vector<std::int64_t> ids = offices_of(desk, request, reader);
  if (ids.size() > kMostOffices)
    throw store::NoSuchTarget("too many offices at once: narrow the filter to " + std::to_string(kMostOffices) +
                              " at most");
  const std::string who = author_of(desk, request);
  const bool blind = reads_blind(reader, who);
  FilteredLetters letters;
  for (const std::int64_t id : ids) {
    Letter letter = letter_of_desk(desk, reader, id, true, sent_on);
    if (blind && is_blind(reader, who, letter)) continue;
    if (!letter.is_finished()) {
      letters.drafts.push_back(std::move(letter));
    } else if (letter.sha256s.empty() || went(reader, letter)) {
      letters.sent.push_back(std::move(letter));
    } else {
      letters.finished.push_back(std::move(letter));
    }
  }
  return letters;
}

std::string digest_of_letters(const std::vector<Letter>& letters) {
  std::string all;
  for (const Letter& letter : letters) {
    nlohmann::json text = letter.text;
    text.erase("date");
    text.erase("due");
    all += text.dump() + '\n';
  }
  return hash_of(all);
}

}  // namespace prongsai::review
