// The words and weights by which tables of scores are understood (data/layouts/common/score_tables.yaml). All lists are
// tight (tight_text.hpp).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::layouts::scores {

// A label has this meaning when it is one of `whole` or holds one of `has`.
struct LabelWords {
  std::vector<std::string> whole;
  std::vector<std::string> has;

  [[nodiscard]] bool match(const std::string& tight_label) const;
};

// How much each kind of evidence counts: see the data file.
struct Weights {
  double figure_with_subject = 0, figure_with_total = 0, figure_without_subject = 0, figure_contradicted = 0;
  double no_figure = 0, office_name = 0, other_name = 0, no_name = 0, rank = 0, level = 0, no_level = 0;
  double subject = 0, no_subject = 0, year = 0, header_fits = 0, header_marked = 0, figure_in_header = 0;
  double sums_hold = 0, sums_fail = 0;
};

class TableWords {
 public:
  // Throws std::runtime_error naming file and line.
  explicit TableWords(const std::filesystem::path& file);

  std::vector<std::string> assessment;
  std::vector<std::string> other_matter;
  std::vector<std::string> counting;
  std::vector<std::string> office_units;
  std::vector<std::string> group_beginnings;  // of a header over kinds of offices
  std::vector<std::string> share_of_offices;  // between the word for a share and the offices …
  std::vector<std::string> offices_that;      // … and between these and what they reached
  std::vector<std::string> baselines;
  std::vector<std::string> not_owners;  // begin a header's line whose offices own no figure
  std::vector<std::string> over_names;  // in a header over columns that are each an office's
  std::vector<std::string> people;
  std::vector<std::string> own_totals;
  std::vector<std::string> own_kinds;
  std::vector<std::string> any_kind;
  std::vector<std::string> planned_beginnings;
  std::vector<std::string> other_examinations;
  std::vector<std::string> weighted;
  std::vector<std::string> title_beginnings;
  std::vector<std::string> numbered_captions;  // before the number of a table in its caption
  std::vector<std::string> ranking;  // a header with one of these ranks; ลำดับ (order) may only number the lines
  std::vector<std::string> assessing;
  std::vector<std::string> assessed_cues;
  std::vector<std::string> plan_cues;
  std::vector<std::string> years_of_work;
  std::vector<std::string> aim_tails;
  std::vector<std::string> taken_up;   // what is done with the results of a year that stands before
  std::vector<std::string> negations;  // before years in which nothing was assessed …
  std::vector<std::string> joiners;    // … and between them
  std::vector<std::string> past_year;  // words for the year before the one that the report is of
  std::vector<std::string> comparisons;
  std::vector<std::string> since;
  std::vector<std::string> past_joints;
  std::vector<std::string> figure_year_joints;  // between a figure and its year behind it …
  std::vector<std::string> clause_ends;         // … and what may follow that year
  LabelWords rank, name, level, value, total, no_score, other;
  std::vector<std::string> office_beginnings;
  std::vector<std::string> summary;
  std::vector<std::string> summary_anywhere;
  Weights weights;
  double least_margin = 0;
  double least_evidence = 0;

  // Whether a text as printed names the assessment; a Latin word must stand alone.
  // Of text without blanks: whether it speaks of another matter than the assessment.
  [[nodiscard]] bool names_other_matter(std::string tight_text) const;
  // A header without blanks that counts offices: "จำนวนโรงเรียน", "จำนวน(แห่ง)".
  [[nodiscard]] bool counts_offices(std::string_view tight_header) const;
  // … or names kinds of them: "ประเภทหน่วยงาน", "กลุ่มสถานศึกษา".
  [[nodiscard]] bool names_kinds(std::string_view tight_header) const;
  // "ร้อยละของสถานศึกษาที่ผ่านการประเมิน ITA": a share of offices, and no score of one.
  [[nodiscard]] bool is_share_of_offices(std::string_view tight_label, const std::vector<std::string>& percent) const;
  // "ภาพรวมมหาวิทยาลัย": the word for a kind of office, where a label without blanks speaks of the whole of one.
  [[nodiscard]] std::optional<std::string> kind_of_own_total(std::string_view tight_label) const;
  // … and that office may be this one.
  [[nodiscard]] bool is_own_total(std::string_view tight_label, std::string_view office) const;
  [[nodiscard]] bool names_assessment(std::string_view text) const;
  // Begins as an office's name does and is more than that word.
  [[nodiscard]] bool looks_like_office(std::string_view text) const;
  // Means, extremes and sums over offices, by the row's label.
  [[nodiscard]] bool is_summary(const std::string& tight_label) const;
};

}  // namespace prongsai::layouts::scores
