#include "extractors/text/find/dates.hpp"

#include <algorithm>
#include <array>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/date_scan.hpp"
#include "extractors/text/find/month_names.hpp"
#include "extractors/text/unicode/scan.hpp"
#include "models/buddhist_year.hpp"

namespace prongsai::text {

namespace {

constexpr int kFirstOctober = 10;  // the fiscal year's first month

struct MonthFound {
  int month = 0;  // 0: none
  bool short_form = false;
  std::size_t end = 0;
};

std::size_t skip_dot(const Scan& scan, std::size_t at) {
  return scan.at(at) == U'.' ? at + 1 : at;
}

// ก.พ. is February and the Civil Service Commission, ก.ค. July and the first half of ก.ค.ศ.: the callers ask for
// a day before or a year after a shortened month.
MonthFound month_at(const Scan& scan, std::size_t at) {
  const MonthWords& words = lexicon().months;
  if (words.beginnings.find(scan.at(at)) == words.beginnings.npos) return {};
  if (is_thai_letter(scan.before(at)) && !scan.follows_any(at, words.leads.codes())) return {};
  for (std::size_t i = 0; i < words.months.size(); ++i) {
    const MonthWords::Month& one = words.months[i];
    const int month = static_cast<int>(i) + 1;
    const std::size_t full = scan.take(at, one.name.codes);
    if (full != at) return {month, false, full};
    const std::size_t first = scan.take(at, one.first);
    if (first == at || is_thai_mark(scan.at(first))) continue;
    const std::size_t second_at = skip_dot(scan, first);
    const std::size_t second = scan.take(second_at, one.second);
    const bool dotted = scan.at(first) == U'.' || scan.at(second) == U'.';
    if (second == second_at || !dotted || is_thai_letter(scan.at(skip_dot(scan, second)))) continue;
    return {month, true, skip_dot(scan, second)};
  }
  return {};
}

// The year after a month: four digits, or two (๖๗), with or without its era.
YearFound year_after_month(const Scan& scan, std::size_t at) {
  bool christian = false;
  const std::size_t begin = skip_era(scan, at, christian);
  const std::size_t count = scan.digits(begin);
  if (count == 2 && !christian) return {short_year_at(scan, begin), begin, begin + 2};
  if (count != 4) return {};
  const int value = scan.value(begin, count);
  // After a month a year such as 2024 can only be Christian, whether it says so or not.
  const int year = buddhist(value, christian || !is_named_year(value));
  return year == 0 ? YearFound{} : YearFound{year, begin, begin + 4};
}

// The day before a month (๒๙ พฤษภาคม, ๒๕ เดือนมกราคม), and where it begins.
int day_before(const Scan& scan, std::size_t month_at, std::size_t& begin) {
  std::size_t at = scan.take_back(month_at, lexicon().months.month.codes);
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
      if (after == from.end || scan_.take(after, lexicon().months.month.codes) > to.begin ||
          !only_words_between(after, to.begin))
        continue;
      from.date.year = from.date.month <= to.date.month ? to.date.year : to.date.year - 1;
    }
  }

  [[nodiscard]] bool only_words_between(std::size_t at, std::size_t end) const {
    for (const std::u32string_view words : lexicon().months.range_words.codes()) {
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
  const int year = count == 2 ? short_year_at(scan, found.year.begin) : buddhist(parts[2], !is_named_year(parts[2]));
  if (year == 0) return {};
  found.date = {year, parts[1], parts[0], 0, 0};
  found.year = {year, found.year.begin, end};
  found.begin = at;
  found.end = end;
  return found;
}

}  // namespace

std::size_t skip_era(const Scan& scan, std::size_t at, bool& christian) {
  const YearWords& words = lexicon().years;
  const auto take = [&](std::u32string_view word) {
    const std::size_t start = scan.skip_blanks(at);
    const std::size_t after = scan.take(start, word);
    if (after != start) at = after;
    return after != start;
  };
  take(words.year.codes);
  for (const auto& era : words.buddhist.codes()) take(era);
  for (const auto& era : words.christian.codes()) christian = take(era) || christian;
  return scan.skip_blanks(at);
}

bool is_number_of_years(const Scan& scan, std::size_t end) {
  return scan.precedes_any(end, lexicon().numbers.year.codes());
}

int short_year_at(const Scan& scan, std::size_t at) {
  constexpr int kFirstShort = 50;  // of this generation's years
  constexpr int kLastShort = 89;
  if (scan.digits(at) != 2 || is_digit(scan.before(at))) return 0;
  const int value = scan.value(at, 2);
  if (value < kFirstShort || value > kLastShort) return 0;
  const char32_t next = scan.at(at + 2);
  const bool goes_on = (next == U'.' || next == U':' || next == U',' || next == U'/') && is_digit(scan.at(at + 3));
  return goes_on || next == U'%' || is_number_of_years(scan, at + 2) ? 0 : kShortYearBase + value;
}

int buddhist(int year, bool christian) {
  if (christian && is_named_year(year + kBuddhistEra)) return year + kBuddhistEra;
  return is_named_year(year) ? year : 0;
}

std::size_t skip_range_word(const Scan& scan, std::size_t at) {
  const std::size_t start = scan.skip_blanks(at);
  if (is_dash(scan.at(start))) return scan.skip_blanks(start + 1);
  const std::size_t after = scan.take(start, lexicon().years.to.codes);
  return after == start ? at : scan.skip_blanks(after);
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

std::string month_name(int month) {
  const auto& months = lexicon().months.months;
  if (month < 1 || month > static_cast<int>(months.size())) return "";
  return months[static_cast<std::size_t>(month) - 1].name.text;
}

int month_in(std::string_view text) {
  const Scan scan(text);
  for (std::size_t at = 0; at < scan.size(); ++at) {
    const MonthFound month = month_at(scan, at);
    if (month.month != 0) return month.month;
  }
  return 0;
}

int fiscal_year_of(int year, int month) {
  return month >= kFirstOctober ? year + 1 : year;
}

}  // namespace prongsai::text
