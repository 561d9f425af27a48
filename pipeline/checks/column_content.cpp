#include "pipeline/checks/column_content.hpp"

#include <algorithm>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::checks {
namespace {

std::size_t longest_match(std::string_view text, const std::vector<std::string>& words) {
  std::size_t longest = 0;
  for (const std::string& word : words) {
    if (word.size() > longest && text.starts_with(word)) longest = word.size();
  }
  return longest;
}

// Is a text without blanks made of these words, digits and punctuation only? At least one of `core` must be in it.
bool made_of(std::string_view squeezed, const std::vector<std::string>& core, const std::vector<std::string>& joints) {
  bool has_core = false;
  while (!squeezed.empty()) {
    const std::size_t core_length = longest_match(squeezed, core);
    const std::size_t joint_length = longest_match(squeezed, joints);
    if (const std::size_t length = std::max(core_length, joint_length); length > 0) {
      has_core |= core_length >= joint_length;
      squeezed.remove_prefix(length);
      continue;
    }
    const text::CodePoint c = text::code_point_at(squeezed, 0);
    const bool letter = text::is_thai_letter(c.value) || text::is_latin_letter(c.value);
    if (letter) return false;
    squeezed.remove_prefix(c.size);
  }
  return has_core;
}

}  // namespace

ColumnContent::ColumnContent(const CodeRule& rule) : rule_(rule), time_(rule.list("time")) {
  for (const auto& month : text::lexicon().months.months) {
    time_.push_back(month.name.text);
    time_.push_back(month.short_form);
  }
}

bool ColumnContent::is_only_time(std::string_view text) const {
  return made_of(without_blanks(text), time_, rule_.list("time_joints"));
}

bool ColumnContent::is_only_people(std::string_view text) const {
  return made_of(without_blanks(text), rule_.list("people"), rule_.list("people_joints"));
}

// "ตามคำสั่ง … ที่ ๖๒/๒๕๖๗ ลงวันที่ ๑๗ พฤษภาคม ๒๕๖๗": the date of the order that appoints, not of the work.
bool ColumnContent::of_an_order(const std::string& text, std::size_t at) const {
  const auto reach = static_cast<std::size_t>(rule_.threshold("order_reach"));
  return contains_any(without_blanks(before(text, at, reach)), rule_.list("order"));
}

std::optional<Span> ColumnContent::time_in(const std::string& text) const {
  for (const text::Date& date : text::find_dates(text)) {
    if (!of_an_order(text, date.begin)) return Span{date.begin, date.end};
  }
  const Squeezed squeezed = squeeze(text);
  for (const Span& cue : find_phrases(squeezed.text, rule_.list("time_cues"))) {
    const Span place{squeezed.origin[cue.begin], squeezed.origin[cue.end]};
    if (!of_an_order(text, place.begin)) return place;
  }
  return std::nullopt;
}

// "ผู้รับผิดชอบ : นางสาวสมใจ ใจดี", "ผู้รับผิดชอบคือกลุ่มอำนวยการ", "นายสมชาย ใจดี … เป็นผู้รับผิดชอบ".
std::optional<Span> ColumnContent::assignment_in(const std::string& text) const {
  const Squeezed squeezed = squeeze(text);
  const std::string_view all = squeezed.text;
  const auto original = [&](Span s) { return Span{squeezed.origin[s.begin], squeezed.origin[s.end]}; };
  for (const Span& label : find_phrases(all, rule_.list("responsible_label"))) {
    std::string_view rest = all.substr(label.end);
    const std::size_t joint = longest_match(rest, rule_.list("label_joints"));
    rest.remove_prefix(joint);
    const bool person = begins_with_any(rest, rule_.list("person_titles"));
    const bool group = joint > 0 && begins_with_any(rest, rule_.list("people"));
    if (person || group) return original({label.begin, label.end});
  }
  for (const Span& role : find_phrases(all, rule_.list("responsible_role"))) {
    const std::string_view head = before(all, role.begin, static_cast<std::size_t>(rule_.threshold("name_reach")));
    const auto titles = find_phrases(head, rule_.list("person_titles"));
    if (!titles.empty() && contains_any(head, rule_.list("position"))) return original(role);
  }
  return std::nullopt;
}

}  // namespace prongsai::checks
