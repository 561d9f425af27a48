// What codes, column keys, layouts and other words of the database mean: data/messages/terms.json.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace prongsai::exporting {

struct Term {
  std::string list;  // code, column_key, …
  std::string value;
  std::string th;
  std::string en;
};

// In the file's order. Throws std::runtime_error naming file and line, also for a term of a value that there is not.
[[nodiscard]] std::vector<Term> load_terms(const std::filesystem::path& data_folder);

}  // namespace prongsai::exporting
