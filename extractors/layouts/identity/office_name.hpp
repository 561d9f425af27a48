// The offices that a place names (see name_places.hpp): by the lists and families of data/agencies where they vouch for
// the name, else as printed, from the word for an office to where the sentence goes on.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/identity/name_ends.hpp"
#include "extractors/layouts/identity/name_leads.hpp"
#include "extractors/layouts/identity/office_heads.hpp"
#include "extractors/layouts/words/labels.hpp"
#include "extractors/text/agencies/agencies.hpp"

namespace prongsai::layouts {

struct OfficeName {
  std::string name;
  bool vouched = false;   // lists hold it, or it is a kind of office that each province has
  bool parent = false;    // a ministry or commission above the reporting offices
  bool unit = false;      // a part of an office: กลุ่มงาน…, กอง…, ศูนย์…
  std::size_t begin = 0;  // byte offsets in the text
  std::size_t end = 0;
};

class OfficeNames {
 public:
  OfficeNames(const Labels& labels, const text::Agencies& agencies)
      : labels_(&labels), heads_(labels), leads_(labels), ends_(labels), agencies_(&agencies) {}

  // Of a line that is a place of its own: each office once, in order. Names of laws, slogans and addressees are none.
  // `issued`: the line tells who issued the paper, so what stands behind ประกาศ… is its name.
  [[nodiscard]] std::vector<OfficeName> in_place(std::string_view line, bool issued) const;

  // Of a passage of running text, of any kind; a name may begin behind further words there.
  [[nodiscard]] std::vector<OfficeName> in_passage(std::string_view text) const;

  // Of running text: what lists and families find, without names of laws, slogans and addressees.
  [[nodiscard]] std::vector<OfficeName> in_prose(std::string_view text) const;

  // "สำนักปลัดเทศบาล": a part that any office of the kind has.
  [[nodiscard]] bool is_bare_unit(const OfficeName& name) const;

  // "จังหวัดลำธาร (จำนวน ๑๒ มาตรการ)": a line that holds the name of an area, and at most what stands in brackets.
  [[nodiscard]] std::optional<OfficeName> area_alone(std::string_view line) const;
  // The office that an officer's title stands for ("นายกเทศมนตรีตำบล…"), at the beginning of a signature's line. Its
  // place is the whole line: the name itself is not printed there.
  [[nodiscard]] std::optional<OfficeName> behind_title(std::string_view line) const;

 private:
  [[nodiscard]] std::vector<OfficeName> listed_in(std::string_view text, NameIn where) const;
  [[nodiscard]] std::vector<OfficeName> found_in(std::string_view text, NameIn where) const;
  [[nodiscard]] std::vector<OfficeName> printed(std::string_view line, NameIn where) const;
  [[nodiscard]] std::optional<OfficeName> printed_at(std::string_view line, std::size_t at, std::size_t head) const;
  [[nodiscard]] bool is_cut_word(std::string_view tight_name) const;
  [[nodiscard]] bool goes_on_behind(std::string_view line, const OfficeName& listed, const OfficeName& whole) const;
  [[nodiscard]] bool is_read_on(std::string_view line, const OfficeName& found, const OfficeName& run) const;
  [[nodiscard]] std::optional<OfficeName> whole_behind(std::string_view line, OfficeName& part) const;
  [[nodiscard]] bool is_unit(std::string_view name) const;

  const Labels* labels_;
  OfficeHeads heads_;
  NameLeads leads_;
  NameEnds ends_;
  const text::Agencies* agencies_;
};

// One office in two spellings: the same letters, two edits apart at most, or one beginning the other. Two names that
// lists vouch for are two offices, and so are names with different numbers.
[[nodiscard]] bool is_same_office(const std::string& a, const std::string& b, bool both_vouched);

}  // namespace prongsai::layouts
