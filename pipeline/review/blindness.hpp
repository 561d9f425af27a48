// What a second reader is not shown: anything of the first reading of a report that is hers to read and not finished.
// For this folder only.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "pipeline/store/relation_reader.hpp"

namespace prongsai::review {

// SQL: the bytes of such reports; `who` is a parameter, "?1".
[[nodiscard]] std::string blind_for(const std::string& who);

// Whether somebody has such a report, or reads this one so.
[[nodiscard]] bool reads_blind(store::RelationReader& reader, const std::string& who);
[[nodiscard]] bool reads_blind(store::RelationReader& reader, const std::string& who, std::int64_t submission_id);

// The answer about one submission without the first reading: decisions and their versions are the second reader's own.
void make_blind(store::RelationReader& reader, nlohmann::json& submission, const std::string& who);

}  // namespace prongsai::review
