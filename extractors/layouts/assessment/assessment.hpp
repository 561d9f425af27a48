// The assessment, year by year (data/assessment/<year>.yaml): instruments with their weights and indicators, the issues
// that the measures must treat, grades, plausible points, and each scheme's offices and items.
//
// Years are Buddhist Era. A report is of fiscal year N; the scores that it states and the items under its issues are
// those of year N−1.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/text/find/item_codes.hpp"
#include "models/score_subject.hpp"

namespace prongsai::layouts {

inline constexpr std::array kInstruments{SubjectKind::iit, SubjectKind::eit, SubjectKind::oit};

// The place of an instrument in kInstruments; kInstruments.size() for any other subject.
[[nodiscard]] std::size_t instrument_index(SubjectKind subject);
[[nodiscard]] inline bool is_instrument(SubjectKind subject) {
  return instrument_index(subject) < kInstruments.size();
}

struct Indicator {
  int no = 0;  // from 1, through all instruments
  std::vector<std::string> names;
};

struct Instrument {
  double weight = 0;                  // share of the total, 0 to 1
  std::vector<Indicator> indicators;  // the mean of their points, by the weight, makes the instrument's
};

struct Issue {
  int no = 0;  // from 1: issue 1.no
  std::string title;
  std::vector<std::string>
      items;  // codes of the checklist of the year before; empty where this year's form is not known
};

struct GradeLevel {
  std::string name;            // AA, ผ่านดีเยี่ยม
  double min = 0;              // of the overall score, points of 100
  std::optional<double> each;  // of every instrument, points of 100; none where the level asks for none
};

struct GradeScale {
  std::string name;
  std::vector<GradeLevel> levels;  // best first
};

struct ChecklistItem {
  std::string code;  // canonical: O34
  std::string title;
  std::string part;       // the part of an indicator that it belongs to (10.2); "" where it is not known
  bool inferred = false;  // number or title was concluded, not read in a source
};

// Who assesses: an item's number means something only together with year and scheme.
struct Scheme {
  std::string name;                  // MOE-ITA
  std::vector<std::string> offices;  // beginnings of the full names of the offices assessed; empty: names do not tell
  // The items of this year that ask for the measures and for the report on their results; "" where not known.
  std::string measures;
  std::string results;
  bool certain = false;  // sources name them by number and title
  std::vector<ChecklistItem> items;
};

struct PlausiblePoints {
  std::vector<double> items;  // that an item can earn
  double least = 0;           // of a total, an indicator or an instrument, points of 100
};

struct Assessment {
  int year = 0;
  std::array<Instrument, kInstruments.size()> instruments;  // as kInstruments; weights add up to 1
  std::vector<Issue> issues;                                // issue n at place n−1
  std::vector<GradeScale> grades;                           // in use this year or before
  std::vector<Scheme> schemes;
  PlausiblePoints points;
  text::ItemRanges last_items;

  // The scheme that assesses an office, by the beginning of its full name; null: not known.
  [[nodiscard]] const Scheme* scheme_of(std::string_view agency) const;
};

class Assessments {
 public:
  // Reads all files of the folder. What a year's file leaves out is as in the year before; a form's issues hold for the
  // years before it too. Items, and which of them asks for what, are of their own year alone. Throws
  // std::runtime_error naming file and line, also for a key that is not known.
  explicit Assessments(const std::filesystem::path& folder);

  [[nodiscard]] const std::vector<Assessment>& years() const { return years_; }  // ascending

  // What holds in a year: its own file or the nearest one before it; the first one for years before all.
  [[nodiscard]] const Assessment& of(int year) const;
  // The same; all of them where the year is not known: what is then said must hold in each.
  [[nodiscard]] std::span<const Assessment> may_hold(std::optional<int> year) const;

  // Of all years together, for texts whose year is not known yet.
  [[nodiscard]] const text::ItemRanges& item_ranges() const { return item_ranges_; }  // the highest numbers
  [[nodiscard]] const std::vector<Issue>& issues() const { return issues_; }  // each number and title once, no items
  [[nodiscard]] int indicator_count() const;                                  // the highest number

  // Whether an item asks for measures or their results: in that year or the next, or in any where none is given.
  [[nodiscard]] bool asks_for_measures(const std::string& code, std::optional<int> year) const;

  // The indicator that a table cell names: by its number (ตัวชี้วัดที่ ๔), else by its name.
  [[nodiscard]] std::optional<int> indicator_of(std::string_view cell) const;
  // The indicator whose name the text is, a few misread letters forgiven; none where years number it differently.
  [[nodiscard]] std::optional<int> indicator_named(std::string_view text) const;
  // Whether a text without blanks holds a word of one of an indicator's names: "แก้ไขปัญหาทุจริต" of number 5.
  [[nodiscard]] bool shares_a_word(std::string_view tight_text, int indicator) const;

 private:
  void gather();
  void add_name(const std::string& name, int indicator);

  std::vector<Assessment> years_;
  text::ItemRanges item_ranges_;
  std::vector<Issue> issues_;
  std::vector<std::string> indicator_names_;
  std::vector<int> indicator_numbers_;                    // one a name
  std::map<int, std::set<std::string>> indicator_words_;  // the long words of its names, tight
};

// A year's file, on top of what holds in the year before (null for the first). For Assessments and tests.
[[nodiscard]] Assessment read_assessment(const std::filesystem::path& file, const Assessment* before);

}  // namespace prongsai::layouts
