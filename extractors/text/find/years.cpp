#include <algorithm>
#include <map>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/date_scan.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/unicode/scan.hpp"

namespace prongsai::text {
namespace {

using MentionKind = YearMention::Kind;

constexpr std::size_t kLawReach = 160;  // code points: the longest titles of acts have about a hundred

// Bare four digits: no longer number, decimal, amount or phone number around them.
bool stands_alone(const Scan& scan, std::size_t begin) {
  const char32_t last = scan.before(begin);
  const char32_t next = scan.at(begin + 4);
  if ((last == U',' || last == U'.') && is_digit(scan.at(begin - 2))) return false;
  if ((next == U',' || next == U'.') && is_digit(scan.at(begin + 5))) return false;
  if (is_latin_letter(last) || is_latin_letter(next)) return false;
  return !(is_dash(last) && scan.digits_before(begin - 1) == 3);  // 054-2567…: a phone number
}

// The year that begins at `at`: Buddhist in digits, or Christian where it says so. 0: none.
int year_value(const Scan& scan, std::size_t at) {
  if (scan.digits(at) != 4 || is_digit(scan.before(at)) || !stands_alone(scan, at)) return 0;
  const bool christian = scan.follows_any(at, lexicon().years.christian.codes());
  return buddhist(scan.value(at, 4), christian);
}

// Where the words พ.ศ. and ปี before a year begin.
std::size_t era_begin(const Scan& scan, std::size_t at, bool& era, bool& year_word) {
  const YearWords& words = lexicon().years;
  for (const Words* list : {&words.buddhist, &words.christian}) {
    const auto& spellings = list->codes();
    const auto found = std::ranges::find_if(spellings, [&](const auto& one) { return scan.follows(at, one); });
    if (found == spellings.end()) continue;
    era = true;
    at = scan.take_back(at, *found);
    break;
  }
  const std::size_t begin = scan.take_back(at, words.year.codes);
  year_word = begin != at;
  return year_word ? begin : at;
}

// "1,204 บาท" is an amount; behind พ.ศ. or ปี a year is one whatever follows: "พ.ศ. 2567 คะแนนรวม ….".
bool is_span_of_years(const Scan& scan, std::size_t at) {
  bool era = false;
  bool year_word = false;
  era_begin(scan, at, era, year_word);
  return !era && !year_word && is_number_of_years(scan, at + 4);
}

bool follows_fiscal_words(const Scan& scan, std::size_t at) {
  return scan.follows_any(at, lexicon().years.fiscal.codes());
}

// A year of the range N – M that stands at `begin`: the other one is there too.
bool in_span(const Scan& scan, std::size_t begin) {
  const std::size_t after = skip_range_word(scan, begin + 4);
  if (after != begin + 4) {
    bool christian = false;
    const int other = year_value(scan, skip_era(scan, after, christian));
    if (other > scan.value(begin, 4)) return true;
  }
  bool era = false;
  bool year_word = false;
  std::size_t end = scan.skip_blanks_back(era_begin(scan, begin, era, year_word));
  if (end > 0 && is_dash(scan.at(end - 1))) {
    end = scan.skip_blanks_back(end - 1);
  } else if (scan.follows(end, lexicon().years.to.codes)) {
    end = scan.skip_blanks_back(scan.take_back(end, lexicon().years.to.codes));
  } else {
    return false;
  }
  return end >= 4 && scan.digits_before(end) == 4 && year_value(scan, end - 4) != 0;
}

// A law's name ends in its year; no other year and no line's end stands between.
bool follows_law(const Scan& scan, std::size_t begin) {
  const auto laws = lexicon().years.laws.codes();
  const std::size_t reach = begin > kLawReach ? begin - kLawReach : 0;
  for (std::size_t at = begin; at-- > reach;) {
    if (scan.at(at) == U'\n' || (is_digit(scan.at(at)) && scan.digits_before(at + 1) >= 4)) return false;
    for (const std::u32string_view law : laws) {
      if (scan.at(at) == law.front() && scan.take(at, law) != at) return true;
    }
  }
  return false;
}

// ๑๙/๒๕๖๐; a line's end may have left a blank beside the stroke.
bool follows_order_number(const Scan& scan, std::size_t begin) {
  const std::size_t stroke = scan.skip_blanks_back(begin);
  return scan.before(stroke) == U'/' && scan.digits_before(scan.skip_blanks_back(stroke - 1)) > 0;
}

MentionKind kind_of(const Scan& scan, std::size_t begin) {
  if (follows_order_number(scan, begin)) return MentionKind::order_number;
  if (in_span(scan, begin)) return MentionKind::span;
  bool era = false;
  bool year_word = false;
  const std::size_t at = era_begin(scan, begin, era, year_word);
  const std::size_t with_year = year_word ? at : begin;
  if (follows_fiscal_words(scan, era ? scan.skip_blanks_back(at) : with_year) || follows_fiscal_words(scan, at)) {
    return MentionKind::fiscal;
  }
  const YearWords& words = lexicon().years;
  if (year_word && scan.follows_any(at, words.before_year.codes())) return MentionKind::fiscal;
  if (!year_word && follows_law(scan, at)) return MentionKind::law;
  if (scan.follows(at, words.budget.codes)) return MentionKind::fiscal;
  return era || year_word || scan.follows(at, words.annual.codes) ? MentionKind::calendar : MentionKind::plain;
}

// ปีงบประมาณ ๖๗, พ.ศ. ๖๗, ปี ๖๗: two digits after the words for a year; 0: no year.
int short_year(const Scan& scan, std::size_t at, MentionKind& kind) {
  const int year = short_year_at(scan, at);
  if (year == 0) return 0;
  bool era = false;
  bool year_word = false;
  const std::size_t begin = era_begin(scan, at, era, year_word);
  const bool fiscal = follows_fiscal_words(scan, era ? begin : at) || follows_fiscal_words(scan, begin);
  kind = fiscal ? MentionKind::fiscal : MentionKind::calendar;
  const bool told = fiscal || era || (year_word && !is_digit(scan.before(scan.skip_blanks_back(begin))));
  return told ? year : 0;
}

}  // namespace

std::vector<YearMention> find_years(std::string_view text) {
  const Scan scan(text);
  std::vector<YearMention> years;
  std::map<std::size_t, Date> dates;  // by where their year begins
  for (const DateFound& found : all_dates(scan)) {
    if (found.year.year != 0) dates.emplace(found.year.begin, found.date);
  }
  for (std::size_t at = 0; at < scan.size();) {
    const std::size_t count = scan.digits(at);
    if (count == 0) {
      ++at;
      continue;
    }
    YearMention mention;
    if (const auto date = dates.find(at); date != dates.end()) {
      mention = {date->second.year, MentionKind::date, date->second.month, 0, 0};
    } else if (const int year = year_value(scan, at); year != 0 && !is_span_of_years(scan, at)) {
      mention = {year, kind_of(scan, at), 0, 0, 0};
    } else {
      MentionKind kind = MentionKind::plain;
      const int completed = short_year(scan, at, kind);
      mention = {completed, kind, 0, 0, 0};
    }
    if (mention.year != 0) {
      mention.begin = scan.byte(at);
      mention.end = scan.byte(at + count);
      years.push_back(mention);
    }
    at += count;
  }
  return years;
}

}  // namespace prongsai::text
