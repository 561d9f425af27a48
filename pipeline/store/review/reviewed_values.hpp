// What values a reviewer's changes may have; others throw NoSuchTarget. null passes unless it says otherwise. For this
// folder only.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace prongsai::store {

inline constexpr int kMostIssues = 99;  // no form has more

void require_text(const nlohmann::json& value);  // not ""
void require_number(const nlohmann::json& value, int least, int most, const std::string& what);

// `column`: agency, fiscal_year or item_code. Years are Buddhist Era; an item is the letter O (or I, E) and its number,
// as the checklists name it.
void require_fact(const std::string& column, const nlohmann::json& value);

// An issue's items, "O4,O11": canonical codes, each once.
void require_item_codes(const nlohmann::json& value);

// Whose score it is: "ITA", "IIT", "EIT", "OIT", "indicator 3", "item O29". Never null.
void require_subject(const nlohmann::json& value);

// A score from 0 to 100.
void require_score(double value);

}  // namespace prongsai::store
