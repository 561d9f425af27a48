#include "extractors/layouts/score_columns.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "extractors/layouts/tight_text.hpp"
#include "extractors/text/dates.hpp"
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

// Without the year words at its end: "คะแนนปีงบประมาณพ.ศ." is "คะแนน".
std::string_view without_year_words(std::string_view tight_text, const ScoreWords& words) {
  for (std::size_t end = 1; end > 0; tight_text.remove_suffix(end)) end = ends_with_any(tight_text, words.year_words);
  return tight_text;
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

// One column of figures a year; where several are of one year, the last: "คะแนน" before "คะแนนร้อยละ".
void take_value(ScoreColumns& columns, int column) {
  std::erase_if(columns.values, [&](int other) { return columns.year_of(other) == columns.year_of(column); });
  columns.values.push_back(column);
}

}  // namespace

std::size_t ScoreColumns::subjects() const {
  std::set<std::string> different;
  for (const auto& [column, subject] : figures) different.insert(subject);
  return different.size();
}

bool ScoreColumns::announces() const {
  return subjects() >= 2 || (office && !levels.empty() && !figures.empty());
}

std::optional<int> ScoreColumns::year_of(int column) const {
  const auto year = years.find(column);
  return year == years.end() ? std::nullopt : std::optional(year->second);
}

Dated dated(const std::string& text, const ScoreWords& words) {
  Dated out;
  for (const auto& mention : text::find_years(text)) {
    using Kind = text::YearMention::Kind;
    if (mention.kind != Kind::plain && mention.kind != Kind::fiscal && mention.kind != Kind::calendar) continue;
    const std::string before = tight(text.substr(0, mention.begin));
    out.year = mention.year;
    out.rest = std::string(without_year_words(before, words)) + tight(text.substr(mention.end));
  }
  if (!out.year) out.rest = tight(text);
  return out;
}

ScoreColumns find_score_columns(const std::vector<std::string>& headers, const ScoreWords& words) {
  ScoreColumns columns;
  std::vector<int> bare_years;
  for (int i = 0; i < static_cast<int>(headers.size()); ++i) {
    const std::string& header = headers[static_cast<std::size_t>(i)];
    const Dated parts = dated(header, words);
    const std::string name = bare(parts.rest);
    if (parts.year) columns.years[i] = *parts.year;
    if (name.empty() && parts.rest.empty()) {
      if (parts.year) bare_years.push_back(i);
    } else if (is_one_of(name, words.rank_columns) && !columns.rank) {
      columns.rank = i;
    } else if (is_one_of(name, words.office_columns)) {
      columns.office = i;
    } else if (is_one_of(name, words.level_columns)) {
      columns.levels.push_back(i);
    } else if (contains_any(name, words.count_columns)) {
      continue;
    } else if (const auto subject = subject_of(parts.rest, words); subject && header.size() < 120) {
      columns.figures[i] = *subject;
    } else if (is_one_of(name, words.value_columns)) {
      take_value(columns, i);
    }
    columns.percent[i] = contains_any(tight(header), words.percent);
  }
  restore_iit(headers, columns);
  if (columns.values.empty() && columns.figures.empty()) {
    columns.bare_years = !bare_years.empty();
    for (const int column : bare_years) take_value(columns, column);
  }
  return columns;
}

}  // namespace prongsai::layouts
