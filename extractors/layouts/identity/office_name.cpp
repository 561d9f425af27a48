#include "extractors/layouts/identity/office_name.hpp"

#include <algorithm>
#include <array>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/month_names.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/thai/words.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

// Code points: a name as printed, its own part (behind the word for an office), and the words looked at before a name.
constexpr std::size_t kLongestName = 90;
constexpr std::size_t kShortestOwnPart = 2;
constexpr std::size_t kLead = 24;
// Edits by which a name may be misread, in names of so many letters at least.
constexpr int kMisreadNameEdits = 2;
constexpr std::size_t kLongEnough = 12;

// The tight form of what stands just before a place.
std::string lead_of(std::string_view line, std::size_t at) {
  std::size_t begin = at;
  for (std::size_t letters = 0; begin > 0 && letters < kLead; --begin) {
    if ((static_cast<unsigned char>(line[begin - 1]) & 0xC0U) != 0x80U) ++letters;
  }
  while (begin < at && (static_cast<unsigned char>(line[begin]) & 0xC0U) == 0x80U) ++begin;
  return tight(line.substr(begin, at - begin));
}

// A name without its short form in brackets behind it: "การคลังสินค้าแห่งชาติ (คสช.)".
std::string without_short_form(std::string name) {
  constexpr std::size_t kLongest = 12;  // code points of a short form
  const std::size_t open = name.rfind('(');
  if (open == std::string::npos || !name.ends_with(".)") || text::length(name.substr(open)) > kLongest) return name;
  name.resize(open);
  while (name.ends_with(' ')) name.pop_back();
  return name;
}

bool is_listed(const std::string& word, const std::vector<std::string>& words) {
  return std::ranges::find(words, word) != words.end();
}

std::string digits_of(const std::string& name) {
  std::string digits;
  for (const char c : text::ascii_digits(name)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

bool begins_with_month(std::string_view rest) {
  for (int month = 1; month <= 12; ++month) {
    if (rest.starts_with(text::month_name(month))) return true;
  }
  return false;
}

}  // namespace

bool is_same_office(const std::string& a, const std::string& b, bool both_vouched) {
  const std::string x = tight(a);
  const std::string y = tight(b);
  if (x == y) return true;
  if (both_vouched) return false;
  if (x.starts_with(y) || y.starts_with(x)) return true;
  if (digits_of(x) != digits_of(y) || std::min(text::length(x), text::length(y)) < kLongEnough) return false;
  return text::edit_distance(x, y, kMisreadNameEdits) <= kMisreadNameEdits;
}

// "สังกัดสำนักงานเขตพื้นที่การศึกษา…"; not "ในสังกัด…", whose offices are those below it.
bool OfficeNames::stands_above(std::string_view line, std::size_t at) const {
  std::string lead = lead_of(line, at);
  if (lead.ends_with(':')) lead.pop_back();
  return ends_with_any(lead, labels_->tight_list("above_leads")) > 0 &&
         ends_with_any(lead, labels_->tight_list("set_words")) == 0;
}

bool OfficeNames::is_bare_unit(const OfficeName& name) const {
  const std::string words = tight(name.name);
  const std::string rest = words.substr(begins_with_any(words, labels_->tight_list("unit_words")));
  const auto& kinds = labels_->tight_list("office_words");
  return name.unit && (rest.empty() || std::ranges::find(kinds, rest) != kinds.end());
}

bool OfficeNames::is_unit(std::string_view name) const {
  return begins_with_any(tight(name), labels_->tight_list("unit_words")) > 0 && agencies_->kind_of(name).empty();
}

// The length of the word for an office that stands at a place of the line; 0: none does.
std::size_t OfficeNames::head_at(std::string_view line, std::size_t at, bool issued) const {
  const std::string_view rest = line.substr(at);
  const std::size_t place = issued ? begins_with_any(rest, labels_->list("issuing_places")) : 0;
  if (place > 0 && is_listed(tight(line.substr(0, at)), labels_->tight_list("issuing_words"))) return place;
  for (const auto& word : labels_->list("not_office_words")) {
    if (rest.starts_with(word)) return 0;
  }
  std::size_t longest = 0;
  for (const char* list : {"office_words", "unit_words"}) {
    for (const auto& word : labels_->list(list)) {
      if (rest.starts_with(word)) longest = std::max(longest, word.size());
    }
  }
  if (longest > 0) return longest;
  // การ…แห่งประเทศไทย: a kind of name that only its end tells.
  const std::string& state = text::lexicon().offices.enterprise.text;
  if (!rest.starts_with(state)) return 0;
  return std::ranges::any_of(
             labels_->list("office_ends"),
             [&](const std::string& end) { return rest.substr(0, kLongestName * 3).find(end) != rest.npos; })
             ? state.size()
             : 0;
}

// The length of the first word of a line that is an office's name by its end alone; 0 of another line.
std::size_t OfficeNames::head_by_end(std::string_view line) const {
  const std::string whole = without_short_form(text::fold_space(line));
  if (text::length(whole) > kLongestName) return 0;
  for (const auto& word : labels_->list("not_office_words")) {
    if (line.starts_with(word)) return 0;
  }
  const std::string& state = text::lexicon().offices.enterprise.text;
  if (line.starts_with(state) && ends_with_any(whole, labels_->list("state_line_ends")) > 0) return state.size();
  if (ends_with_any(whole, labels_->list("line_ends")) == 0) return 0;
  const auto words = text::word_spans(line);
  return words.empty() || words.front().begin > 0 ? 0 : words.front().end;
}

// A name begins its line, or stands behind a blank or a word that names come behind.
bool OfficeNames::may_begin(std::string_view line, std::size_t at, Where where) const {
  const std::string lead = lead_of(line, at);
  if (lead.empty()) return true;
  if (ends_with_any(lead, labels_->tight_list("slogan_words")) > 0) return false;
  if (ends_with_any(lead, labels_->tight_list("law_words")) > 0) return where == Where::issuers_line;
  if (where == Where::passage && ends_with_any(lead, labels_->tight_list("prose_leads")) > 0) return true;
  if (ends_with_any(lead, labels_->tight_list("name_leads")) > 0) return true;
  const std::string before = tight(line.substr(0, at));
  if (is_listed(before, labels_->tight_list("publication_words"))) return true;
  // "รายงานการประชุมคณะกรรมการบริหารโรงพยาบาล…": who met, and the office's name without a blank.
  if (begins_with_any(before, labels_->tight_list("minutes_titles")) > 0) return true;
  constexpr std::string_view kBefore = " \t:/.-([|#*>";
  return kBefore.find(line[at - 1]) != std::string_view::npos || ends_with_any(lead, {"·", "•"}) > 0;
}

// The name of a law (ระเบียบกระทรวงการคลังว่าด้วย…), a slogan (มุ่งสู่…), or whom a letter is sent to.
bool OfficeNames::is_named_otherwise(std::string_view line, std::size_t begin, std::size_t end) const {
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

// A number behind a blank goes on with the name in "เขต 1", "ที่ 14" and "80 พรรษา" alone.
bool OfficeNames::number_goes_on(std::string_view name, std::string_view rest) const {
  std::size_t end = 0;
  while (end < rest.size() && (text::is_digit(text::code_point_at(rest, end).value) || is_blank_at(rest, end))) {
    end = text::code_point_at(rest, end).end();
  }
  if (begins_with_any(rest.substr(end), labels_->list("name_tails")) > 0) return true;
  const std::size_t digits = text::length(tight(rest.substr(0, end)));
  const bool bracket = end < rest.size() && rest[end] == '(';
  const bool series = bracket || std::ranges::find(labels_->tight_list("series_names"), tight(name)) !=
                                     labels_->tight_list("series_names").end();
  if (series && digits <= 2) return true;  // โรงเรียนเทศบาล 4 (บ้านท่าน้ำ), โรงเรียนเทศบาล 2 วัดท่าเรือน
  const bool year = digits > 3;
  return !year && ends_with_any(tight(name), labels_->tight_list("number_leads")) > 0;
}

// Whether the name goes on with the word behind a blank.
bool OfficeNames::word_goes_on(std::string_view name, std::string_view rest) const {
  if (rest.empty()) return false;
  if (begins_with_any(rest, labels_->list("name_suffixes")) > 0) return true;
  if (begins_with_any(rest, labels_->list("name_goes_on")) > 0) return true;
  if (text::is_digit(text::code_point_at(rest, 0).value)) return number_goes_on(name, rest);
  if (!text::is_thai_letter(text::code_point_at(rest, 0).value) || head_at(rest, 0, false) > 0) return false;
  if (begins_with_month(rest)) return false;  // a newsletter's head: its issue stands behind its office
  return begins_with_any(rest, labels_->list("sentence_words")) == 0;
}

// "ได้ 97.15 คะแนน", "มีผลคะแนน 97.15": a verb, what was got, and a figure.
bool OfficeNames::gets_a_figure(std::string_view rest) const {
  std::size_t at = begins_with_any(rest, labels_->list("figure_verbs"));
  if (at == 0) return false;
  while (at < rest.size()) {
    const std::size_t noun = begins_with_any(rest.substr(at), labels_->list("figure_nouns"));
    if (noun == 0 && !is_blank_at(rest, at)) break;
    at = noun > 0 ? at + noun : text::code_point_at(rest, at).end();
  }
  return at < rest.size() && text::is_digit(text::code_point_at(rest, at).value);
}

// Where a name ends: at a word that no name goes on with, at the next office's name, at a bracket or a comma.
std::size_t OfficeNames::end_of_name(std::string_view line, std::size_t begin, std::size_t head) const {
  const std::size_t end = end_by_marks(line, begin, head);
  const std::string_view own = line.substr(begin + head, end - begin - head);
  if (begins_with_any(line.substr(end), labels_->list("figure_nouns")) > 0)
    return begin + head + without_predicate(own);
  if (!contains_any(own, labels_->list("name_stop_words"))) return end;
  for (const text::WordSpan& word : text::word_spans(own)) {
    if (word.begin > 0 &&
        is_listed(std::string(own.substr(word.begin, word.end - word.begin)), labels_->list("name_stop_words")))
      return begin + head + without_predicate(own.substr(0, word.begin));
  }
  return end;
}

// The length of a name's own part without what leads from it to a word that ends it: "…มีผล" before "คะแนน".
std::size_t OfficeNames::without_predicate(std::string_view own) const {
  for (std::size_t more = 1; more > 0; own.remove_suffix(more)) {
    more =
        std::max(ends_with_any(own, labels_->list("figure_verbs")), ends_with_any(own, labels_->list("figure_nouns")));
    if (more == own.size()) break;
  }
  return own.size();
}

std::size_t OfficeNames::end_by_marks(std::string_view line, std::size_t begin, std::size_t head) const {
  constexpr std::u32string_view kMarks = U"()[]{}:;,/\"“”|•·…ฯ";
  std::size_t at = begin + head;
  while (at < line.size()) {
    const text::CodePoint c = text::code_point_at(line, at);
    if (const std::size_t suffix = begins_with_any(line.substr(at), labels_->list("name_suffixes"))) {
      at += suffix;
      continue;
    }
    if (kMarks.find(c.value) != kMarks.npos || line.substr(at).starts_with("..")) return at;
    if (begins_with_any(line.substr(at), labels_->list("name_ends")) > 0) return at;
    if (gets_a_figure(line.substr(at))) return at;
    if (!text::is_blank(c.value)) {
      at = c.end();
      continue;
    }
    std::size_t next = at;
    while (is_blank_at(line, next)) next = text::code_point_at(line, next).end();
    if (!word_goes_on(line.substr(begin, at - begin), line.substr(next))) return at;
    at = next;
  }
  return at;
}

// "สำนักงา", cut by the page's edge: the beginning of a word for an office.
bool OfficeNames::is_cut_word(std::string_view tight_name) const {
  return std::ranges::any_of(labels_->tight_list("office_words"), [&](const std::string& word) {
    return word.size() > tight_name.size() && word.starts_with(tight_name);
  });
}

// The name as printed whose word for an office stands at a place; nothing where no name of its own follows the word.
std::optional<OfficeName> OfficeNames::printed_at(std::string_view line, std::size_t at, std::size_t head) const {
  const std::size_t end = end_of_name(line, at, head);
  const std::string name = text::fold_space(line.substr(at, end - at));
  const std::string own = tight(line.substr(at + head, end - at - head));
  const bool set = begins_with_any(line.substr(end), labels_->list("set_words")) > 0;  // สถานีตำรวจในสังกัด
  // "ธนาคารเพื่อการประมงพื้นบ้าน" alone in its line is a name; in a sentence it may be a purpose.
  const bool alone = at == 0 && end == line.size() && text::length(own) >= kLongEnough;
  const bool purpose = alone && begins_with_any(own, labels_->tight_list("purposes")) > 0;
  const bool bare = set || is_cut_word(tight(name)) || text::length(own) < kShortestOwnPart || is_blank_text(own) ||
                    (begins_with_any(own, labels_->tight_list("no_own_names")) > 0 && !purpose) ||
                    agencies_->names_only_a_kind(name);
  if (bare || text::length(name) > kLongestName) return std::nullopt;
  return OfficeName{name, false, stands_above(line, at), is_unit(name), at, end};
}

std::vector<OfficeName> OfficeNames::printed(std::string_view line, Where where) const {
  const bool issued = where == Where::issuers_line;
  std::vector<OfficeName> names;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t head = head_at(line, at, issued);
    if (head == 0 && at == 0 && where != Where::passage) head = head_by_end(line);
    const bool begins = head > 0 && may_begin(line, at, where);
    auto name = begins ? printed_at(line, at, head) : std::nullopt;
    if (name && !issued && is_named_otherwise(line, name->begin, name->end)) name.reset();
    at = name ? std::max(name->end, at + head) : text::code_point_at(line, at).end();
    if (name) names.push_back(std::move(*name));
  }
  return names;
}

// "องค์การบริหารส่วนจังหวัดน่านเหนือ" is not the listed office whose name it begins with: letters go on right behind that.
bool OfficeNames::goes_on_behind(std::string_view line, const OfficeName& listed, const OfficeName& whole) const {
  constexpr std::size_t kFewestLetters = 3;
  if (whole.begin != listed.begin || whole.end <= listed.end || is_blank_at(line, listed.end)) return false;
  const std::string_view rest = line.substr(listed.end, whole.end - listed.end);
  const std::string_view word = rest.substr(0, rest.find(' '));
  return text::length(word) >= kFewestLetters && text::is_thai_letter(text::code_point_at(word, 0).value) &&
         begins_with_any(word, labels_->list("sentence_words")) == 0 &&
         begins_with_any(word, labels_->list("issuing_places")) == 0;
}

// "องค์การบริหารส่วนตำบล…ขอส่งรายงานมาพร้อมนี้": the printed run is the found name and a sentence.
bool OfficeNames::is_read_on(std::string_view line, const OfficeName& found, const OfficeName& run) const {
  return run.begin == found.begin && run.end > found.end && !is_blank_at(line, found.end) &&
         agencies_->reads_on(line.substr(found.end, run.end - found.end));
}

// "สำนักปลัดองค์การบริหารส่วนตำบล…": the part of an office, and right behind it the office.
std::optional<OfficeName> OfficeNames::whole_behind(std::string_view line, OfficeName& part) const {
  if (!part.unit) return std::nullopt;
  for (const auto& mention : agencies_->find(line)) {
    if (mention.parent || mention.begin <= part.begin || mention.begin >= part.end) continue;
    part.end = mention.begin;
    part.name = text::fold_space(line.substr(part.begin, part.end - part.begin));
    const bool vouched = mention.known || agencies_->spelling_is_known(mention.name);
    return OfficeName{mention.name, vouched, false, false, mention.begin, mention.end};
  }
  return std::nullopt;
}

// "เทศบาลตำบลคลองใหม่พัฒนา ได้": a blank and a verb of getting tell that a printed run is a name to its end.
bool OfficeNames::gets_something(std::string_view rest) const {
  const std::size_t blank = rest.find_first_not_of(' ');
  return blank != 0 && blank != std::string_view::npos &&
         begins_with_any(rest.substr(blank), labels_->list("figure_verbs")) > 0;
}

std::vector<OfficeName> OfficeNames::in_place(std::string_view line, bool issued) const {
  return found_in(line, issued ? Where::issuers_line : Where::line);
}

std::vector<OfficeName> OfficeNames::in_passage(std::string_view text) const {
  return found_in(text, Where::passage);
}

// What lists and families find, where a name may begin.
std::vector<OfficeName> OfficeNames::listed_in(std::string_view text, Where where) const {
  std::vector<OfficeName> names;
  for (const auto& mention : agencies_->find(text)) {
    if (where != Where::issuers_line && is_named_otherwise(text, mention.begin, mention.end)) continue;
    const bool vouched = mention.known || agencies_->spelling_is_known(mention.name);
    if (!vouched && !mention.parent && !may_begin(text, mention.begin, where)) continue;
    const bool above = mention.parent || stands_above(text, mention.begin);
    names.push_back({mention.name, vouched, above, is_unit(mention.name), mention.begin, mention.end});
  }
  return names;
}

std::vector<OfficeName> OfficeNames::found_in(std::string_view line, Where where) const {
  std::vector<OfficeName> names = listed_in(line, where);
  // As printed, a name that no list vouches for is whole: the lists' reading of it stops at words inside names.
  for (OfficeName& name : printed(line, where)) {
    const auto overlaps = [&](const OfficeName& other) { return name.begin < other.end && other.begin < name.end; };
    const bool held = std::ranges::any_of(names, [&](const OfficeName& other) {
      if (is_read_on(line, other, name) || (other.begin == name.begin && other.end > name.end)) return true;
      return other.vouched && overlaps(other) && (name.unit || other.begin <= name.begin) &&
             !((where == Where::line || gets_something(line.substr(name.end))) && goes_on_behind(line, other, name));
    });
    if (held) continue;
    const auto whole = whole_behind(line, name);
    std::erase_if(names, [&](const OfficeName& other) { return overlaps(other) && other.begin >= name.begin; });
    const bool inside = std::ranges::any_of(names, overlaps);
    if (!inside) names.push_back(std::move(name));
    if (whole && std::ranges::none_of(names, [&](const OfficeName& one) { return one.begin == whole->begin; }))
      names.push_back(*whole);
  }
  std::ranges::stable_sort(names, {}, &OfficeName::begin);
  return names;
}

std::vector<OfficeName> OfficeNames::in_prose(std::string_view text) const {
  return listed_in(text, Where::line);
}

std::optional<OfficeName> OfficeNames::area_alone(std::string_view line) const {
  const std::string_view name = line.substr(0, line.find('('));
  const std::string words = text::fold_space(name);
  const std::size_t head = begins_with_any(words, labels_->list("issuing_places"));
  const bool one_word =
      words.find(' ') == std::string::npos && words.find_first_of(":.,/0123456789") == std::string::npos;
  if (head == 0 || !one_word || text::length(words.substr(head)) < kShortestOwnPart) return std::nullopt;
  return OfficeName{words, false, false, false, 0, name.size()};
}

std::optional<OfficeName> OfficeNames::behind_title(std::string_view line) const {
  const std::string words = tight(line);
  for (const auto& head : labels_->head_titles()) {
    const std::string title = tight(head.title);
    const std::size_t at = words.find(title);
    if (at == std::string::npos || text::length(words.substr(0, at)) > 20) continue;
    if (words.substr(0, at).ends_with(text::lexicon().offices.office.text)) continue;
    auto names = in_place(head.office + words.substr(at + title.size()), false);
    if (names.empty()) return std::nullopt;
    names.front().begin = 0;
    names.front().end = line.size();
    return std::move(names.front());
  }
  return std::nullopt;
}

}  // namespace prongsai::layouts
