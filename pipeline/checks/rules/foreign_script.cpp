// Letters of a script that is neither Thai nor Latin inside a Thai word: what a damaged text layer or a copy from
// another program leaves behind (พัสดुราย with two Devanagari signs). A letter that the page paints without any name
// in its text layer is read as U+FFFD and counts as one.
#include <algorithm>
#include <array>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/places.hpp"

namespace prongsai::checks {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Letters and vowel signs of the other scripts, by Unicode block. Thai and Lao share no letter; a Lao letter in a
// Thai word is as wrong as a Devanagari one. Symbols, arrows and mathematical signs are in none of these.
constexpr std::array<Range, 12> kOtherScripts = {{
    {0x0370, 0x03FF},  // Greek
    {0x0400, 0x058F},  // Cyrillic, Armenian
    {0x0590, 0x08FF},  // Hebrew, Arabic, Syriac and their neighbours
    {0x0900, 0x0DFF},  // Devanagari to Sinhala
    {0x0E80, 0x0FFF},  // Lao, Tibetan
    {0x1000, 0x137F},  // Myanmar, Georgian, Hangul letters, Ethiopic
    {0x13A0, 0x1AFF},  // Cherokee to Tai Tham, Khmer among them
    {0x1B00, 0x1CFF},  // Balinese to Vedic signs
    {0x2E80, 0x2FDF},  // Han radicals
    {0x3040, 0xA4CF},  // Kana, Han, Yi
    {0xA640, 0xABFF},  // further blocks of the same scripts
    {0xAC00, 0xD7FF},  // Hangul
}};

// U+FFFD stands for a letter that the page shows and its font cannot name: in reports, one of another script.
bool is_other_script(char32_t c) {
  if (c == text::kReplacement) return true;
  return std::any_of(kOtherScripts.begin(), kOtherScripts.end(),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

// The other script's letters in the first word that mixes them with Thai; an empty span when there is none.
Span mixed_letters(const std::string& text) {
  Span letters;
  bool thai = false;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::code_point_at(text, at);
    at = c.end();
    if (text::is_blank(c.value)) {
      if (thai && letters.end > 0) return letters;
      letters = {};
      thai = false;
    } else if (is_other_script(c.value)) {
      if (letters.end == 0) letters.begin = c.begin;
      letters.end = c.end();
    } else {
      thai |= text::is_thai_letter(c.value);
    }
  }
  return thai ? letters : Span{};
}

}  // namespace

std::vector<Finding> foreign_script(const CheckInput& input) {
  constexpr std::size_t kAround = 12;  // code points: a Thai word or two on each side
  std::vector<Finding> findings;
  for (const Passage& passage : passages(input.record)) {
    const Span letters = mixed_letters(*passage.text);
    if (letters.end == 0) continue;
    Finding finding = finding_at("foreign_script", passage, excerpt(*passage.text, letters, kAround));
    finding.values["letters"] = passage.text->substr(letters.begin, letters.end - letters.begin);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace prongsai::checks
