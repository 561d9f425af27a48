// Whose the figures of a passage are by the lines before it: a line that is the name of an office, a heading or the
// words before a list that tell whose scores follow.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/identity/identity.hpp"
#include "extractors/layouts/scores/passage_offices.hpp"
#include "models/record.hpp"

namespace prongsai::layouts::scores {

class OfficeCourse {
 public:
  // All must outlive it. `headings`: paragraphs that begin a part of the report.
  OfficeCourse(const Record& record, const Identity& identity, const std::set<std::size_t>& headings);

  // Paragraphs in reading order, by their place in Document::paragraphs. They are looked at when a figure asks.
  void enter(std::size_t index) { entered_.push_back(index); }
  // From here on cells of tables are read, to which no paragraph hands down an office.
  void enter_cells() {
    entered_.clear();
    told_ = {};
  }

  struct Told {
    std::optional<std::string> office;  // another than the reporting one
    bool several = false;               // one of several: which one cannot be told
  };
  [[nodiscard]] const Told& told();

 private:
  void look_at(std::size_t index);
  [[nodiscard]] bool leaves_it(std::string_view text) const;
  [[nodiscard]] Told told_by(std::string_view text, const std::vector<OfficeName>& names) const;

  const Identity* identity_;
  const std::set<std::size_t>* headings_;
  PassageOffices offices_;
  std::vector<std::size_t> entered_;  // not yet looked at
  Told told_;
  bool own_line_before_ = false;  // the line before was the reporting office's name alone
};

}  // namespace prongsai::layouts::scores
