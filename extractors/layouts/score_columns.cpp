#include "extractors/layouts/score_columns.hpp"

#include <algorithm>
#include <cctype>

#include "extractors/layouts/tight_text.hpp"
#include "extractors/text/similarity.hpp"

namespace prongsai::layouts {
namespace {

// A header without what stands in brackets ("(30)") and without digits, tight.
std::string bare(const std::string& header) {
  std::string out;
  int depth = 0;
  for (const char c : tight(header)) {
    if (c == '(') ++depth;
    if (depth == 0 && std::isdigit(static_cast<unsigned char>(c)) == 0) out.push_back(c);
    if (c == ')' && depth > 0) --depth;
  }
  return out;
}

bool is_one_of(const std::string& name, const std::vector<std::string>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_latin(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
}

// IIT, EIT and OIT as a scan may read them: 0IT, ElT.
std::string latin_mended(std::string text) {
  for (char& c : text) {
    if (c == '0')
      c = 'O';
    else if (c == 'l' || c == '|' || c == '1')
      c = 'I';
    else
      c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return text;
}

// An abbreviation may stand anywhere in the header ("คะแนน IIT"), also in brackets; a Thai word must be all of it or
// end it, as in a header of two levels ("ผลคะแนน รวม").
std::optional<std::string> subject_of(const std::string& header, const ScoreWords& words) {
  const std::string whole = latin_mended(tight(header));
  const std::string name = bare(header);
  for (const auto& [subject, spellings] : words.figure_columns) {
    for (const auto& word : spellings) {
      if (is_latin(word) ? whole.find(word) != std::string::npos : (name == word || name.ends_with(word)))
        return subject;
    }
  }
  return std::nullopt;
}

// Scans lose an I of IIT, double its T or make one letter of the two I (IT, ITT, HT, UT). Beside EIT or OIT such a
// column can be nothing else.
bool like_iit(const std::string& name) {
  return name == "HT" || name == "UT" || (is_latin(name) && !name.empty() && text::edit_distance(name, "IIT", 1) <= 1);
}

void restore_iit(const std::vector<std::string>& headers, ScoreColumns& columns) {
  const auto has = [&](const char* subject) {
    return std::any_of(columns.figures.begin(), columns.figures.end(),
                       [&](const auto& f) { return f.second == subject; });
  };
  if (has("IIT") || (!has("EIT") && !has("OIT"))) return;
  for (int i = 0; i < static_cast<int>(headers.size()); ++i) {
    const std::string name = latin_mended(bare(headers[static_cast<std::size_t>(i)]));
    if (columns.figures.contains(i) || !like_iit(name)) continue;
    columns.figures[i] = "IIT";
    return;
  }
}

}  // namespace

ScoreColumns find_score_columns(const std::vector<std::string>& headers, const ScoreWords& words) {
  ScoreColumns columns;
  for (int i = 0; i < static_cast<int>(headers.size()); ++i) {
    const std::string& header = headers[static_cast<std::size_t>(i)];
    const std::string name = bare(header);
    if (name.empty() && tight(header).empty()) continue;
    if (is_one_of(name, words.rank_columns) && !columns.rank)
      columns.rank = i;
    else if (is_one_of(name, words.office_columns))
      columns.office = i;
    else if (is_one_of(name, words.level_columns))
      columns.level = i;
    else if (const auto subject = subject_of(header, words); subject && header.size() < 120)
      columns.figures[i] = *subject;
    else if (is_one_of(name, words.value_columns))
      columns.value = i;
    columns.percent[i] = contains_any(tight(header), words.percent);
  }
  restore_iit(headers, columns);
  return columns;
}

}  // namespace prongsai::layouts
