// Which of the subjects that a text names a number of it is of.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extractors/layouts/scores/subjects.hpp"
#include "extractors/layouts/scores/words.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {

// All offsets are bytes of the tight text, `begin` where the number begins. Text and words must outlive it.
class SubjectChoice {
 public:
  SubjectChoice(std::string_view text, const TightText& tight, const ScoreWords& words, const Assessments& assessments)
      : tight_(&tight), words_(&words), mentions_(find_subjects(text, tight, words, assessments)) {}

  [[nodiscard]] const std::vector<SubjectMention>& mentions() const { return mentions_; }
  [[nodiscard]] bool is_in_mention(std::size_t begin) const;

  // A subject right beside the number ("ITA เท่ากับ 98.28") decides, whatever was named before; null for none.
  [[nodiscard]] const SubjectMention* beside(std::size_t begin) const;

  // The subject of the sentence at a place: a later mention takes over from an earlier one unless it is weaker.
  // `last_figure`: where the figure before ends. Null for none.
  [[nodiscard]] const SubjectMention* of_sentence(std::size_t begin, std::size_t last_figure) const;

  // "คะแนนรวม ๘๕.๑๗ คะแนน".
  [[nodiscard]] bool is_unnamed_beside(const SubjectMention& mention, std::size_t begin) const;
  // A figure to two places with its unit needs no lead, as long as no bound and no change was spoken of.
  [[nodiscard]] bool speaks_of_no_change(const SubjectMention& mention, std::size_t begin) const;
  // "ความพึงพอใจ … ได้คะแนน ๔.๕" is another survey's figure; an item's own title may hold the word.
  [[nodiscard]] bool is_of_other_survey(const SubjectMention& mention, std::size_t begin) const;
  // "ค่าเฉลี่ยเทศบาลทั้งประเทศของตัวชี้วัดที่ ๘ คือ ๘๗.๐๒": the country's, be its subject named behind it.
  [[nodiscard]] bool is_mean_of_all(const SubjectMention& mention) const;

 private:
  [[nodiscard]] std::string_view whole() const { return tight_->text(); }
  [[nodiscard]] bool is_scope(const SubjectMention& mention, std::size_t begin) const;
  [[nodiscard]] bool is_list(std::size_t from, std::size_t to) const;
  [[nodiscard]] bool is_reference(const SubjectMention& mention, std::size_t begin) const;

  const TightText* tight_;
  const ScoreWords* words_;
  std::vector<SubjectMention> mentions_;
};

}  // namespace prongsai::layouts::scores
