// What a label (a header, a row's head, a caption) says of the figures beside or below it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractors/layouts/assessment/assessment.hpp"
#include "extractors/layouts/scores/table_words.hpp"
#include "extractors/layouts/scores/words.hpp"
#include "models/record.hpp"

namespace prongsai::layouts::scores {

// Whose score a figure is: the whole assessment, an instrument, an indicator (no: 7), an item (no: O29, I4).
struct Subject {
  SubjectKind kind = SubjectKind::ita;
  std::string no;

  friend bool operator==(const Subject&, const Subject&) = default;
  friend auto operator<=>(const Subject&, const Subject&) = default;

  // 1 the assessment, 2 an instrument, 3 an indicator, 4 an item: the finer one of a row and its column is meant.
  [[nodiscard]] int rank() const;
};

struct LabelSense {
  std::optional<Subject> subject;  // the one that is named; none where several are
  // Where `subject` is an indicator by its name alone: the instrument whose short name stands before it. "OIT
  // การเปิดเผยข้อมูล" may say what OIT looks at.
  std::optional<Subject> instrument;
  bool several = false;  // several of one rank are named: a range, a sum of parts
  bool total = false;    // รวม, ภาพรวม
  bool value = false;    // คะแนน, ร้อยละ
  bool level = false;
  bool rank = false;
  bool name = false;
  bool no_score = false;  // full marks, weights, targets, changes, counts
  bool weighted = false;  // as the weights have made it: คะแนนถ่วงน้ำหนัก
  bool other = false;     // measures, persons in charge, remarks
  bool percent = false;
  std::optional<int> year;  // Buddhist Era
  std::string rest;         // tight, without year and brackets: "" for a bare year

  [[nodiscard]] bool empty() const { return rest.empty() && !year; }
  [[nodiscard]] bool is_header_like() const { return subject || total || value || level || rank || name || year; }
};

// What the program knows; must outlive the reader.
class LabelReader {
 public:
  LabelReader(const TableWords& table, const ScoreWords& words, const Assessments& assessments)
      : table_(&table), words_(&words), assessments_(&assessments) {}

  [[nodiscard]] LabelSense read(std::string_view label, TextSource source = TextSource::text) const;
  // The subject alone, of a caption or a row: also by an indicator's name.
  [[nodiscard]] std::optional<Subject> subject_of(std::string_view label, bool& several) const;
  [[nodiscard]] const TableWords& table() const { return *table_; }
  [[nodiscard]] const ScoreWords& words() const { return *words_; }
  [[nodiscard]] const Assessments& assessments() const { return *assessments_; }

 private:
  const TableWords* table_;
  const ScoreWords* words_;
  const Assessments* assessments_;
};

}  // namespace prongsai::layouts::scores
