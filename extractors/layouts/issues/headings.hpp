// Headings of the issues: "ประเด็นที่ ๑.๔ กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ".
//
// An issue is known by its name first and its number second: numbers are misread (๓.๑ for ๑.๑), names hardly ever so
// that they become another issue's name. "๑.๒. จุดอ่อน…" and "5 ประเด็น" are no issues.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/assessment/assessment.hpp"
#include "extractors/layouts/flow.hpp"
#include "extractors/layouts/words/labels.hpp"
#include "models/evidence.hpp"

namespace prongsai::layouts {

// What a text that is an issue's heading, or names an issue, says.
struct IssueName {
  int issue_no = 0;   // as in data/assessment: 1 and on
  std::string title;  // as printed, without number
  std::string known;  // as the form prints it
  std::string tail;   // what follows the name on the line: item codes
  int distance = 0;   // edits between the printed and the known name
  bool by_name = true;
};

// A name read from pixels that is a known one but for a few letters is given as the form prints it; its raw text stays
// with the paragraph. A text layer's wording is the author's and stays.
[[nodiscard]] std::string title_of(const IssueName& name, TextSource source);

struct IssueHeading {
  IssueName name;
  std::size_t begin = 0;  // flow items
  std::size_t end = 0;
};

class IssueNames {
 public:
  IssueNames(const Assessments& assessments, const Labels& labels) : assessments_(&assessments), labels_(&labels) {}

  // A line, or lines joined, that is an issue's heading: a number (or none), the name, item codes or nothing.
  [[nodiscard]] std::optional<IssueName> heading(std::string_view line) const;

  // A table cell under `ประเด็น`, or one that begins "ประเด็นที่ ๑.๓ …": the name decides, else the number.
  [[nodiscard]] std::optional<IssueName> in_cell(std::string_view cell) const;

  // All headings of a document, in order. A heading may go over three lines.
  [[nodiscard]] std::vector<IssueHeading> find(const Flow& flow) const;

 private:
  [[nodiscard]] bool may_begin(std::string_view line) const;
  [[nodiscard]] std::optional<IssueName> by_name(std::string_view line) const;
  [[nodiscard]] std::optional<IssueName> by_number(std::string_view line) const;

  const Assessments* assessments_;
  const Labels* labels_;
};

}  // namespace prongsai::layouts
