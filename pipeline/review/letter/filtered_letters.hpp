// The letters of what a filter leaves, each for all of an office's reports of a year. For this library only.
#pragma once

#include <httplib.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/review/desk.hpp"
#include "pipeline/review/letter/letter.hpp"

namespace prongsai::review {

struct FilteredLetters {
  std::vector<Letter> finished;  // that did not go yet, or speak of a review that went on since
  std::vector<Letter> sent;      // finished ones that went already
  std::vector<Letter> drafts;
};

// A letter that would show a first reading to its second reader is in none of the three. Throws NoSuchTarget when the
// filter leaves too many offices.
[[nodiscard]] FilteredLetters letters_of_filter(Desk& desk, const httplib::Request& request,
                                                store::RelationReader& reader, const std::string& sent_on = today());

// A report's letter as this desk sends it, with the day until which it asks for an answer, "" for none; nothing: as the
// desk is set, from `sent_on` (YYYY-MM-DD) on.
[[nodiscard]] Letter letter_of_desk(const Desk& desk, store::RelationReader& reader, std::int64_t submission_id,
                                    bool all, const std::string& sent_on,
                                    const std::optional<std::string>& due_on = std::nullopt);
// That day where nobody gives another; "" for none.
[[nodiscard]] std::string due_of_desk(const Desk& desk, const std::string& sent_on);

// What a sender saw; its dates are made of today's, which may pass meanwhile.
[[nodiscard]] std::string digest_of_letters(const std::vector<Letter>& letters);

}  // namespace prongsai::review
