#include "extractors/layouts/scores/office_names.hpp"

#include "extractors/layouts/scores/list_number.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/has_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {

std::string full_name(std::string_view cell, const text::Agencies& agencies) {
  const std::string printed = text::fold_space(without_list_number(cell));
  return agencies.canonical(printed).value_or(agencies.written_out(printed));
}

bool is_example_name(std::string_view name) {
  const std::string words = text::fold_space(name);
  const std::size_t blank = words.rfind(' ');
  const std::string_view last = std::string_view(words).substr(blank == std::string::npos ? 0 : blank + 1);
  return blank != std::string::npos && text::length(last) == 1 && text::has_letters(last);
}

}  // namespace prongsai::layouts::scores
