// What the paragraphs before a passage hand down to it, in reading order: whether its part of the report speaks of the
// assessment, and of which year the figures behind are.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string_view>

#include "extractors/layouts/identity/identity.hpp"
#include "extractors/layouts/scores/assessed_years.hpp"
#include "extractors/layouts/scores/figures.hpp"
#include "extractors/layouts/scores/handed_down.hpp"
#include "extractors/layouts/scores/table_words.hpp"
#include "extractors/layouts/scores/words.hpp"
#include "models/document.hpp"
#include "models/record.hpp"

namespace prongsai::layouts::scores {

// Paragraphs are entered and left one after the other; the questions are about the one that was entered last. Keeps
// views of their texts: the document must outlive it.
class ProseCourse {
 public:
  ProseCourse(const Record& record, const Identity& identity);

  // By the paragraph's place in Document::paragraphs.
  void enter(std::size_t index);
  void leave(std::size_t index);
  // From here on cells of tables are read, to which no paragraph hands down a part of the report.
  void enter_cells();

  // Paragraphs that begin a part of the report, by their place in Document::paragraphs.
  [[nodiscard]] const std::set<std::size_t>& headings() const { return headings_; }

  // Whether a passage that names no assessment speaks of this one: it does so itself, or its report does, or the part
  // of a report on other things in which it stands; and it speaks of no other survey.
  [[nodiscard]] bool is_about(std::string_view text) const;

  // Other assessments have indicators with numbers, too: the heading, the page or the report's title names this one.
  [[nodiscard]] bool is_under_assessment(int page_no) const;

  // Its part of the report, or the paragraph right before, is on an instrument, an indicator or an item: a figure
  // without a name is that one's.
  [[nodiscard]] bool is_of_a_part() const;

  // What the report's own figure is compared with is of another year: without that year it is nobody's.
  [[nodiscard]] bool is_of_untold_year(std::string_view text, const ScoreFigure& figure) const;

  struct Year {
    std::optional<int> year;
    std::optional<StatedIn> from;
  };
  // The assessed year of a figure of the passage. A year that the paragraph before left for one figure is used up.
  [[nodiscard]] Year take_year(std::string_view text, const ScoreFigure& figure);

 private:
  [[nodiscard]] const ScoreWords& words() const { return identity_->knowledge.scores; }
  [[nodiscard]] const TableWords& table_words() const { return identity_->knowledge.score_tables; }
  [[nodiscard]] const Document& document() const { return *identity_->reading.document; }
  [[nodiscard]] std::optional<AssessedYear> year_before(std::string_view text, std::size_t at) const;
  [[nodiscard]] std::optional<int> year_behind(std::string_view text, const ScoreFigure& figure) const;
  [[nodiscard]] std::optional<int> year_carried_over(std::string_view text) const;
  [[nodiscard]] bool is_year_by_head() const;
  [[nodiscard]] bool is_still_to_come(int year) const;
  [[nodiscard]] bool is_history(const AssessedYear& year) const;
  [[nodiscard]] Year year_told(std::string_view text, const ScoreFigure& figure);
  [[nodiscard]] int goes_on_with(int last, std::string_view text) const;
  [[nodiscard]] bool names_a_part(std::string_view text) const;

  const Record* record_;
  const Identity* identity_;
  std::optional<HandedDownYear> assessed_;  // what the report hands down
  std::set<std::size_t> headings_;          // paragraphs that begin a part of the report
  std::optional<int> last_year_;
  bool last_is_assessed_ = false;     // and not that of a plan's title
  std::optional<int> compared_year_;  // where the paragraph before ended in one, for the next figure
  bool section_about_ = false;        // the part of the report that is read names the assessment
  bool heading_about_ = false;        // … its heading does
  bool section_of_part_ = false;      // … and its heading a part of it
  std::string_view led_by_;           // the paragraph before, whether it stated a score or not
  std::string_view entered_;
  bool year_goes_on_ = false;  // the paragraph before ended in the words for a year
};

}  // namespace prongsai::layouts::scores
