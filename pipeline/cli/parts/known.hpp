// Words that an option takes from the data folder or the database: a misspelt one is told, not answered with nothing.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace prongsai::cli {

// Codes of findings: of the checks, and of the findings that the database holds.
[[nodiscard]] std::vector<std::string> known_codes(const std::filesystem::path& data_folder,
                                                   const std::filesystem::path& db);
// Keys of layouts: of the data folder, and those that the database names.
[[nodiscard]] std::vector<std::string> known_layouts(const std::filesystem::path& data_folder,
                                                     const std::filesystem::path& db);

// Throws CLI::ValidationError for the first of `given` that is not known, with the nearest word that is.
void require_known(const std::string& option, const std::vector<std::string>& given,
                   const std::vector<std::string>& known);

// The same for parts of offices' names: some office of the database must hold each.
void require_offices(const std::string& option, const std::vector<std::string>& given, const std::filesystem::path& db);

// An issue's number: some year's form must have it.
void require_issue(const std::string& option, int issue_no, const std::filesystem::path& data_folder);

// Values that only reports have: items and fiscal years of those in the database.
[[nodiscard]] std::vector<std::string> known_items(const std::filesystem::path& db);
[[nodiscard]] std::vector<std::string> known_years(const std::filesystem::path& db);

// Throws CLI::ValidationError for the first of `given` that no report has, naming what there is.
void require_reports(const std::string& option, const std::vector<std::string>& given,
                     const std::vector<std::string>& known);

// Provinces: some office of the database must name each.
void require_provinces(const std::string& option, const std::vector<std::string>& given,
                       const std::filesystem::path& data_folder, const std::filesystem::path& db);

// What is said of a submission's number that the database does not have.
[[nodiscard]] std::string no_submission(std::int64_t id, const std::filesystem::path& db);

// A count that an option takes: a whole number above 0, asked for in plain words.
[[nodiscard]] CLI::Validator whole_number();

// One of these words, whatever its capitals, which becomes its number (an enumeration's); another word is told with
// those that there are.
[[nodiscard]] CLI::Validator one_of(std::map<std::string, int> words);

// "; did you mean 'x'?", "" where nothing is near, or the word itself is known.
[[nodiscard]] std::string suggestion(const std::string& word, const std::vector<std::string>& known);

}  // namespace prongsai::cli
