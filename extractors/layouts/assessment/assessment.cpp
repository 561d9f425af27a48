#include "extractors/layouts/assessment/assessment.hpp"

#include <algorithm>
#include <stdexcept>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/thai/words.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

// Edits a code point that an indicator's name may need: scans lose marks.
constexpr double kNameRatio = 0.25;

// The number right behind the first "ตัวชี้วัด(ที่)" of a cell.
std::optional<int> stated_number(std::string_view cell, int last) {
  const TightText text(cell);
  const std::string& indicator = text::lexicon().items.indicator.text;
  const std::size_t word = text.text().find(indicator);
  for (const auto& number : text::find_numbers(cell)) {
    const std::size_t at = text.tight(number.begin);
    if (word == std::string::npos ? at > 0 : at < word + indicator.size()) continue;
    if (at > word + indicator.size() + text::lexicon().numbers.ordinal.text.size()) break;
    if (number.decimals == 0 && number.value >= 1 && number.value <= last) return static_cast<int>(number.value);
    break;
  }
  return std::nullopt;
}

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (std::filesystem::is_directory(folder)) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    }
  }
  if (files.empty()) throw std::runtime_error(folder.string() + ": holds no <year>.yaml; is the data folder complete?");
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Issue> without_items(std::vector<Issue> issues) {
  for (Issue& issue : issues) issue.items.clear();
  return issues;
}

}  // namespace

std::size_t instrument_index(SubjectKind subject) {
  return static_cast<std::size_t>(std::ranges::find(kInstruments, subject) - kInstruments.begin());
}

const Scheme* Assessment::scheme_of(std::string_view agency) const {
  for (const Scheme& scheme : schemes) {
    for (const std::string& beginning : scheme.offices) {
      if (agency.starts_with(beginning)) return &scheme;
    }
  }
  return nullptr;
}

Assessments::Assessments(const std::filesystem::path& folder) {
  for (const auto& file : files_of(folder)) {
    years_.push_back(read_assessment(file, years_.empty() ? nullptr : &years_.back()));
  }
  const auto first = std::ranges::find_if(years_, [](const Assessment& year) { return !year.issues.empty(); });
  if (first == years_.end()) throw std::runtime_error(folder.string() + ": no year's file states the `issues`");
  for (auto year = years_.begin(); year != first; ++year) year->issues = without_items(first->issues);
  gather();
}

void Assessments::gather() {
  for (const Assessment& year : years_) {
    item_ranges_.o = std::max(item_ranges_.o, year.last_items.o);
    item_ranges_.e = std::max(item_ranges_.e, year.last_items.e);
    item_ranges_.i = std::max(item_ranges_.i, year.last_items.i);
    for (const Issue& issue : year.issues) {
      const auto same = [&](const Issue& other) { return other.no == issue.no && other.title == issue.title; };
      if (std::ranges::none_of(issues_, same)) issues_.push_back({issue.no, issue.title, {}});
    }
    for (const Instrument& instrument : year.instruments) {
      for (const Indicator& indicator : instrument.indicators) {
        for (const std::string& name : indicator.names) add_name(name, indicator.no);
      }
    }
  }
}

void Assessments::add_name(const std::string& name, int indicator) {
  for (std::size_t i = 0; i < indicator_names_.size(); ++i) {
    if (indicator_names_[i] == name && indicator_numbers_[i] == indicator) return;
  }
  indicator_names_.push_back(name);
  indicator_numbers_.push_back(indicator);
  constexpr std::size_t kLongWord = 4;  // code points: not การ, ใช้
  for (const text::WordSpan& word : text::word_spans(name)) {
    const std::string text = name.substr(word.begin, word.end - word.begin);
    if (text::length(text) >= kLongWord) indicator_words_[indicator].insert(tight(text));
  }
}

bool Assessments::shares_a_word(std::string_view tight_text, int indicator) const {
  const auto words = indicator_words_.find(indicator);
  return words != indicator_words_.end() && std::ranges::any_of(words->second, [&](const std::string& word) {
           return tight_text.find(word) != std::string_view::npos;
         });
}

const Assessment& Assessments::of(int year) const {
  const auto after = std::ranges::upper_bound(years_, year, {}, &Assessment::year);
  return after == years_.begin() ? *after : *std::prev(after);
}

std::span<const Assessment> Assessments::may_hold(std::optional<int> year) const {
  if (!year) return years_;
  return {&of(*year), 1};
}

int Assessments::indicator_count() const {
  return std::ranges::max(indicator_numbers_);
}

bool Assessments::asks_for_measures(const std::string& code, std::optional<int> year) const {
  return !code.empty() && std::ranges::any_of(years_, [&](const Assessment& one) {
    if (year && one.year != *year && one.year != *year + 1) return false;
    return std::ranges::any_of(one.schemes,
                               [&](const Scheme& scheme) { return scheme.measures == code || scheme.results == code; });
  });
}

std::optional<int> Assessments::indicator_of(std::string_view cell) const {
  const auto number = stated_number(cell, indicator_count());
  return number ? number : indicator_named(cell);
}

std::optional<int> Assessments::indicator_named(std::string_view text) const {
  const auto match = text::best_match(text, indicator_names_, kNameRatio);
  if (!match) return std::nullopt;
  const int number = indicator_numbers_[match->index];
  for (std::size_t i = 0; i < indicator_names_.size(); ++i) {
    if (indicator_names_[i] == indicator_names_[match->index] && indicator_numbers_[i] != number) return std::nullopt;
  }
  return number;
}

}  // namespace prongsai::layouts
