// What a second reader is not shown: anything of the first reading of a report that is hers to read and not finished.
// For this library only.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "models/judgement.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::review {

struct Desk;

// What is held against a report by what the program read; none where nothing of it was set right. Under desk.writing.
[[nodiscard]] std::optional<Judgement> judged_as_read(Desk& desk, store::RelationReader& reader,
                                                      std::int64_t submission_id);

// The answer about one submission without the first reading: values and findings as the program read them, decisions
// and their versions the second reader's own. A finding that is not in the database has a negative id.
void make_blind(Desk& desk, store::RelationReader& reader, nlohmann::json& submission, const std::string& who);

}  // namespace prongsai::review
