// The letters of what a filter leaves, each for all of an office's reports of a year. For this library only.
#pragma once

#include <httplib.h>

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
                                                store::RelationReader& reader);

// What a sender saw; the date is today's and may pass meanwhile.
[[nodiscard]] std::string digest_of_letters(const std::vector<Letter>& letters);

}  // namespace prongsai::review
