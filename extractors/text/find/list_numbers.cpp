#include "extractors/text/find/list_numbers.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/unicode/scan.hpp"
#include "extractors/text/unicode/spans.hpp"

namespace prongsai::text {
namespace {

constexpr std::size_t kMostDigits = 2;  // of a list's number: three or more are years, amounts, codes
constexpr std::size_t kMostParts = 4;

struct Marker {
  std::size_t end = 0;  // code point index after the marker, blanks not included; 0: none
  std::vector<int> parts;
  std::string style;
};

bool is_numbering_dash(char32_t c) {
  return c == U'-' || c == 0x2010 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212;
}

bool is_bullet(char32_t c) {
  static constexpr std::array<char32_t, 22> kBullets = {0x2022, 0x25CF, 0x25CB, 0x25E6, 0x25AA, 0x25AB, 0x25A0, 0x25A1,
                                                        0x25C6, 0x25C7, 0x2756, 0x27A2, 0x27A4, 0x2713, 0x2714, 0x2610,
                                                        0x2611, 0x2612, 0x25B6, 0x25BA, 0x00B7, 0x2043};
  return std::find(kBullets.begin(), kBullets.end(), c) != kBullets.end();
}

bool is_numbering_letter(char32_t c) {
  return is_thai_letter(c) || is_latin_letter(c);
}

// An item's text may follow at once (๑.แผน), after blanks, or not at all (the end of a cell).
bool may_begin_item(const Scan& scan, std::size_t end) {
  const char32_t next = scan.at(end);
  return next == 0 || is_blank(next) || is_numbering_letter(next) || next == U'(' || next == U'"' || next == 0x201C;
}

// A number before one of these is an amount, with or without a decimal point.
bool is_amount(const Scan& scan, std::size_t end) {
  return scan.precedes(end, U"/") || scan.precedes_any(end, lexicon().numbers.point.codes());
}

// A whole number before one of these counts something, or is a day.
bool is_count(const Scan& scan, std::size_t end) {
  const auto is_month = [&](const MonthWords::Month& month) { return scan.precedes(end, month.name.codes); };
  if (scan.precedes_any(end, lexicon().numbers.list.codes())) return true;
  if (std::ranges::any_of(lexicon().months.months, is_month)) return true;
  // ม.ค., ก.พ., … : a consonant, perhaps a vowel, a full stop, a consonant, a full stop.
  const std::size_t at = scan.skip_blanks(end);
  const std::size_t dot = is_thai_mark(scan.at(at + 1)) ? at + 2 : at + 1;
  return is_thai_consonant(scan.at(at)) && scan.at(dot) == U'.' && scan.at(dot + 2) == U'.';
}

Marker bullet(const Scan& scan, std::size_t at) {
  const char32_t c = scan.at(at);
  if (is_bullet(c)) return {at + 1, {}, "•"};
  if (!is_numbering_dash(c) || is_numbering_dash(scan.at(at + 1))) return {};
  const std::size_t next = scan.skip_blanks(at + 1);
  if (is_digit(scan.at(next)) && is_numbering_dash(scan.at(scan.skip_blanks(next + scan.digits(next)))))
    return {};  // - 3 -
  const bool item = next > at + 1 ? scan.at(next) != 0 : is_numbering_letter(scan.at(next)) || scan.at(next) == U'(';
  return item ? Marker{at + 1, {}, "-"} : Marker{};
}

// (๑)
Marker in_brackets(const Scan& scan, std::size_t at) {
  if (scan.at(at) != U'(') return {};
  const std::size_t begin = scan.skip_blanks(at + 1);
  const std::size_t count = scan.digits(begin);
  const std::size_t close = scan.skip_blanks(begin + count);
  if (count < 1 || count > kMostDigits || scan.at(close) != U')') return {};
  return {close + 1, {scan.value(begin, count)}, "(N)"};
}

// ๘๖.๗๒: no list has so many parts, numbered with two digits each; a sentence's figure was broken into the next line.
bool is_figure(const std::vector<int>& parts, std::size_t last_digits) {
  constexpr int kMostSections = 20;
  return parts.size() == 2 && parts.front() > kMostSections && last_digits == 2;
}

// ๑. ๑) ๑.๒ ๑.๒.๓ ๑.๒) and, where a line begins, ๑ alone
Marker numbered(const Scan& scan, std::size_t at, bool line_begins) {
  Marker marker;
  std::size_t end = at;
  std::size_t last_digits = 0;
  for (;;) {
    const std::size_t count = last_digits = scan.digits(end);
    if (count < 1 || count > kMostDigits || marker.parts.size() == kMostParts) return {};
    marker.parts.push_back(scan.value(end, count));
    end += count;
    if (scan.at(end) != U'.' || !is_digit(scan.at(end + 1))) break;
    ++end;
  }
  const bool several = marker.parts.size() > 1;
  const char32_t close = scan.at(end);
  if (close == U')' || (close == U'.' && !several) || (close == U'.' && may_begin_item(scan, end + 1))) {
    marker.style = close == U')' ? (several ? "N.N)" : "N)") : (several ? "N.N" : "N.");
    marker.end = end + 1;
  } else if (several || (line_begins && is_blank(close))) {
    marker.style = several ? "N.N" : "N";
    marker.end = end;
    if (is_amount(scan, end) || (!several && is_count(scan, end)) || is_figure(marker.parts, last_digits)) return {};
  } else {
    return {};
  }
  return may_begin_item(scan, marker.end) ? marker : Marker{};
}

Marker marker_at(const Scan& scan, std::size_t at, bool line_begins) {
  const char32_t c = scan.at(at);
  if (c == U'(') return in_brackets(scan, at);
  return is_digit(c) ? numbered(scan, at, line_begins) : bullet(scan, at);
}

ListNumber with_bytes(const Scan& scan, std::size_t at, const Marker& marker) {
  return {marker.parts, marker.style, scan.byte(at), scan.byte(scan.skip_blanks(marker.end))};
}

// Words before a number that make it a name's part, not an item's: ข้อ ๓. , ร้อยละ ๙.๑๔, ที่ ๑.
bool is_named_by_words(const Scan& scan, std::size_t at) {
  const NumberWords& words = lexicon().numbers;
  return !scan.follows_any(at, words.no_name_leads.codes()) && scan.follows_any(at, words.name_leads.codes());
}

// In joined text a dash is an item's only where the text is a list of dashes, or after a colon.
bool dash_begins_item(const Scan& scan, std::size_t at) {
  if (scan.skip_blanks(0) == at || is_numbering_dash(scan.at(scan.skip_blanks(0))))
    return !is_digit(scan.at(scan.skip_blanks(at + 1)));
  const std::size_t before = scan.skip_blanks_back(at);
  return scan.before(before) == U':' || scan.before(at) == U'\n';
}

bool begins_item(const Scan& scan, std::size_t at, const Marker& marker, bool in_brackets) {
  if (marker.style == "-") return dash_begins_item(scan, at);
  if (marker.style == "•") return true;
  if (is_named_by_words(scan, at)) return false;
  return marker.style == "(N)" || !in_brackets;
}

}  // namespace

std::optional<ListNumber> leading_number(std::string_view text) {
  const Scan scan(text);
  const std::size_t at = scan.skip_blanks(0);
  const Marker marker = marker_at(scan, at, true);
  if (marker.end == 0) return std::nullopt;
  return with_bytes(scan, at, marker);
}

std::vector<ListNumber> find_list_numbers(std::string_view text) {
  const Scan scan(text);
  std::vector<ListNumber> found;
  int open = 0;  // brackets open before the place: (IIT 1) begins no item
  for (std::size_t at = 0; at < scan.size(); ++at) {
    const bool may_begin = at == 0 || is_blank(scan.before(at));
    const Marker marker = may_begin ? marker_at(scan, at, false) : Marker{};
    if (marker.end != 0 && begins_item(scan, at, marker, open > 0)) {
      found.push_back(with_bytes(scan, at, marker));
      at = marker.end - 1;
    } else if (scan.at(at) == U'(') {
      ++open;
    } else if (scan.at(at) == U')' && open > 0) {
      --open;
    }
  }
  assert(are_apart_in_order(found, text.size()));
  return found;
}

}  // namespace prongsai::text
