#include "pipeline/review/letter/filtered_letters.hpp"

#include "pipeline/review/changes.hpp"
#include "pipeline/review/submission_filter.hpp"
#include "pipeline/store/queries/blind_reading.hpp"
#include "pipeline/store/queries/letter_facts.hpp"
#include "pipeline/store/queries/report_list.hpp"
#include "pipeline/store/review/review.hpp"

namespace prongsai::review {
namespace {

constexpr std::size_t kMostOffices = 300;

bool is_blind(store::RelationReader& reader, const std::string& who, const Letter& letter) {
  return std::any_of(letter.reports.begin(), letter.reports.end(),
                     [&](std::int64_t report) { return store::reads_blind(reader, who, report); });
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
  const std::vector<std::int64_t> ids =
      store::one_report_an_office(reader, submission_filter(desk, request, reader), kMostOffices + 1);
  if (ids.size() > kMostOffices)
    throw store::NoSuchTarget("too many offices at once: narrow the filter to " + std::to_string(kMostOffices) +
                              " at most");
  const std::string who = author_of(desk, request);
  const bool blind = store::reads_blind(reader, who);
  FilteredLetters letters;
  for (const std::int64_t id : ids) {
    Letter letter = letter_of_desk(desk, reader, id, true, sent_on);
    if (blind && is_blind(reader, who, letter)) continue;
    if (!letter.is_finished()) {
      letters.drafts.push_back(std::move(letter));
    } else if (letter.sha256s.empty() || store::letter_went(reader, letter.sha256s)) {
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
