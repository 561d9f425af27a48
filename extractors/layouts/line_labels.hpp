// Lines that begin with a label ("ผู้รับผิดชอบ กองช่าง  ระยะเวลา ต.ค. ๖๗"), and what they say behind it.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/columns/label_name.hpp"
#include "extractors/layouts/columns/vocabulary.hpp"
#include "extractors/layouts/flow.hpp"
#include "models/certainty.hpp"
#include "models/evidence.hpp"

namespace prongsai::layouts {

// A label and what its line says behind it.
struct LabelledEntry {
  LabelName name;
  std::string label;  // as printed
  std::vector<std::string> lines;
  std::vector<std::string> raw;
  std::vector<Doubts> doubts;  // one a raw line
  Evidence at;                 // of its first line
};

using LabelledEntries = std::vector<LabelledEntry>;

// Labels: words of the column vocabulary, and such that begin several lines of the document (ปัญหา/อุปสรรค …).
class LineLabels {
 public:
  LineLabels(const Flow& flow, const ColumnVocabulary& vocabulary);

  // The entries of a line that begins with a label; none of another line.
  [[nodiscard]] LabelledEntries of(const FlowItem& line) const;

 private:
  [[nodiscard]] std::optional<LabelName> label(const std::string& word, bool begins_line) const;

  const ColumnVocabulary* vocabulary_;
  std::set<std::string> recurring_;
};

}  // namespace prongsai::layouts
