// Pages that list offices line by line, as the print of a spreadsheet without rulings does: whom a line of such a list
// names, the report is not of.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "extractors/layouts/identity/name_places.hpp"
#include "extractors/layouts/identity/office_name.hpp"

namespace prongsai::layouts {

class OfficeLists {
 public:
  // All three must outlive it.
  OfficeLists(const Document& document, const OfficeNames& names, const text::Agencies& agencies);

  // Whether the report's lines name many offices of a kind (Agencies::kind_of).
  [[nodiscard]] bool lists_kind(const std::string& kind) const;

  // Whether a place is part of such a list: the lines next to it, or those at the end of its page, name another office
  // of its kind.
  [[nodiscard]] bool holds(const NamePlace& place) const;

 private:
  using NamesByKind = std::map<std::string, std::set<std::string>>;

  [[nodiscard]] NamesByKind named_in(const std::string& line) const;
  [[nodiscard]] std::set<std::string> of_kind(const std::string& line, const std::string& kind) const;
  [[nodiscard]] std::set<std::string> around(const Evidence& place, std::ptrdiff_t reach,
                                             const std::string& kind) const;

  const OfficeNames* names_;
  const text::Agencies* agencies_;
  std::vector<const TextLine*> lines_;          // of the report's paragraphs, in order
  mutable std::map<std::string, bool> listed_;  // kinds asked for so far
};

}  // namespace prongsai::layouts
