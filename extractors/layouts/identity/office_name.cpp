#include "extractors/layouts/identity/office_name.hpp"

#include <algorithm>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::size_t kShortestOwnPart = 2;  // code points behind the word for an office
// Edits by which a name may be misread, in names of so many letters at least.
constexpr int kMisreadNameEdits = 2;
constexpr std::size_t kLongEnough = 12;

std::string digits_of(const std::string& name) {
  std::string digits;
  for (const char c : text::ascii_digits(name)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
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

bool OfficeNames::is_bare_unit(const OfficeName& name) const {
  const std::string words = tight(name.name);
  const std::string rest = words.substr(begins_with_any(words, labels_->tight_list("unit_words")));
  const auto& kinds = labels_->tight_list("office_words");
  return name.unit && (rest.empty() || is_any(rest, kinds));
}

bool OfficeNames::is_unit(std::string_view name) const {
  return begins_with_any(tight(name), labels_->tight_list("unit_words")) > 0 && agencies_->kind_of(name).empty();
}

// "สำนักงา", cut by the page's edge: the beginning of a word for an office.
bool OfficeNames::is_cut_word(std::string_view tight_name) const {
  return std::ranges::any_of(labels_->tight_list("office_words"), [&](const std::string& word) {
    return word.size() > tight_name.size() && word.starts_with(tight_name);
  });
}

// The name as printed whose word for an office stands at a place; nothing where no name of its own follows the word.
std::optional<OfficeName> OfficeNames::printed_at(std::string_view line, std::size_t at, std::size_t head) const {
  const std::size_t end = ends_.end_of_name(line, at, head);
  const std::string name = text::fold_space(line.substr(at, end - at));
  const std::string own = tight(line.substr(at + head, end - at - head));
  const bool set = begins_with_any(line.substr(end), labels_->list("set_words")) > 0;  // สถานีตำรวจในสังกัด
  // "ธนาคารเพื่อการประมงพื้นบ้าน" alone in its line is a name; in a sentence it may be a purpose.
  const bool alone = at == 0 && end == line.size() && text::length(own) >= kLongEnough;
  const bool purpose = alone && begins_with_any(own, labels_->tight_list("purposes")) > 0;
  const bool bare = set || is_cut_word(tight(name)) || text::length(own) < kShortestOwnPart || is_blank_text(own) ||
                    (begins_with_any(own, labels_->tight_list("no_own_names")) > 0 && !purpose) ||
                    agencies_->names_only_a_kind(name);
  if (bare || text::length(name) > kLongestOfficeName) return std::nullopt;
  return OfficeName{name, false, leads_.stands_above(line, at), is_unit(name), at, end};
}

std::vector<OfficeName> OfficeNames::printed(std::string_view line, NameIn where) const {
  const bool issued = where == NameIn::issuers_line;
  std::vector<OfficeName> names;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t head = heads_.at(line, at, issued);
    if (head == 0 && at == 0 && where != NameIn::passage) head = heads_.by_end(line);
    const bool begins = head > 0 && leads_.may_begin(line, at, where);
    auto name = begins ? printed_at(line, at, head) : std::nullopt;
    if (name && !issued && leads_.is_named_otherwise(line, name->begin, name->end)) name.reset();
    at = name ? std::max(name->end, at + head) : text::code_point_at(line, at).end();
    if (name) names.push_back(std::move(*name));
  }
  return names;
}

// "องค์การบริหารส่วนจังหวัดน่านเหนือ" is not the listed office whose name it begins with: letters go on right behind that.
bool OfficeNames::goes_on_behind(std::string_view line, const OfficeName& listed, const OfficeName& whole) const {
  if (whole.begin != listed.begin || whole.end <= listed.end || is_blank_at(line, listed.end)) return false;
  return ends_.goes_on_with(line.substr(listed.end, whole.end - listed.end));
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

std::vector<OfficeName> OfficeNames::in_place(std::string_view line, bool issued) const {
  return found_in(line, issued ? NameIn::issuers_line : NameIn::line);
}

std::vector<OfficeName> OfficeNames::in_passage(std::string_view text) const {
  return found_in(text, NameIn::passage);
}

// What lists and families find, where a name may begin.
std::vector<OfficeName> OfficeNames::listed_in(std::string_view text, NameIn where) const {
  std::vector<OfficeName> names;
  for (const auto& mention : agencies_->find(text)) {
    if (where != NameIn::issuers_line && leads_.is_named_otherwise(text, mention.begin, mention.end)) continue;
    const bool vouched = mention.known || agencies_->spelling_is_known(mention.name);
    if (!vouched && !mention.parent && !leads_.may_begin(text, mention.begin, where)) continue;
    const bool above = mention.parent || leads_.stands_above(text, mention.begin);
    names.push_back({mention.name, vouched, above, is_unit(mention.name), mention.begin, mention.end});
  }
  return names;
}

std::vector<OfficeName> OfficeNames::found_in(std::string_view line, NameIn where) const {
  std::vector<OfficeName> names = listed_in(line, where);
  // As printed, a name that no list vouches for is whole: the lists' reading of it stops at words inside names.
  for (OfficeName& name : printed(line, where)) {
    const auto overlaps = [&](const OfficeName& other) { return name.begin < other.end && other.begin < name.end; };
    const bool held = std::ranges::any_of(names, [&](const OfficeName& other) {
      if (is_read_on(line, other, name) || (other.begin == name.begin && other.end > name.end)) return true;
      return other.vouched && overlaps(other) && (name.unit || other.begin <= name.begin) &&
             !((where == NameIn::line || ends_.gets_something(line.substr(name.end))) &&
               goes_on_behind(line, other, name));
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
  return listed_in(text, NameIn::line);
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
