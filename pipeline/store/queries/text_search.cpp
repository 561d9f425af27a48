#include "pipeline/store/queries/text_search.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "extractors/text/find/numbers.hpp"
#include "pipeline/store/queries/report_condition.hpp"
#include "pipeline/store/queries/typed_rows.hpp"
#include "pipeline/store/searched_texts.hpp"

namespace prongsai::store {
namespace {

constexpr std::size_t kRun = 3;        // letters of a run in the index
constexpr std::size_t kMostRuns = 12;  // of a question; the texts decide on the rest

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The letters of UTF-8 text; A–Z as a–z, as they stand in the index.
std::vector<std::string> letters_of(const std::string& words) {
  std::vector<std::string> letters;
  for (const char c : words) {
    if (!continues(c) || letters.empty()) letters.emplace_back();
    letters.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return letters;
}

// A run as a string of FTS5's query language.
std::string quoted(const std::string& run) {
  std::string text = "\"";
  for (const char c : run) text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + "\"";
}

std::string joined_by(const std::vector<std::string>& runs, const char* word) {
  std::string all;
  for (const std::string& run : runs) all += (all.empty() ? "" : word) + quoted(run);
  return all;
}

// Runs side by side, and the last one: those between say little more.
std::vector<std::string> runs_in(const std::vector<std::string>& letters) {
  std::vector<std::string> runs;
  const std::size_t last = letters.size() - kRun;
  for (std::size_t i = 0; i <= last && runs.size() < kMostRuns; i = i < last ? std::min(i + kRun, last) : last + 1) {
    runs.push_back(letters[i] + letters[i + 1] + letters[i + 2]);
  }
  return runs;
}

// The index's runs that begin with these two letters.
std::vector<std::string> runs_from(RelationReader& reader, const std::string& letters) {
  return values_as<std::string>(
      reader, "SELECT term FROM text_search_runs WHERE term >= ?1 AND term < ?1 || char(1114111)", {letters});
}

// What to ask the index for one of the words: "" finds nothing, nothing means that it cannot help.
std::optional<std::string> question_of(RelationReader& reader, const std::string& words) {
  const std::vector<std::string> letters = letters_of(words);
  if (letters.size() >= kRun) return joined_by(runs_in(letters), " AND ");
  if (letters.size() < 2) return std::nullopt;  // one letter is in so many texts that reading them is quicker
  return joined_by(runs_from(reader, letters[0] + letters[1]), " OR ");
}

// For all of them: what one of them finds nothing with finds nothing; those that the index cannot help with are left to
// the texts.
std::optional<std::string> question_of(RelationReader& reader, const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& each : words) {
    const std::optional<std::string> one = question_of(reader, each);
    if (one && one->empty()) return "";
    if (one) all += (all.empty() ? "(" : " AND (") + *one + ")";
  }
  return all.empty() ? std::nullopt : std::optional(all);
}

// A LIKE pattern in which nothing of `words` is special.
std::string pattern_of(const std::string& words) {
  std::string pattern = "%";
  for (const char c : words) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

// SQL of submission_id, page_no and text of the candidates that the index gives for the parameter `question`.
std::string texts_by_index(const std::string& question) {
  return "SELECT coalesce(c.submission_id, p.submission_id, i.submission_id) AS submission_id, "
         "CASE n & 3 WHEN 0 THEN c.page_no WHEN 1 THEN p.page_no WHEN 2 THEN coalesce(i.timeframe_page_no, i.page_no) "
         "ELSE coalesce(i.limitation_page_no, i.page_no) END AS page_no, "
         "CASE n & 3 WHEN 0 THEN c.text WHEN 1 THEN p.text WHEN 2 THEN i.timeframe ELSE i.limitation END AS text "
         "FROM (SELECT rowid AS n FROM text_search WHERE text_search MATCH " +
         question +
         ") LEFT JOIN cell c ON n & 3 = 0 AND c.id = n >> 2 LEFT JOIN paragraph p ON n & 3 = 1 AND p.id = n >> 2 "
         "LEFT JOIN issue i ON n & 3 > 1 AND i.id = n >> 2";
}

// The same of all texts.
std::string all_texts() {
  std::string sql;
  for (const auto& [table, text, page] : kSearched) {
    sql += std::string(sql.empty() ? "" : " UNION ALL ") + "SELECT submission_id, " + page + " AS page_no, " + text +
           " AS text FROM " + table + " WHERE " + text + " IS NOT NULL";
  }
  return sql;
}

bool is_of_one_page(const TextHit& a, const TextHit& b) {
  return a.submission_id == b.submission_id && a.page_no == b.page_no;
}

// Sorts them by place. A limitation can be a paragraph's whole or part: of texts of one page, that which holds the
// other says it all.
std::vector<TextHit> in_order(std::vector<TextHit> hits) {
  std::stable_sort(hits.begin(), hits.end(), [](const TextHit& a, const TextHit& b) {
    return std::tie(a.submission_id, a.page_no) < std::tie(b.submission_id, b.page_no);
  });
  std::vector<TextHit> kept;
  for (auto from = hits.begin(); from != hits.end();) {
    const auto to = std::find_if(from, hits.end(), [&](const TextHit& hit) { return !is_of_one_page(hit, *from); });
    const auto is_part = [&](const TextHit& hit) {
      return std::any_of(from, to, [&hit](const TextHit& other) {
        return &other != &hit && other.text.find(hit.text) != std::string::npos &&
               (other.text.size() > hit.text.size() || &other < &hit);
      });
    };
    std::copy_if(from, to, std::back_inserter(kept), [&](const TextHit& hit) { return !is_part(hit); });
    from = to;
  }
  return kept;
}

// SQL and parameters of a question: those of its reports first.
struct TextSelect {
  std::string sql;
  std::vector<Value> parameters;

  std::string parameter(const std::string& value) {
    parameters.emplace_back(value);
    return "?" + std::to_string(parameters.size());
  }
};

TextSelect select_of(const TextQuestion& question, const std::vector<std::string>& words,
                     const std::optional<std::string>& index) {
  const Condition condition = condition_of_reports(question.reports);
  TextSelect select{"", condition.parameters};
  const std::string candidates = index ? texts_by_index(select.parameter(*index)) : all_texts();
  select.sql = "SELECT t.submission_id, t.page_no, t.text FROM (" + candidates + ") t WHERE 1";
  if (condition.sql != Condition().sql)
    select.sql += " AND t.submission_id IN (SELECT s.id FROM submission s WHERE " + condition.sql + ")";
  for (const std::string& each : words) {
    select.sql += " AND " + folded("t.text") + " LIKE " + select.parameter(pattern_of(each)) + " ESCAPE '\\'";
  }
  return select;
}

}  // namespace

TextHits search_texts(RelationReader& reader, const TextQuestion& question, std::size_t most) {
  TextHits found;
  std::vector<std::string> words;
  for (const std::string& each : question.words) words.push_back(text::ascii_digits(each));
  if (words.empty() || std::find(words.begin(), words.end(), "") != words.end()) return found;
  const std::optional<std::string> index = question_of(reader, words);
  if (index && index->empty()) return found;
  const TextSelect select = select_of(question, words, index);
  reader.each(select.sql, select.parameters, [&](const Row& row) {
    found.more = found.hits.size() == most;
    if (found.more) return false;
    const auto* page = std::get_if<std::int64_t>(&row[1]);
    found.hits.push_back(
        {std::get<std::int64_t>(row[0]), page ? std::optional(*page) : std::nullopt, std::get<std::string>(row[2])});
    return true;
  });
  found.hits = in_order(std::move(found.hits));
  return found;
}

}  // namespace prongsai::store
