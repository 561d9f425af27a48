#include "pipeline/cli/parts/known.hpp"

#include <algorithm>
#include <utility>

#include "extractors/layouts/assessment/assessment.hpp"
#include "extractors/text/agencies/agency_data.hpp"
#include "extractors/text/unicode/joined.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/export/relations.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::cli {
namespace {

constexpr std::size_t kShown = 12;  // values that a message lists at most
constexpr double kNear = 0.4;       // edits a letter that a misspelling has at most

std::vector<std::string> texts(const std::filesystem::path& db, const std::string& sql) {
  std::vector<std::string> all;
  store::RelationReader(db).each(sql, {}, [&](const store::Row& row) {
    if (const auto* text = std::get_if<std::string>(&row[0])) all.push_back(*text);
    return true;
  });
  return all;
}

void split_into(const std::string& list, std::vector<std::string>& parts) {
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    if (end > begin) parts.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace

std::vector<std::string> known_codes(const std::filesystem::path& data_folder, const std::filesystem::path& db) {
  std::vector<std::string> codes = texts(db, "SELECT DISTINCT code FROM finding");
  for (const checks::CheckInfo& check : checks::describe_checks(checks::Rules(data_folder)))
    codes.push_back(check.code);
  return codes;
}

std::vector<std::string> known_layouts(const std::filesystem::path& data_folder, const std::filesystem::path& db) {
  std::vector<std::string> layouts;
  for (const auto& entry : std::filesystem::directory_iterator(data_folder / "layouts")) {
    if (entry.path().extension() == ".yaml") layouts.push_back(entry.path().stem().string());
  }
  std::sort(layouts.begin(), layouts.end());
  for (const std::string& list : texts(db, "SELECT DISTINCT layout FROM submission")) split_into(list, layouts);
  return layouts;
}

std::string suggestion(const std::string& word, const std::vector<std::string>& known) {
  const auto nearest = text::best_match(word, known, kNear);
  return nearest ? "; did you mean '" + known[nearest->index] + "'?" : "";
}

void require_known(const std::string& option, const std::vector<std::string>& given,
                   const std::vector<std::string>& known) {
  for (const std::string& word : given) {
    if (std::find(known.begin(), known.end(), word) != known.end()) continue;
    throw CLI::ValidationError(option, "'" + word + "' is not known" + suggestion(word, known));
  }
}

void require_offices(const std::string& option, const std::vector<std::string>& given,
                     const std::filesystem::path& db) {
  if (given.empty()) return;
  const std::vector<std::string> offices = texts(db, "SELECT DISTINCT coalesce(agency, source_path) FROM submission");
  for (const std::string& part : given) {
    const bool is_there = std::any_of(offices.begin(), offices.end(), [&](const std::string& office) {
      return office.find(part) != std::string::npos;
    });
    if (!is_there)
      throw CLI::ValidationError(option, "no office's name holds '" + part + "'" + suggestion(part, offices));
  }
}

void require_issue(const std::string& option, int issue_no, const std::filesystem::path& data_folder) {
  const layouts::Assessments assessments(data_folder / "assessment");
  int last = 0;
  for (const layouts::Issue& issue : assessments.issues()) last = std::max(last, issue.no);
  if (issue_no > last)
    throw CLI::ValidationError(
        option, "no form has an issue " + std::to_string(issue_no) + "; the last is " + std::to_string(last));
}

std::vector<std::string> values_of_reports(const std::filesystem::path& db, const std::string& column) {
  return texts(
      db, "SELECT DISTINCT CAST(" + column + " AS TEXT) FROM submission WHERE " + column + " IS NOT NULL ORDER BY 1");
}

void require_reports(const std::string& option, const std::vector<std::string>& given,
                     const std::vector<std::string>& known) {
  for (const std::string& word : given) {
    if (std::find(known.begin(), known.end(), word) != known.end()) continue;
    std::string there;
    for (std::size_t i = 0; i < std::min(known.size(), kShown); ++i)
      there += (i == 0 ? "; there are " : ", ") + known[i];
    throw CLI::ValidationError(option, "no report is of '" + word + "'" + there + (known.size() > kShown ? ", …" : ""));
  }
}

void require_provinces(const std::string& option, const std::vector<std::string>& given,
                       const std::filesystem::path& data_folder, const std::filesystem::path& db) {
  if (given.empty()) return;
  std::vector<std::string> provinces;
  for (const text::Province& province : text::load_agency_data(data_folder / "agencies").provinces)
    provinces.push_back(province.name);
  store::RelationReader reader(db);
  for (const std::string& province : given) {
    exporting::Filter filter;
    filter.provinces = {province};
    const exporting::Condition condition = exporting::condition_of(filter);
    if (reader.all("SELECT 1 FROM submission WHERE " + condition.sql + " LIMIT 1", condition.parameters).empty())
      throw CLI::ValidationError(option, "no office is of '" + province + "'" + suggestion(province, provinces));
  }
}

std::string no_submission(std::int64_t id, const std::filesystem::path& db) {
  return "there is no submission " + std::to_string(id) + " in " + db.string();
}

CLI::Validator one_of(std::map<std::string, int> words) {
  return {[words = std::move(words)](std::string& word) {
            if (const auto found = words.find(CLI::detail::to_lower(word)); found != words.end()) {
              word = std::to_string(found->second);
              return std::string();
            }
            std::vector<std::string> known;
            for (const auto& [one, value] : words) known.push_back(one);
            return "'" + word + "' is none of " + text::joined(known, ", ") + suggestion(word, known);
          },
          ""};
}

CLI::Validator whole_number() {
  return {[](std::string& word) {
            const bool is_one = !word.empty() && word.size() <= 9 && word[0] != '0' &&
                                std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
            return is_one ? std::string() : "'" + word + "' is no whole number above 0";
          },
          ""};
}

}  // namespace prongsai::cli
