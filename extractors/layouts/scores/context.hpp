// What a score inherits from the words around it: whose office, which assessed year.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractors/layouts/identity/identity.hpp"
#include "models/record.hpp"

namespace prongsai::layouts {

// "โรงพยาบาลนำผล…" (the hospital takes the result …): the word for a kind of office, and a sentence that goes on.
[[nodiscard]] bool is_a_sentence(std::string_view name, const Labels& labels);

// The last office named before a place in a text, offices above the reporting ones aside.
[[nodiscard]] std::optional<std::string> office_before(std::string_view text, std::size_t at,
                                                       const text::Agencies& agencies, const Labels& labels);

// The office that an official letter is written to, where it is another than the one that sends it.
[[nodiscard]] std::optional<std::string> addressee_of(const Record& record, const Identity& identity);

// The words around a figure that a reader needs to believe it: a sentence or so, at most 400 code points.
[[nodiscard]] std::string quote_around(std::string_view text, std::size_t from, std::size_t figure_end, std::size_t to);

}  // namespace prongsai::layouts
