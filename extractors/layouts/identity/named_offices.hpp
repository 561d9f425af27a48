// What a place (see name_places.hpp) says of the offices that it names: which of them it may be the name of the
// reporting one, and what share of the place's weight each of them gets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/identity/counted_names.hpp"
#include "extractors/layouts/identity/identity.hpp"
#include "extractors/layouts/identity/name_places.hpp"
#include "extractors/layouts/identity/office_lists.hpp"
#include "extractors/layouts/identity/office_name.hpp"

namespace prongsai::layouts {

struct NamedOffice {
  OfficeName office;
  double share = 0;    // of the place's weight; 0: the place only mentions it
  bool clean = false;  // the name is seen to end
};

class NamedOffices {
 public:
  // Both must outlive it.
  NamedOffices(const Identity& identity, const OfficeNames& names);

  // Whether the place stands in a list or a table of other offices.
  [[nodiscard]] bool lists_others(const NamePlace& place) const;

  // Whether the report lists many offices of the kind that one is of.
  [[nodiscard]] bool lists_its_kind(const OfficeName& office) const;

  // Of a place: each office that may report, in the line's order. A name that OCR misread is mended by the lists.
  [[nodiscard]] std::vector<NamedOffice> in(const NamePlace& place) const;

 private:
  [[nodiscard]] std::vector<OfficeName> reporting_in(const NamePlace& place, bool& titled) const;
  [[nodiscard]] double share_of(const NamePlace& place, const OfficeName& name) const;
  [[nodiscard]] bool is_said_of(std::string_view line, const OfficeName& name) const;
  [[nodiscard]] bool is_helper(std::string_view before) const;
  [[nodiscard]] bool has_label(std::string_view before) const;
  [[nodiscard]] std::vector<OfficeName> behind_a_speck(const std::string& line) const;
  [[nodiscard]] bool says_something(std::string_view words) const;
  [[nodiscard]] bool stands_among_others(const NamePlace& place) const;
  [[nodiscard]] bool heads_the_report(const NamePlace& place) const;
  [[nodiscard]] bool names_owner(const NamePlace& place) const;
  void take_reporting_part(std::string_view line, std::vector<OfficeName>& names) const;
  [[nodiscard]] bool names_itself(const NamePlace& place, const OfficeName& name) const;
  void mend(OfficeName& name, const Evidence& at) const;

  const Identity* identity_;
  const OfficeNames* names_;
  CountedNames counted_;
  OfficeLists lists_;
  bool helped_ = false;  // the head names the office that the report is of: an author beside it helped
};

}  // namespace prongsai::layouts
