// Which year of a text is the assessed one: not that of the measures planned, nor one that a result is compared with.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "extractors/layouts/scores/table_words.hpp"
#include "extractors/layouts/scores/words.hpp"

namespace prongsai::layouts::scores {

struct AssessedYear {
  int year = 0;       // Buddhist Era
  bool cued = false;  // words of the assessment lead to it
  bool led = false;  // … and stand right before it: ผลการประเมินของปีงบประมาณ 2567
  bool compared = false;  // one that a result is compared with: it holds for the next figure only
  bool spent = false;  // a figure of its own follows it: "ปีงบประมาณ 2567 ได้ 91.05 คะแนน"
  bool beside_figure = false;  // … or stands few words behind it: "ปี 2567 ค่าเฉลี่ย 85.61 คะแนน"
};

// Those named before a byte offset, in order.
[[nodiscard]] std::vector<AssessedYear> assessed_years_before(std::string_view text, std::size_t at,
                                                              const TableWords& words, const ScoreWords& scores);

// The last of them.
[[nodiscard]] std::optional<AssessedYear> assessed_year_before(std::string_view text, std::size_t at,
                                                               const TableWords& words, const ScoreWords& scores);

// Whether one of these words for another year (ScoreWords::last_year, TableWords::past_year) is said before a figure at
// that offset, and no year or figure between: "สูงกว่าปีก่อนหน้า ซึ่งได้ ๘๙.๖๐".
[[nodiscard]] bool is_said_before(std::string_view text, std::size_t at, const std::vector<std::string>& words);

// Whether a figure at byte `begin` is what another one is compared with: "เพิ่มจาก 91.60 คะแนน".
[[nodiscard]] bool is_compared_with(std::string_view text, std::size_t begin, const TableWords& words,
                                    const ScoreWords& scores);

// The year that is said behind a figure of the bytes from `begin` to `end`: "91.60 คะแนน ในปีงบประมาณ พ.ศ. 2567". Where
// the figure is not one compared with, the clause must end with the year or have no blank before it, what comes behind
// a blank may be the next one's; but for a year that is said to be past, where no other figure follows.
[[nodiscard]] std::optional<int> assessed_year_behind(std::string_view text, std::size_t begin, std::size_t end,
                                                      const TableWords& words, const ScoreWords& scores);

}  // namespace prongsai::layouts::scores
