#include "pipeline/export/terms.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "extractors/text/data/data_file.hpp"
#include "models/finding.hpp"
#include "models/record.hpp"
#include "models/words.hpp"

namespace prongsai::exporting {
namespace {

namespace fs = std::filesystem;
using Values = std::vector<std::string>;

template <HasWords Value>
Values words_in_table() {
  Values words;
  for (const auto& [value, word] : kWordsOf<Value>) words.emplace_back(word);
  return words;
}

// Files that are named after what they describe.
Values names_of_files(const fs::path& folder) {
  Values names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Values codes_in(const fs::path& folder) {
  Values codes = names_of_files(folder);
  std::erase(codes, "urls");               // the one file there that describes no code
  codes.emplace_back("reviewer_finding");  // what a reviewer found
  return codes;
}

std::map<std::string, Values, std::less<>> known_values(const fs::path& data_folder) {
  return {{"code", codes_in(data_folder / "checks")},          {"column_key", words_in_table<ColumnKey>()},
          {"layout", names_of_files(data_folder / "layouts")}, {"subject", words_in_table<SubjectKind>()},
          {"role", words_in_table<ParagraphRole>()},           {"severity", words_in_table<Severity>()},
          {"status", {"open", "confirmed", "dismissed"}}};
}

std::vector<std::string_view> views_of(const Values& values) {
  return {values.begin(), values.end()};
}

}  // namespace

std::vector<Term> load_terms(const fs::path& data_folder) {
  const text::DataNode root = text::read_data_file(data_folder / "messages" / "terms.json");
  const auto known = known_values(data_folder);
  std::vector<std::string_view> lists;
  for (const auto& [list, values] : known) lists.push_back(list);
  root.require_keys(lists);
  std::vector<Term> terms;
  for (const auto& [list, node] : root.entries()) {
    node.allow_keys(views_of(known.at(list)));
    for (const auto& [value, names] : node.entries()) {
      const std::vector<std::string> both = names.texts();
      if (both.size() != 2) names.fail("expected the Thai and the English name");
      terms.push_back({list, value, both[0], both[1]});
    }
  }
  return terms;
}

}  // namespace prongsai::exporting
