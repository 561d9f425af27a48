#include "extractors/text/dates.hpp"

#include <algorithm>
#include <array>

#include "extractors/text/scan.hpp"

namespace prongsai::text {
namespace {

constexpr int kBuddhistEra = 543;   // พ.ศ. less ค.ศ.
constexpr int kFirstYear = 2400;    // reports name no earlier law, and no later plan than the century's end
constexpr int kLastYear = 2699;
constexpr int kFirstOctober = 10;   // the fiscal year's first month

// A month's name and how it is shortened; found with or without the full stops (ตค. ต.ค ต.ค.).
struct Month {
  std::u32string_view name;
  std::u32string_view first;   // letters before the first full stop
  std::u32string_view second;  // and after it
};
constexpr std::array<Month, 12> kMonths = {{{U"มกราคม", U"ม", U"ค"},
                                            {U"กุมภาพันธ์", U"ก", U"พ"},
                                            {U"มีนาคม", U"มี", U"ค"},
                                            {U"เมษายน", U"เม", U"ย"},
                                            {U"พฤษภาคม", U"พ", U"ค"},
                                            {U"มิถุนายน", U"มิ", U"ย"},
                                            {U"กรกฎาคม", U"ก", U"ค"},
                                            {U"สิงหาคม", U"ส", U"ค"},
                                            {U"กันยายน", U"ก", U"ย"},
                                            {U"ตุลาคม", U"ต", U"ค"},
                                            {U"พฤศจิกายน", U"พ", U"ย"},
                                            {U"ธันวาคม", U"ธ", U"ค"}}};

struct MonthFound {
  int month = 0;  // 0: none
  bool short_form = false;
  std::size_t end = 0;
};

std::size_t skip_dot(const Scan& scan, std::size_t at) { return scan.at(at) == U'.' ? at + 1 : at; }

// ก.พ. is February and the Civil Service Commission, ก.ค. July and the first half of ก.ค.ศ.: the callers ask for
// a day before or a year after a shortened month.
MonthFound month_at(const Scan& scan, std::size_t at) {
  if (is_thai_letter(scan.before(at)) && !scan.follows(at, U"เดือน") && !scan.follows(at, U"วันที่")) return {};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const int month = static_cast<int>(i) + 1;
    const std::size_t full = scan.take(at, kMonths[i].name);
    if (full != at) return {month, false, full};
    const std::size_t first = scan.take(at, kMonths[i].first);
    if (first == at || is_thai_mark(scan.at(first))) continue;
    const std::size_t second_at = skip_dot(scan, first);
    const std::size_t second = scan.take(second_at, kMonths[i].second);
    const bool dotted = scan.at(first) == U'.' || scan.at(second) == U'.';
    if (second == second_at || !dotted || is_thai_letter(scan.at(skip_dot(scan, second)))) continue;
    return {month, true, skip_dot(scan, second)};
  }
  return {};
}

struct YearFound {
  int year = 0;  // 0: none
  std::size_t begin = 0;
  std::size_t end = 0;
};

// พ.ศ. or ค.ศ. and ปี before a year; gives the place after them.
std::size_t skip_era(const Scan& scan, std::size_t at, bool& christian) {
  for (const std::u32string_view words : {U"ปี", U"พ.ศ.", U"พ.ศ", U"พศ.", U"ค.ศ.", U"ค.ศ"}) {
    const std::size_t start = scan.skip_blanks(at);
    const std::size_t after = scan.take(start, words);
    if (after == start) continue;
    at = after;
    christian = christian || words.front() == U'ค';
  }
  return scan.skip_blanks(at);
}

int buddhist(int year, bool christian) {
  if (christian && year >= kFirstYear - kBuddhistEra && year <= kLastYear - kBuddhistEra) return year + kBuddhistEra;
  return year >= kFirstYear && year <= kLastYear ? year : 0;
}

// The year after a month: four digits, or two (๖๗), with or without its era.
YearFound year_after_month(const Scan& scan, std::size_t at) {
  bool christian = false;
  const std::size_t begin = skip_era(scan, at, christian);
  const std::size_t count = scan.digits(begin);
  const int value = scan.value(begin, count);
  if (count == 2 && !christian) return {2500 + value, begin, begin + 2};
  if (count != 4) return {};
  // After a month a year such as 2024 can only be Christian, whether it says so or not.
  const int year = buddhist(value, christian || value < kFirstYear);
  return year == 0 ? YearFound{} : YearFound{year, begin, begin + 4};
}

bool is_dash(char32_t c) { return c == U'-' || c == 0x2010 || c == 0x2012 || c == 0x2013 || c == 0x2014; }

// The place after the dash or ถึง of a range that follows at `at`; `at` itself when none does.
std::size_t skip_range_word(const Scan& scan, std::size_t at) {
  const std::size_t start = scan.skip_blanks(at);
  if (is_dash(scan.at(start))) return scan.skip_blanks(start + 1);
  const std::size_t after = scan.take(start, U"ถึง");
  return after == start ? at : scan.skip_blanks(after);
}

struct DateFound {
  Date date;
  MonthFound month;
  YearFound year;
  std::size_t begin = 0;  // code point index
  std::size_t end = 0;
};

// The day before a month (๒๙ พฤษภาคม, ๒๕ เดือนมกราคม), and where it begins.
int day_before(const Scan& scan, std::size_t month_at, std::size_t& begin) {
  std::size_t at = scan.take_back(month_at, U"เดือน");
  at = scan.skip_blanks_back(at);
  const std::size_t count = scan.digits_before(at);
  if (count < 1 || count > 2) return 0;
  const int day = scan.value(at - count, count);
  const char32_t last = scan.before(at - count);
  if (day < 1 || day > 31 || last == U'.' || last == U'/') return 0;
  begin = at - count;
  return day;
}

// All dates with a month's name, in order; those of a range share the year of its end.
class NamedDates {
 public:
  explicit NamedDates(const Scan& scan) : scan_(scan) {
    for (std::size_t at = 0; at < scan_.size();) {
      const MonthFound month = month_at(scan_, at);
      if (month.month == 0) {
        ++at;
        continue;
      }
      read(at, month);
      at = month.end;
    }
    share_years();
  }

  [[nodiscard]] std::vector<DateFound> take() {
    std::erase_if(found_, [](const DateFound& found) { return found.date.year == 0; });
    return std::move(found_);
  }

 private:
  void read(std::size_t at, const MonthFound& month) {
    DateFound found;
    found.month = month;
    found.begin = at;
    found.date.month = month.month;
    found.date.day = day_before(scan_, at, found.begin);
    found.year = year_after_month(scan_, month.end);
    found.date.year = found.year.year;
    found.end = found.year.year == 0 ? month.end : found.year.end;
    if (month.short_form && found.year.year == 0 && found.date.day == 0) return;
    add_first_day(found);
    found_.push_back(found);
  }

  // ๑ - ๓๐ กันยายน ๒๕๖๗: the first day too.
  void add_first_day(const DateFound& last) {
    if (last.date.day == 0 || last.date.year == 0) return;
    std::size_t at = scan_.skip_blanks_back(last.begin);
    if (at == 0 || !is_dash(scan_.at(at - 1))) return;
    at = scan_.skip_blanks_back(at - 1);
    const std::size_t count = scan_.digits_before(at);
    if (count < 1 || count > 2 || scan_.before(at - count) == U'/' || scan_.before(at - count) == U'-') return;
    DateFound first = last;
    first.date.day = scan_.value(at - count, count);
    first.begin = at - count;
    first.end = at;
    first.year = {};
    if (first.date.day >= 1 && first.date.day < last.date.day) found_.push_back(first);
  }

  // ตุลาคม – ธันวาคม ๒๕๖๖: October has December's year; ตุลาคม – มีนาคม ๒๕๖๗: the year before March's.
  void share_years() {
    for (std::size_t i = found_.size(); i-- > 1;) {
      DateFound& from = found_[i - 1];
      const DateFound& to = found_[i];
      if (from.date.year != 0 || to.date.year == 0) continue;
      const std::size_t after = skip_range_word(scan_, from.end);
      if (after == from.end || scan_.take(after, U"เดือน") > to.begin || !only_words_between(after, to.begin)) continue;
      from.date.year = from.date.month <= to.date.month ? to.date.year : to.date.year - 1;
    }
  }

  [[nodiscard]] bool only_words_between(std::size_t at, std::size_t end) const {
    for (const std::u32string_view words : {U"สิ้น", U"วันที่", U"เดือน", U"สิ้นเดือน"}) {
      const std::size_t start = scan_.skip_blanks(at);
      at = scan_.take(start, words);
    }
    return scan_.skip_blanks(at) >= end;
  }

  const Scan& scan_;
  std::vector<DateFound> found_;
};

// ๑/๑๐/๒๕๖๖, 01/10/66
DateFound numeric_date(const Scan& scan, std::size_t at) {
  DateFound found;
  std::array<int, 3> parts{};
  std::size_t end = at;
  std::size_t count = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    count = scan.digits(end);
    if (count < 1 || (i < 2 && count > 2) || count > 4 || count == 3) return {};
    parts[i] = scan.value(end, count);
    found.year.begin = end;
    end += count;
    if (i < 2 && scan.at(end++) != U'/') return {};
  }
  if (scan.at(end) == U'/' || parts[0] < 1 || parts[0] > 31 || parts[1] < 1 || parts[1] > 12 || count == 1) return {};
  const int year = count == 2 ? 2500 + parts[2] : buddhist(parts[2], parts[2] < kFirstYear);
  if (year == 0) return {};
  found.date = {year, parts[1], parts[0], 0, 0};
  found.year = {year, found.year.begin, end};
  found.begin = at;
  found.end = end;
  return found;
}

std::vector<DateFound> all_dates(const Scan& scan) {
  std::vector<DateFound> dates = NamedDates(scan).take();
  for (std::size_t at = 0; at < scan.size();) {
    if (!is_digit(scan.at(at))) {
      ++at;
      continue;
    }
    const DateFound found = scan.before(at) == U'/' ? DateFound{} : numeric_date(scan, at);
    if (found.date.year != 0) dates.push_back(found);
    at = found.date.year != 0 ? found.end : at + scan.digits(at);
  }
  std::sort(dates.begin(), dates.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  return dates;
}

using Kind = YearMention::Kind;

// Words that name a law, an order or a plan: the year that follows them is theirs.
constexpr std::array<std::u32string_view, 22> kLaws = {
    U"พระราชบัญญัติ", U"พ.ร.บ.",     U"พรบ.",     U"พระราชกำหนด", U"พระราชกฤษฎีกา", U"กฎกระทรวง", U"ระเบียบ",    U"ประกาศ",
    U"รัฐธรรมนูญ",   U"ข้อบังคับ",   U"คำสั่ง",     U"ประมวล",       U"หลักเกณฑ์",     U"ว่าด้วย",     U"ข้อกำหนด",   U"กฎ ก.พ.",
    U"มติ",         U"ข้อบัญญัติ", U"เทศบัญญัติ", U"แผนแม่บท",     U"แผนปฏิรูป",     U"ยุทธศาสตร์ชาติ"};
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

bool is_amount(const Scan& scan, std::size_t end) {
  static constexpr std::array<std::u32string_view, 10> kUnits = {U"บาท", U"คน",    U"ราย",    U"แห่ง", U"เรื่อง",
                                                                 U"ครั้ง", U"ชั่วโมง", U"คะแนน", U"ไร่",  U"%"};
  return std::any_of(kUnits.begin(), kUnits.end(), [&](auto unit) { return scan.precedes(end, unit); });
}

// The year that begins at `at`: Buddhist in digits, or Christian where it says so. 0: none.
int year_value(const Scan& scan, std::size_t at) {
  if (scan.digits(at) != 4 || is_digit(scan.before(at)) || !stands_alone(scan, at)) return 0;
  const bool christian = scan.follows(at, U"ค.ศ.") || scan.follows(at, U"ค.ศ");
  return buddhist(scan.value(at, 4), christian);
}

// Where the words พ.ศ. and ปี before a year begin.
std::size_t era_begin(const Scan& scan, std::size_t at, bool& era, bool& year_word) {
  for (const std::u32string_view words : {U"พ.ศ.", U"พ.ศ", U"พศ.", U"พศ", U"ค.ศ."}) {
    const std::size_t begin = scan.take_back(at, words);
    if (begin == at) continue;
    era = true;
    at = begin;
    break;
  }
  const std::size_t begin = scan.take_back(at, U"ปี");
  year_word = begin != at;
  return year_word ? begin : at;
}

bool follows_fiscal_words(const Scan& scan, std::size_t at) {
  return scan.follows(at, U"ปีงบประมาณ") || scan.follows(at, U"งบประมาณประจำปี") || scan.follows(at, U"งบประมาณปี") ||
         scan.follows(at, U"ปีงบฯ") || scan.follows(at, U"ปีงบ");
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
  } else if (scan.follows(end, U"ถึง")) {
    end = scan.skip_blanks_back(scan.take_back(end, U"ถึง"));
  } else {
    return false;
  }
  return end >= 4 && scan.digits_before(end) == 4 && year_value(scan, end - 4) != 0;
}

// A law's name ends in its year; no other year and no line's end stands between.
bool follows_law(const Scan& scan, std::size_t begin) {
  const std::size_t reach = begin > kLawReach ? begin - kLawReach : 0;
  for (std::size_t at = begin; at-- > reach;) {
    if (scan.at(at) == U'\n' || (is_digit(scan.at(at)) && scan.digits_before(at + 1) >= 4)) return false;
    for (const std::u32string_view law : kLaws) {
      if (scan.at(at) == law.front() && scan.take(at, law) != at) return true;
    }
  }
  return false;
}

Kind kind_of(const Scan& scan, std::size_t begin) {
  if (scan.before(begin) == U'/' && begin >= 2 && is_digit(scan.at(begin - 2))) return Kind::order_number;
  if (in_span(scan, begin)) return Kind::span;
  bool era = false;
  bool year_word = false;
  const std::size_t at = era_begin(scan, begin, era, year_word);
  const std::size_t with_year = year_word ? at : begin;
  if (follows_fiscal_words(scan, era ? scan.skip_blanks_back(at) : with_year) || follows_fiscal_words(scan, at)) {
    return Kind::fiscal;
  }
  if (year_word && (scan.follows(at, U"งบประมาณประจำ") || scan.follows(at, U"งบประมาณ"))) return Kind::fiscal;
  if (!year_word && follows_law(scan, at)) return Kind::law;
  if (era && scan.follows(at, U"งบประมาณ")) return Kind::fiscal;
  return era || year_word || scan.follows(at, U"ประจำปี") ? Kind::calendar : Kind::plain;
}

// ปีงบประมาณ ๖๗, พ.ศ. ๖๗, ปี ๖๗: two digits after the words for a year, of this generation's years.
bool is_short_year(const Scan& scan, std::size_t at, Kind& kind) {
  constexpr int kFirstShort = 50;
  constexpr int kLastShort = 89;
  if (scan.digits(at) != 2 || scan.value(at, 2) < kFirstShort || scan.value(at, 2) > kLastShort) return false;
  const char32_t next = scan.at(at + 2);
  if (next == U'.' || next == U',' || next == U'/' || next == U'%' || is_amount(scan, at + 2)) return false;
  bool era = false;
  bool year_word = false;
  const std::size_t begin = era_begin(scan, at, era, year_word);
  const bool fiscal = follows_fiscal_words(scan, era ? begin : at) || follows_fiscal_words(scan, begin);
  kind = fiscal ? Kind::fiscal : Kind::calendar;
  return fiscal || era || (year_word && !is_digit(scan.before(scan.skip_blanks_back(begin))));
}

}  // namespace

std::vector<YearMention> find_years(std::string_view text) {
  const Scan scan(text);
  std::vector<YearMention> years;
  const std::vector<DateFound> dates = all_dates(scan);
  for (std::size_t at = 0; at < scan.size();) {
    const std::size_t count = scan.digits(at);
    if (count == 0) {
      ++at;
      continue;
    }
    YearMention mention;
    const auto date = std::find_if(dates.begin(), dates.end(), [at](const auto& d) {
      return d.year.year != 0 && d.year.begin == at;
    });
    if (date != dates.end()) {
      mention = {date->date.year, Kind::date, date->date.month, 0, 0};
    } else if (const int year = year_value(scan, at); year != 0 && !is_amount(scan, at + 4)) {
      mention = {year, kind_of(scan, at), 0, 0, 0};
    } else if (Kind kind = Kind::plain; is_short_year(scan, at, kind)) {
      mention = {2500 + scan.value(at, 2), kind, 0, 0, 0};
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

std::vector<Date> find_dates(std::string_view text) {
  const Scan scan(text);
  std::vector<Date> dates;
  for (const DateFound& found : all_dates(scan)) {
    dates.push_back(found.date);
    dates.back().begin = scan.byte(found.begin);
    dates.back().end = scan.byte(found.end);
  }
  return dates;
}

int fiscal_year_of(int year, int month) { return month >= kFirstOctober ? year + 1 : year; }

}  // namespace prongsai::text
