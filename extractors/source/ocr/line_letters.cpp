#include "extractors/source/ocr/line_letters.hpp"

#include <cstddef>
#include <span>
#include <utility>

#include "extractors/text/thai/likelier_letters.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::source {
namespace {

// 0: no Thai letter, or more than one.
char32_t thai_letter(const std::string& sign) {
  const std::u32string codes = text::to_utf32(sign);
  return codes.size() == 1 && text::is_thai_letter(codes[0]) ? codes[0] : 0;
}

text::SeenLetter seen(const Symbol& symbol) {
  text::SeenLetter letter{{thai_letter(symbol.text), symbol.confidence}, {}};
  for (const OtherSign& other : symbol.others) letter.others.push_back({thai_letter(other.text), other.confidence});
  return letter;
}

void settle_run(std::span<Symbol> run) {
  std::vector<text::SeenLetter> letters;
  letters.reserve(run.size());
  for (const Symbol& symbol : run) letters.push_back(seen(symbol));
  for (const text::LikelierLetter& likelier : text::likelier_letters(letters)) {
    Symbol& symbol = run[likelier.at];
    std::swap(symbol.text, symbol.others[likelier.other].text);
  }
}

}  // namespace

void settle_letters(LineReading& reading) {
  std::vector<Symbol>& symbols = reading.symbols;
  for (std::size_t begin = 0; begin < symbols.size();) {
    std::size_t end = begin;
    while (end < symbols.size() && thai_letter(symbols[end].text) != 0) ++end;
    if (end > begin) settle_run(std::span(symbols).subspan(begin, end - begin));
    begin = end + (end == begin ? 1 : 0);
  }
  reading.text.clear();
  for (const Symbol& symbol : symbols) reading.text += symbol.text;
}

}  // namespace prongsai::source
