// Parts of a report about another office: an example annexed to it, a case studied, a visit paid. A short line names
// the office ("กรณีศึกษา: เทศบาลเมืองท่าเรือ"), and what stands below it is not the reporting office's.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/layouts/identity/identity.hpp"
#include "extractors/layouts/scores/passage_offices.hpp"
#include "models/record.hpp"

namespace prongsai::layouts::scores {

class OfficeSections {
 public:
  // Both must outlive it.
  OfficeSections(const Record& record, const Identity& identity);

  // Whether the nearest short line above that names an office names another one than the reporting office, and no
  // heading of the same or a higher level, part of the report or mention of the reporting office stands between.
  // `kind` and `index`: a paragraph or table of the document.
  [[nodiscard]] bool is_about_another(Block::Kind kind, std::size_t index);

 private:
  enum class Says { nothing, own, another };

  [[nodiscard]] Says says(std::size_t paragraph);
  [[nodiscard]] Says look_at(std::size_t paragraph) const;
  [[nodiscard]] bool is_of_a_crowd(std::string_view text) const;
  [[nodiscard]] bool begins_a_part(std::size_t paragraph) const;
  [[nodiscard]] bool tells_whose_report(const Paragraph& paragraph) const;

  const Record* record_;
  const Identity* identity_;
  PassageOffices offices_;
  std::map<std::size_t, Says> known_;                                 // by paragraph
  std::map<std::pair<Block::Kind, std::size_t>, std::size_t> order_;  // place in the reading order
};

}  // namespace prongsai::layouts::scores
