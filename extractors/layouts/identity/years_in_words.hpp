// What the words around a year say of it: whether it is the report's own budget year, the one assessed, one that a
// figure is of, one that another is compared with.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/identity/identity.hpp"
#include "extractors/layouts/words/labels.hpp"
#include "extractors/text/find/dates.hpp"

namespace prongsai::layouts {

// Beside words for measures and plans a year's share is more than one.
inline constexpr double kOwnWords = 1.25;

// Reports are of these years (B.E.); other numbers that look like years are laws and plans.
inline constexpr int kFirstYear = 2555;
[[nodiscard]] bool is_plausible_year(const text::YearMention& mention, int first = kFirstYear);

// FY N runs from October N−1 to September N: a timeframe names its year, or its first and last month.
[[nodiscard]] std::optional<int> year_of_timeframe(std::string_view text);

// A year over months is a calendar year: October to December under it are of the next budget year.
[[nodiscard]] int year_of_header(std::string_view header, const text::YearMention& mention);

// Whether a figure with the places of a score stands in the text.
[[nodiscard]] bool states_figures(std::string_view text);

// A year that stands in a place, and its share of what the place weighs.
struct PlacedYear {
  int year = 0;
  double weight = 0;
};

class YearsInWords {
 public:
  YearsInWords(const Labels& labels, ReportKind kind) : labels_(&labels), kind_(kind) {}

  // The strongest of a line's years: its own budget year, another year, the year assessed, a school year; of years that
  // it sets side by side the last one, which the others are compared with.
  [[nodiscard]] std::optional<PlacedYear> year_of_place(std::string_view text) const;

  // Of running text, both sides of the year in tight form: a year that a figure follows or that was assessed tells less
  // of the report's own than one of measures and plans.
  [[nodiscard]] double share_of(const std::string& before, const std::string& after) const;

  // Whether the year behind these words (tight) is an aim's: "โดยเป้าหมายปีงบประมาณ พ.ศ. 2568 คือ …".
  [[nodiscard]] bool is_aim(std::string_view before) const;

  // A year whose assessment is analysed belongs to the measures of the next year.
  [[nodiscard]] int measures_year(int analysed) const;

 private:
  [[nodiscard]] bool is_span(std::string_view between) const;
  [[nodiscard]] bool joins_years(std::string_view between) const;
  [[nodiscard]] PlacedYear weigh(const text::YearMention& mention, const std::string& before,
                                 const std::string& after) const;
  [[nodiscard]] bool is_compared_with(std::string_view before) const;
  [[nodiscard]] bool follows(std::string_view before, const char* list) const;
  [[nodiscard]] bool is_figures_year(std::string_view after) const;
  [[nodiscard]] std::size_t last_own(const std::string& before) const;

  const Labels* labels_;
  ReportKind kind_;
};

}  // namespace prongsai::layouts
