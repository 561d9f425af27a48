#include "pipeline/cli/parts/known.hpp"

#include <algorithm>
#include <utility>

#include "extractors/layouts/assessment/assessment.hpp"
#include "extractors/text/agencies/agency_data.hpp"
#include "extractors/text/unicode/joined.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/store/queries/export_filter.hpp"
#include "pipeline/store/queries/facets.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::cli {
namespace {

constexpr std::size_t kShown = 12;  // values that a message lists at most
constexpr double kNear = 0.4;       // edits a letter that a misspelling has at most

}  // namespace

std::vector<std::string> known_codes(const std::filesystem::path& data_folder, const std::filesystem::path& db) {
  store::RelationReader reader(db);
  std::vector<std::string> codes = store::codes_of_findings(reader);
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
  store::RelationReader reader(db);
  for (std::string& layout : store::layouts_of_reports(reader)) layouts.push_back(std::move(layout));
  return layouts;
}

std::string suggestion(const std::string& word, const std::vector<std::string>& known) {
  const auto nearest = text::best_match(word, known, kNear);
  return nearest && known[nearest->index] != word ? "; did you mean '" + known[nearest->index] + "'?" : "";
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
  store::RelationReader reader(db);
  const std::vector<std::string> offices = store::offices_or_paths(reader);
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

std::vector<std::string> known_items(const std::filesystem::path& db) {
  store::RelationReader reader(db);
  return store::items_of_reports(reader);
}

std::vector<std::string> known_years(const std::filesystem::path& db) {
  store::RelationReader reader(db);
  std::vector<std::string> years;
  for (const std::int64_t year : store::years_of_reports(reader)) years.push_back(std::to_string(year));
  return years;
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
    store::ExportFilter filter;
    filter.provinces = {province};
    if (!store::takes_any_report(reader, filter))
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
