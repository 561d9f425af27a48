#include "extractors/layouts/scores/office_names.hpp"

#include "extractors/layouts/scores/list_number.hpp"
#include "extractors/text/thai/repair.hpp"

namespace prongsai::layouts::scores {

std::string full_name(std::string_view cell, const text::Agencies& agencies) {
  const std::string printed = text::fold_space(without_list_number(cell));
  return agencies.canonical(printed).value_or(agencies.written_out(printed));
}

}  // namespace prongsai::layouts::scores
