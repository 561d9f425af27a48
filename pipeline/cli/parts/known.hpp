// Words that an option takes from the data folder or the database: a misspelt one is told, not answered with nothing.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
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

// Values that only reports have: those of a column of `submission` in the database.
[[nodiscard]] std::vector<std::string> values_of_reports(const std::filesystem::path& db, const std::string& column);

// Throws CLI::ValidationError for the first of `given` that no report has, naming what there is.
void require_reports(const std::string& option, const std::vector<std::string>& given,
                     const std::vector<std::string>& known);

// Provinces: some office of the database must name each.
void require_provinces(const std::string& option, const std::vector<std::string>& given,
                       const std::filesystem::path& data_folder, const std::filesystem::path& db);

// A count that an option takes: a whole number above 0, asked for in plain words.
[[nodiscard]] CLI::Validator whole_number();

// "; did you mean 'x'?", "" where nothing is near.
[[nodiscard]] std::string suggestion(const std::string& word, const std::vector<std::string>& known);

}  // namespace prongsai::cli
