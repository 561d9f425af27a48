#include "extractors/text/agencies/agency_finder.hpp"

#include <algorithm>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/thai/words.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

constexpr int kParents = 1'000'000;
constexpr int kParentShortForms = 2'000'000;
constexpr std::size_t kLongestName = 24;    // code points of an office's own name; few have more than fifteen
constexpr std::size_t kPhraseStopWord = 7;  // a stop word of so many letters is looked for over cuts between words
constexpr std::size_t kFamilyStopWord = 4;  // a stop word of so many letters also stops its compounds

std::u32string compact_name(std::string_view name) {
  return compact(name).letters;
}

bool is_short_form(std::string_view head) {
  return head.find('.') != head.npos || length(head) <= 4;
}

bool stands_at(const CompactText& compact, std::size_t at, std::u32string_view word) {
  return at < compact.size() && std::u32string_view(compact.letters).substr(at, word.size()) == word;
}

// A short form begins a word: ศธจ. but not กศธจ.
bool begins_word(const CompactText& compact, std::size_t at) {
  if (at == 0 || compact.gap_before(at)) return true;
  const char32_t last = compact.at(at - 1);
  if (!is_thai_letter(last) && last != U'.' && !is_latin_letter(last)) return true;
  return std::ranges::any_of(lexicon().offices.before_short_forms.codes(), [&](const std::u32string& word) {
    return at >= word.size() && stands_at(compact, at - word.size(), word);
  });
}

// เขต ๒ after an area office's province; 0 when none follows.
int area_number(const CompactText& compact, std::size_t at, std::size_t& end) {
  const std::u32string& area = lexicon().offices.area.codes;
  if (!stands_at(compact, at, area)) return 0;
  std::size_t i = at + area.size();
  const std::u32string& ordinal = lexicon().numbers.ordinal.codes;
  if (stands_at(compact, i, ordinal)) i += ordinal.size();  // เขตที่ ๒
  int number = 0;
  const std::size_t first = i;
  while (i < first + 2 && is_digit(compact.at(i))) number = number * 10 + digit_value(compact.at(i++));
  if (i == first || is_digit(compact.at(i))) return 0;
  end = i;
  return number;
}

bool ends_in_number(const CompactText& compact, std::size_t end) {
  return is_digit(compact.at(end - 1)) && is_digit(compact.at(end)) && !compact.gap_before(end);
}

// A word for an office that is written in two words names none: in "ให้เทศบาล เมืองพัทยา" no town hall is meant.
bool is_apart(const CompactText& compact, std::size_t begin, std::size_t end) {
  return std::ranges::any_of(lexicon().offices.joined.codes(), [&](std::u32string_view word) {
    return begin + word.size() < end && stands_at(compact, begin, word) && compact.gap_before(begin + word.size());
  });
}

}  // namespace

AgencyFinder::AgencyFinder(const AgencyData& data) : data_(data) {
  for (std::size_t f = 0; f < data.families.size(); ++f) {
    for (const std::string& head : data.families[f].heads) {
      heads_.add(compact_name(head), static_cast<int>(head_families_.size()));
      head_families_.emplace_back(static_cast<int>(f), is_short_form(head));
    }
  }
  for (std::size_t p = 0; p < data.parents.size(); ++p) {
    heads_.add(compact_name(data.parents[p].name), kParents + static_cast<int>(p));
    for (const std::string& also : data.parents[p].also) {
      heads_.add(compact_name(also), (is_short_form(also) ? kParentShortForms : kParents) + static_cast<int>(p));
    }
  }
  for (std::size_t p = 0; p < data.provinces.size(); ++p) {
    provinces_.add(compact_name(data.provinces[p].name), static_cast<int>(p));
    for (const std::string& also : data.provinces[p].also) provinces_.add(compact_name(also), static_cast<int>(p));
  }
  for (std::size_t o = 0; o < data.offices.size(); ++o) {
    const Office& office = data.offices[o];
    const auto family = std::find_if(data.families.begin(), data.families.end(),
                                     [&office](const Family& f) { return f.type == office.type; });
    const std::string rest = office.name.substr(family->heads.front().size());
    listed_[office.type].add(compact_name(rest), static_cast<int>(o));
    names_.insert(office.name);
  }
  stop_words_.insert(data.stop_words.begin(), data.stop_words.end());
}

std::vector<FoundAgency> AgencyFinder::find(std::string_view text, const CompactText& compact) const {
  std::vector<FoundAgency> found;
  std::vector<NameTrie::Hit> hits;
  for (std::size_t at = 0; at < compact.size();) {
    std::optional<FoundAgency> agency = at_place(text, compact, at, hits);
    if (!agency) {
      ++at;
      continue;
    }
    at = agency->end;
    found.push_back(std::move(*agency));
  }
  return found;
}

std::optional<FoundAgency> AgencyFinder::at_place(std::string_view text, const CompactText& compact, std::size_t at,
                                                  std::vector<NameTrie::Hit>& hits) const {
  heads_.find(compact.letters, at, hits);
  for (const NameTrie::Hit& hit : hits) {
    std::optional<FoundAgency> agency;
    if (hit.value >= kParents) {
      const bool short_form = hit.value >= kParentShortForms;
      const auto index = static_cast<std::size_t>(hit.value - (short_form ? kParentShortForms : kParents));
      // ศธ.๐๒๑๐๗ is a book number; ศธ.จ is no office that we know
      const bool goes_on =
          !compact.gap_before(hit.end) && (is_digit(compact.at(hit.end)) || is_thai_consonant(compact.at(hit.end)));
      if (short_form && (!begins_word(compact, at) || goes_on)) continue;
      agency = FoundAgency{data_.parents[index].name, true, true, -1, at, hit.end};
    } else {
      const auto& [family, short_form] = head_families_[static_cast<std::size_t>(hit.value)];
      if (short_form && !begins_word(compact, at)) continue;
      const bool named = data_.families[static_cast<std::size_t>(family)].of == Family::Of::name;
      if (named && is_apart(compact, at, hit.end)) continue;
      agency = of_family(text, compact, family, hit.end);
      // A longer head without a name is no shorter head with the rest of the longer one for a name (รพ.สต. is no รพ.).
      if (!agency && named) break;
    }
    if (!agency) continue;
    agency->begin = at;
    return agency;
  }
  return std::nullopt;
}

std::optional<FoundAgency> AgencyFinder::of_family(std::string_view text, const CompactText& compact, int family,
                                                   std::size_t at) const {
  switch (data_.families[static_cast<std::size_t>(family)].of) {
    case Family::Of::listed: {
      std::optional<FoundAgency> agency = listed(compact, family, at);
      return agency ? agency : in_province(compact, family, at);
    }
    case Family::Of::province: {
      std::optional<FoundAgency> agency = in_province(compact, family, at);
      // สสจ.ชม.: behind a short form stands at most a province's, and that may be cut short as well.
      const bool may_be_named = at < compact.size() && !compact.gap_before(at) && compact.at(at - 1) != U'.';
      return agency || !may_be_named ? agency : named(text, compact, family, at);
    }
    case Family::Of::name:
      return named(text, compact, family, at);
  }
  return std::nullopt;
}

std::optional<FoundAgency> AgencyFinder::listed(const CompactText& compact, int family, std::size_t at) const {
  const auto names = listed_.find(data_.families[static_cast<std::size_t>(family)].type);
  if (names == listed_.end()) return std::nullopt;
  std::vector<NameTrie::Hit> hits;
  names->second.find(compact.letters, at, hits);
  for (const NameTrie::Hit& hit : hits) {
    std::size_t end = hit.end;
    if (ends_in_number(compact, hit.end) || area_number(compact, hit.end, end) != 0) continue;
    return FoundAgency{data_.offices[static_cast<std::size_t>(hit.value)].name, true, false, family, at, hit.end, true};
  }
  return std::nullopt;
}

std::optional<FoundAgency> AgencyFinder::in_province(const CompactText& compact, int family, std::size_t at) const {
  const std::u32string& province = lexicon().offices.province.codes;
  const Family& kind = data_.families[static_cast<std::size_t>(family)];
  if (stands_at(compact, at, province)) at += province.size();
  std::vector<NameTrie::Hit> hits;
  provinces_.find(compact.letters, at, hits);
  if (hits.empty()) return std::nullopt;
  FoundAgency agency{kind.heads.front() + data_.provinces[static_cast<std::size_t>(hits.front().value)].name,
                     false,
                     false,
                     family,
                     at,
                     hits.front().end,
                     true};
  if (kind.of == Family::Of::listed) {
    const int number = area_number(compact, agency.end, agency.end);
    if (number != 0) agency.name += ' ' + lexicon().offices.area.text + ' ' + std::to_string(number);
    agency.known = names_.contains(agency.name);
  }
  return agency;
}

bool AgencyFinder::is_stop_word(std::string_view word) const {
  if (stop_words_.contains(word)) return true;
  for (std::size_t size = word.size(); size > 0; --size) {
    const std::string_view start = word.substr(0, size);
    if (stop_words_.contains(start) && length(start) >= kFamilyStopWord) return true;
  }
  return false;
}

int AgencyFinder::stop_words_in(std::string_view text) const {
  const auto words = word_spans(text);
  return static_cast<int>(std::ranges::count_if(
      words, [&](const WordSpan& word) { return is_stop_word(text.substr(word.begin, word.end - word.begin)); }));
}

std::optional<FoundAgency> AgencyFinder::named(std::string_view text, const CompactText& compact, int family,
                                               std::size_t at) const {
  if (at >= compact.size() || !is_thai_letter(compact.at(at))) return std::nullopt;
  std::size_t run_end = at;
  while (run_end < compact.size() && is_thai_letter(compact.at(run_end)) && compact.at(run_end) != kPaiyannoi &&
         (run_end == at || !compact.gap_before(run_end)) && run_end - at <= kLongestName * 2) {
    ++run_end;
  }
  const std::string_view run = text.substr(compact.begin[at], compact.end[run_end - 1] - compact.begin[at]);
  std::size_t size = 0;
  for (const WordSpan& word : word_spans(run)) {
    if (is_stop_word(run.substr(word.begin, word.end - word.begin)) || begins_stop_phrase(run.substr(word.begin)))
      break;
    size = word.end;
  }
  const std::string_view name = run.substr(0, size);
  // Running text without a blank or a stop word is no name; nor are one or two letters.
  const std::size_t letters = length(name);
  if (letters < 2 || letters > kLongestName) return std::nullopt;
  const Family& kind = data_.families[static_cast<std::size_t>(family)];
  FoundAgency agency{kind.heads.front() + std::string(name), false, false, family, at, at + letters};
  add_number_tail(text, compact, agency);
  return agency;
}

// "โรงพยาบาลเฉลิมพระเกียรติ 80 พรรษา": a number and what it counts belong to the name.
void AgencyFinder::add_number_tail(std::string_view text, const CompactText& compact, FoundAgency& agency) const {
  std::size_t at = agency.end;
  if (at >= compact.size() || !compact.gap_before(at) || !is_digit(compact.at(at))) return;
  while (is_digit(compact.at(at))) ++at;
  for (const std::string& tail : data_.number_tails) {
    const std::u32string word = compact_name(tail);
    if (std::u32string_view(compact.letters).substr(at, word.size()) != word) continue;
    const std::size_t begin = compact.begin[agency.end];
    agency.end = at + word.size();
    agency.name += ' ' + std::string(text.substr(begin, compact.end[agency.end - 1] - begin));
    return;
  }
}

// A stop word of several words, which the dictionary may cut otherwise (มีหน้า|ที่).
bool AgencyFinder::begins_stop_phrase(std::string_view rest) const {
  return std::ranges::any_of(
      stop_words_, [&](const std::string& stop) { return length(stop) >= kPhraseStopWord && rest.starts_with(stop); });
}

}  // namespace prongsai::text
