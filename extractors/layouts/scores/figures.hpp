// Which numbers of a text are scores, and what is said of each: by the words right before and behind it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/scores/subjects.hpp"
#include "extractors/layouts/scores/words.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts {

struct TextSpan {
  std::size_t begin = 0;  // byte offsets
  std::size_t end = 0;
};

struct ScoreFigure {
  SubjectKind subject = SubjectKind::ita;
  std::string subject_no;
  double value = 0;
  bool percent = false;
  bool unnamed = false;  // only "ผลการประเมิน" or "คะแนนรวม" tells whose it is, or nothing
  bool untold = false;  // not even these: a year or an office and a figure
  bool likely = false;  // letters stand for digits of it
  bool broken = false;  // more than one figure, or half a one: no value
  bool unled = false;   // the words before the subject's name do not tell that it was assessed
  bool in_row = false;  // right beside another figure, as in a table without its rulings: the head tells whose it is
  std::optional<int> year;  // told by its place in a list: "ปี 2566 และ 2567 ได้ 85.10 และ 88.12 ตามลำดับ"
  std::optional<TextSpan> office;  // … the place of the name
  std::optional<std::string> grade;
  std::optional<int> rank;
  std::optional<int> rank_of;
  std::size_t subject_begin = 0;  // byte offsets in the text; the subject's mention
  std::size_t begin = 0;          // of the number
  std::size_t end = 0;
};

// All scores of a text that one speaker states in one breath: a paragraph, a table cell.
//
// A number is a score when a lead ("ได้คะแนน", "ผลการประเมิน") stands before it with nothing but connectors between,
// and it is no bound ("๘๕ คะแนนขึ้นไป", "ไม่น้อยกว่าร้อยละ ๘๐"), no count, no share of work, and someone's. `offices`: where
// names of offices stand; what one of them "got" is its total where nothing else was spoken of.
[[nodiscard]] std::vector<ScoreFigure> find_score_figures(std::string_view text, const ScoreWords& words,
                                                          const Assessments& assessments,
                                                          const std::vector<TextSpan>& offices = {});

}  // namespace prongsai::layouts
