#include "extractors/layouts/identity/name_leads.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::size_t kLead = 24;  // code points looked at before a name

// The tight form of what stands just before a place.
std::string lead_of(std::string_view line, std::size_t at) {
  std::size_t begin = at;
  for (std::size_t letters = 0; begin > 0 && letters < kLead; --begin) {
    if ((static_cast<unsigned char>(line[begin - 1]) & 0xC0U) != 0x80U) ++letters;
  }
  while (begin < at && (static_cast<unsigned char>(line[begin]) & 0xC0U) == 0x80U) ++begin;
  return tight(line.substr(begin, at - begin));
}

}  // namespace

bool NameLeads::may_begin(std::string_view line, std::size_t at, NameIn where) const {
  const std::string lead = lead_of(line, at);
  if (lead.empty()) return true;
  if (ends_with_any(lead, labels_->tight_list("slogan_words")) > 0) return false;
  if (ends_with_any(lead, labels_->tight_list("law_words")) > 0) return where == NameIn::issuers_line;
  if (where == NameIn::passage && ends_with_any(lead, labels_->tight_list("prose_leads")) > 0) return true;
  if (ends_with_any(lead, labels_->tight_list("name_leads")) > 0) return true;
  const std::string before = tight(line.substr(0, at));
  if (is_any(before, labels_->tight_list("publication_words"))) return true;
  // "รายงานการประชุมคณะกรรมการบริหารโรงพยาบาล…": who met, and the office's name without a blank.
  if (begins_with_any(before, labels_->tight_list("minutes_titles")) > 0) return true;
  constexpr std::string_view kBefore = " \t:/.-([|#*>";
  return kBefore.find(line[at - 1]) != std::string_view::npos || ends_with_any(lead, {"·", "•"}) > 0;
}

bool NameLeads::is_named_otherwise(std::string_view line, std::size_t begin, std::size_t end) const {
  std::string lead = lead_of(line, begin);
  const auto named_otherwise = [&] {
    return std::ranges::any_of(std::array{"law_words", "slogan_words", "addressee_words", "source_words"},
                               [&](const char* list) { return ends_with_any(lead, labels_->tight_list(list)) > 0; });
  };
  // "จากสำนักงาน ป.ป.ช.": the short name alone was found.
  lead.resize(lead.size() - ends_with_any(lead, labels_->tight_list("office_words")));
  if (named_otherwise()) return true;
  // "เรียน ผู้อำนวยการ…": the head of the office is written to.
  const std::size_t title = ends_with_any(lead, labels_->tight_list("name_leads"));
  if (title > 0) lead.resize(lead.size() - title);
  if (title > 0 && named_otherwise()) return true;
  return begins_with_any(tight(line.substr(end)), labels_->tight_list("law_tails")) > 0;
}

bool NameLeads::stands_above(std::string_view line, std::size_t at) const {
  std::string lead = lead_of(line, at);
  if (lead.ends_with(':')) lead.pop_back();
  return ends_with_any(lead, labels_->tight_list("above_leads")) > 0 &&
         ends_with_any(lead, labels_->tight_list("set_words")) == 0;
}

}  // namespace prongsai::layouts
