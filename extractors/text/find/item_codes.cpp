#include "extractors/text/find/item_codes.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cassert>
#include <string_view>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/unicode/scan.hpp"
#include "extractors/text/unicode/spans.hpp"

namespace prongsai::text {
namespace {

constexpr int kFirstTwoDigit = 10;

// A code found: where it ends, and the letter and number that it means.
struct Found {
  std::size_t end = 0;  // code point index; 0: nothing found
  char letter = 'O';
  int number = 0;
};

std::string canonical(const Found& found) {
  return found.letter + std::to_string(found.number);
}

bool begins_with_zero(const Scan& scan, std::size_t at) {
  return is_digit(scan.at(at)) && digit_value(scan.at(at)) == 0;
}

// Digits that go on as a decimal, an order number, a phone number or a longer number are no code. No amount begins
// with a zero, so that ๐๔,๐๑๑ are two codes.
bool number_goes_on(const Scan& scan, std::size_t begin, std::size_t end) {
  const char32_t next = scan.at(end);
  if (is_digit(next) || is_latin_letter(next)) return true;
  if (!is_digit(scan.at(end + 1))) return false;
  if (next == U',') return !begins_with_zero(scan, begin) && scan.digits(end + 1) == 3;
  return next == U'.' || next == U'/' || next == U'-' || next == 0x2013;
}

bool number_goes_back(const Scan& scan, std::size_t begin) {
  const char32_t last = scan.before(begin);
  if (is_digit(last) || last == U'/' || last == U'.') return true;
  const std::size_t count = begin == 0 ? 0 : scan.digits_before(begin - 1);
  if (count == 0) return false;
  return last == U'-' || (last == U',' && !begins_with_zero(scan, begin - 1 - count));
}

char letter_of(char32_t c) {
  switch (c) {
    case U'O':
    case U'o':
      return 'O';
    case U'E':
    case U'e':
      return 'E';
    case U'I':
    case U'i':
      return 'I';
    default:
      return 0;
  }
}

// O34, o 16, o_16, O๓๔, e10. Only an o may stand apart from its digits: "E 10" is a fuel, "I 5" a numeral.
Found lettered(const Scan& scan, std::size_t begin, const ItemRanges& ranges, bool code_list) {
  Found found;
  found.letter = letter_of(scan.at(begin));
  if (found.letter == 0 || is_latin_letter(scan.before(begin)) || is_digit(scan.before(begin))) return {};
  std::size_t digits_at = begin + 1;
  const char32_t separator = scan.at(digits_at);
  if (separator == U'_' || (separator == U'-' && found.letter == 'O')) ++digits_at;
  if (separator == U' ' && (found.letter == 'O' || code_list)) ++digits_at;
  const std::size_t count = scan.digits(digits_at);
  if (count < 1 || count > 3 || (count == 3 && digit_value(scan.at(digits_at)) != 0)) return {};
  found.number = scan.value(digits_at, count);
  found.end = digits_at + count;
  const bool decimal = scan.at(found.end) == U'.' && is_digit(scan.at(found.end + 1));
  if (is_latin_letter(scan.at(found.end)) || decimal || !ranges.hold(found.letter, found.number)) return {};
  return found;
}

// ๐๓๔, 034, ๐๔: a zero where the O belongs.
Found zeroed(const Scan& scan, std::size_t begin, const ItemRanges& ranges) {
  const std::size_t count = scan.digits(begin);
  if (count < 2 || count > 3 || digit_value(scan.at(begin)) != 0) return {};
  const Found found{begin + count, 'O', scan.value(begin, count)};
  if (is_latin_letter(scan.before(begin)) || number_goes_back(scan, begin) || number_goes_on(scan, begin, found.end)) {
    return {};
  }
  return ranges.hold('O', found.number) ? found : Found{};
}

// ๓๔ where the words before it say that it is an item.
Found two_digits(const Scan& scan, std::size_t begin, const ItemRanges& ranges) {
  if (scan.digits(begin) != 2 || number_goes_on(scan, begin, begin + 2) || number_goes_back(scan, begin)) return {};
  const Found found{begin + 2, 'O', scan.value(begin, 2)};
  return found.number >= kFirstTwoDigit && ranges.hold('O', found.number) ? found : Found{};
}

// ๒๙ ข้อ, ๑๗ ราย: units that also begin the names of items (ข้อมูลเชิงสถิติ…, รายงานผล…). A unit ends its word.
bool is_counted(const Scan& scan, std::size_t end) {
  const std::size_t start = scan.skip_blanks(end);
  for (const std::u32string_view unit : lexicon().numbers.word.codes()) {
    const std::size_t after = scan.take(start, unit);
    if (after != start && !is_thai_letter(scan.at(after))) return true;
  }
  return false;
}

// What is counted or measured is no code: OIT 40 คะแนน, ข้อ ๑๒ ของคำสั่ง.
bool is_amount_or_clause(const Scan& scan, std::size_t end) {
  return is_counted(scan, end) || scan.precedes_any(end, lexicon().numbers.code.codes()) ||
         scan.precedes_any(end, lexicon().items.clause_tails.codes());
}

// OIT 42, ITA - ๐๑๖, OITO34: the words, then a code with or without its letter.
Found after_instrument(const Scan& scan, std::size_t at, const ItemRanges& ranges) {
  const Found with_letter = lettered(scan, at, ranges, false);
  if (with_letter.end != 0) return with_letter;
  const Found with_zero = zeroed(scan, at, ranges);
  if (with_zero.end != 0) return with_zero;
  const Found plain = two_digits(scan, at, ranges);
  return plain.end != 0 && !is_amount_or_clause(scan, plain.end) ? plain : Found{};
}

// The text speaks of the checklist, so that a plain ข้อ ๓๔ in it is an item and not a clause of some order.
bool speaks_of_items(std::string_view text) {
  const std::vector<std::string>& words = lexicon().items.assessment.texts();
  return std::ranges::any_of(words, [&](const std::string& word) { return text.find(word) != text.npos; });
}

bool is_item_word(const Scan& scan, std::size_t at) {
  return scan.follows(at, lexicon().items.item.codes) && !scan.follows_any(at, lexicon().items.no_items.codes());
}

class Finder {
 public:
  Finder(std::string_view text, const ItemRanges& ranges, bool code_list)
      : scan_(text), ranges_(ranges), code_list_(code_list), items_(speaks_of_items(text)) {}

  std::vector<ItemCode> find() {
    for (std::size_t at = 0; at < scan_.size();) {
      const Found found = at_place(at);
      if (found.end == 0) {
        at += std::max<std::size_t>(scan_.digits(at), 1);
        continue;
      }
      codes_.push_back({canonical(found), scan_.byte(at), scan_.byte(found.end)});
      last_ = found;
      at = found.end;
    }
    return std::move(codes_);
  }

 private:
  [[nodiscard]] Found at_place(std::size_t at) const {
    const Found with_letter = lettered(scan_, at, ranges_, code_list_);
    if (with_letter.end != 0) return !code_list_ && is_option(at) ? Found{} : with_letter;
    if (!is_digit(scan_.at(at)) || is_digit(scan_.before(at))) return {};
    if (code_list_) {
      const Found bare = in_list(at);
      if (bare.end != 0) return bare;
    }
    if (follows_instrument(at)) return after_instrument(scan_, at, ranges_);
    if (!is_item_word(scan_, at) && !continues_last(at)) return {};
    const Found with_zero = zeroed(scan_, at, ranges_);
    if (with_zero.end != 0) return with_zero;
    if (!items_ || scan_.follows_any(at, lexicon().items.clauses.codes())) return {};
    const Found plain = two_digits(scan_, at, ranges_);
    return plain.end != 0 && !is_amount_or_clause(scan_, plain.end) ? plain : Found{};
  }

  // An option of a form (☑ O23 ☐ O24) and a processor (Core i5) name no item.
  [[nodiscard]] bool is_option(std::size_t at) const {
    const char32_t last = scan_.before(scan_.skip_blanks_back(at));
    return (last >= 0x2610 && last <= 0x2612) || last == 0x2713 || last == 0x25A1 || scan_.follows(at, U"Core");
  }

  // In a list of codes ๐๓๔ stands alone; a ๑๐ that lost its zero is taken where it goes on the count.
  [[nodiscard]] Found in_list(std::size_t at) const {
    if (is_thai_letter(scan_.before(at)) || is_phone(at)) return {};
    const Found with_zero = zeroed(scan_, at, ranges_);
    if (with_zero.end != 0) return with_zero;
    const Found plain = two_digits(scan_, at, ranges_);
    const bool next = last_.end != 0 && last_.letter == 'O' && plain.number == last_.number + 1;
    return plain.end != 0 && next && !is_amount_or_clause(scan_, plain.end) ? plain : Found{};
  }

  [[nodiscard]] bool is_phone(std::size_t at) const {
    const std::size_t next = scan_.skip_blanks(at + scan_.digits(at));
    const std::size_t count = scan_.digits(next);  // the next code has three digits at most, the first a zero
    return count > 3 || (count == 3 && !begins_with_zero(scan_, next)) ||
           scan_.follows_any(at, lexicon().items.phones.codes());
  }

  [[nodiscard]] bool follows_instrument(std::size_t at) const {
    std::size_t end = scan_.skip_blanks_back(at);
    if (end > 0 && (scan_.at(end - 1) == U'-' || scan_.at(end - 1) == U':')) end = scan_.skip_blanks_back(end - 1);
    return scan_.follows_any(end, lexicon().items.instruments.codes());
  }

  // ข้อ ๒๙ และ ๓๐; ข้อ ๐๑๑, ๐๑๒
  [[nodiscard]] bool continues_last(std::size_t at) const {
    if (last_.end == 0) return false;
    for (const std::u32string_view link : lexicon().items.links.codes()) {
      const std::size_t begin = scan_.take_back(at, link);
      if (begin != at && scan_.skip_blanks_back(begin) == last_.end) return true;
    }
    return false;
  }

  Scan scan_;
  ItemRanges ranges_;
  bool code_list_;
  bool items_;
  std::vector<ItemCode> codes_;
  Found last_;
};

// The words that may stand before a code that is a whole text: a heading, a manifest's field, a file name's part.
std::size_t skip_prefix(const Scan& scan, std::size_t at, bool& item_word) {
  for (bool again = true; again;) {
    again = false;
    for (const std::u32string_view prefix : lexicon().items.prefixes.codes()) {
      const std::size_t after = scan.take(at, prefix);
      if (after == at) continue;
      item_word = true;
      at = scan.skip_blanks(after);
      if (scan.at(at) == U'-' || scan.at(at) == U':') at = scan.skip_blanks(at + 1);
      again = true;
    }
  }
  return at;
}

}  // namespace

std::optional<std::string> parse_item_code(std::string_view text, const ItemRanges& ranges, bool bare) {
  const Scan scan(text);
  bool item_word = false;
  const std::size_t at = skip_prefix(scan, scan.skip_blanks(0), item_word);
  Found found = lettered(scan, at, ranges, true);
  if (found.end == 0 && (bare || item_word)) found = zeroed(scan, at, ranges);
  if (found.end == 0 && item_word) found = two_digits(scan, at, ranges);
  if (found.end == 0 || scan.skip_blanks(found.end) != scan.size()) return std::nullopt;
  return canonical(found);
}

std::vector<ItemCode> find_item_codes(std::string_view text, const ItemRanges& ranges, bool code_list) {
  std::vector<ItemCode> codes = Finder(text, ranges, code_list).find();
  assert(are_apart_in_order(codes, text.size()));
  return codes;
}

std::string mend_scanned_codes(std::string_view text) {
  static const RE2 kLetter(R"((^|[^A-Za-z])Q([0-9๐-๙]))");
  static const RE2 kSpeck(R"(([OoEe])[>~*'`]([0-9๐-๙]))");
  std::string mended(text);
  RE2::GlobalReplace(&mended, kLetter, R"(\1O\2)");
  RE2::GlobalReplace(&mended, kSpeck, R"(\1\2)");
  return mended;
}

}  // namespace prongsai::text
