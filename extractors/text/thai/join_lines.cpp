#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/scan.hpp"

namespace prongsai::text {
namespace {

bool is_joining_dash(char32_t c) {
  return c == U'-' || c == 0x2010 || c == 0x2013 || c == 0x2014;
}
bool opens(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{' || c == U'/' || c == 0x201C || c == 0x2018;
}
bool closes(char32_t c) {
  return c == U')' || c == U']' || c == U'}' || c == U',' || c == U'.' || c == U';' || c == U':' || c == U'/' ||
         c == U'%' || c == 0x201D || c == 0x2019;
}

bool is_url_letter(char32_t c) {
  constexpr std::u32string_view kOthers = U"-._~:/?#[]@!$&'*+,;=%";
  return is_latin_letter(c) || (c >= U'0' && c <= U'9') || kOthers.find(c) != kOthers.npos;
}

std::size_t word_begin(const Scan& scan) {
  std::size_t at = scan.size();
  while (at > 0 && !is_blank(scan.before(at)) && scan.before(at) != U'(') --at;
  return at;
}

// The line ends inside an address: its last word has :// or www. (or an @), and the next line goes on in its
// letters. A next word that is plain Latin text belongs to it only when the address was clearly cut.
bool url_goes_on(const Scan& line, const Scan& next) {
  const std::size_t begin = word_begin(line);
  const std::string_view word = line.text().substr(line.byte(begin));
  if (word.find("://") == word.npos && word.find("www.") != 0 && word.find('@') == word.npos) return false;
  if (!is_url_letter(next.at(0))) return false;
  constexpr std::u32string_view kCut = U"/-._=&?%#:@";
  if (kCut.find(line.before(line.size())) != kCut.npos || kCut.find(next.at(0)) != kCut.npos) return true;
  std::size_t end = 0;
  bool address = false;
  for (; end < next.size() && is_url_letter(next.at(end)); ++end) {
    address = address || next.at(end) == U'/' || next.at(end) == U'.' || next.at(end) == U'%' || next.at(end) == U'=';
  }
  return address && (end == next.size() || is_blank(next.at(end)) || next.at(end) == U')');
}

// ICU's and Word's line breaking part a line inside Thai between words without a blank, but between Thai and
// Latin or digits only where a blank stood (Unicode Standard Annex 14, rules LB23 and LB28).
bool wants_blank(const Scan& line, const Scan& next) {
  const char32_t last = line.before(line.size());
  const char32_t first = next.at(0);
  if (opens(last) || closes(first)) return false;
  if (url_goes_on(line, next)) return false;
  if (is_joining_dash(last)) {  // E- | Service is one word; a dash between blanks is a dash
    const char32_t before = line.before(line.size() - 1);
    return is_blank(before) || before == 0 || (is_digit(before) && !is_digit(first));
  }
  if (is_thai_letter(last) && last != kMaiYamok && last != kPaiyannoi) {  // ๆ and ฯ are followed by a blank
    return !is_thai_letter(first);
  }
  const bool decimal = (last == U'.' || last == U',') && is_digit(first) && is_digit(line.before(line.size() - 1));
  return !decimal;
}

}  // namespace

std::string join_lines(std::span<const std::string> lines) {
  std::string joined;
  std::string last;
  bool blank_ended = false;  // the last line ended in a blank of its own
  for (const std::string& raw : lines) {
    const std::string line = fold_space(raw);
    if (line.empty()) continue;
    const bool blank = blank_ended || leading_number(line).has_value() || wants_blank(Scan(last), Scan(line));
    if (!joined.empty() && blank) joined.push_back(' ');
    joined += line;
    const Scan read(raw);
    blank_ended = is_blank(read.before(read.size()));
    last = line;
  }
  return joined;
}

}  // namespace prongsai::text
