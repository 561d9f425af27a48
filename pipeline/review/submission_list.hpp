// The list of submissions: filtered, sorted, a page at a time. For this library only.
#pragma once

#include <nlohmann/json.hpp>

#include "pipeline/store/relation_reader.hpp"

namespace httplib {
struct Request;
}

namespace prongsai::review {

struct Desk;

// rows, total, size. `sort` of the query: office, file, year, item, layout, status, suggested, final, letter, error,
// warning, info; `dir`: asc, desc. What a row lacks comes last either way. `page` from 1.
[[nodiscard]] nlohmann::json submission_list(Desk& desk, store::RelationReader& reader,
                                             const httplib::Request& request);

}  // namespace prongsai::review
