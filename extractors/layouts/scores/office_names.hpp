// Names in rows and columns of names, where the whole cell is the name, whatever lists say.
#pragma once

#include <string>
#include <string_view>

#include "extractors/text/agencies/agencies.hpp"

namespace prongsai::layouts::scores {

// The cell as the office's full name: its list number left out, a short form (อบต., ทต.) written out, all else as
// printed.
[[nodiscard]] std::string full_name(std::string_view cell, const text::Agencies& agencies);

// Whether a name is nobody's in particular: "หน่วยงาน ก", "โรงเรียน A" of an example.
[[nodiscard]] bool is_example_name(std::string_view name);

}  // namespace prongsai::layouts::scores
