// Numbered lists: gaps (๑ ๒ ๓ ๕) and repeats (1, 2, 2, 3), in cells, in a sequence column and in running text.
// numbering_gap and numbering_repeat each take their share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/text/find/list_numbers.hpp"
#include "pipeline/checks/check.hpp"

namespace prongsai::checks {

// Does the marker number an item of a list?
[[nodiscard]] bool counts_as_list(const text::ListNumber& marker);

// "4.19", "5. 2 แผนงาน": a figure or a number of two levels that a blank parts, no item of a list.
[[nodiscard]] bool is_decimal(const std::string& text, const text::ListNumber& marker);

// A step from one number of a list to the next.
enum class Step {
  next,      // n → n+1
  gap,       // one or two numbers skipped
  repeat,    // the same number again
  restart,   // 1 again: another list
  unrelated  // no step of one list: a stray number
};

[[nodiscard]] Step step_between(int last, int number);

// Faults of one list whose numbers come in order; `first` is where counting starts to matter. At most one fault of
// each kind a list: a list copied with a hole in it is one defect.
struct ListFault {
  Step step = Step::gap;
  std::size_t at = 0;  // index of the number that shows it
};
[[nodiscard]] std::vector<ListFault> list_faults(const std::vector<int>& numbers);

// The numbers of a list as a scan may have meant them: one whose neighbours leave room for just one other number was
// misread (1 2 2 4 and 1 2 7 4 are 1 2 3 4).
[[nodiscard]] std::vector<int> without_misreadings(std::vector<int> numbers);

// The findings of one code (numbering_gap or numbering_repeat) in a report.
[[nodiscard]] std::vector<Finding> numbering_faults(const CheckInput& input, const std::string& code);

// The sources one by one; each gives findings of both codes.
[[nodiscard]] std::vector<Finding> faults_in_cells(const CheckInput& input);
[[nodiscard]] std::vector<Finding> faults_in_sequences(const CheckInput& input);
[[nodiscard]] std::vector<Finding> faults_in_paragraphs(const CheckInput& input);

}  // namespace prongsai::checks
