#include "extractors/source/pdf/ticks.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::source {

namespace {

using SymbolCodes = std::array<std::pair<char32_t, char32_t>, 7>;

// Microsoft's symbol fonts, by code (the fonts' own character maps).
constexpr SymbolCodes kWingdings = {
    {{0xFC, U'✓'}, {0xFB, U'✗'}, {0xFE, U'☑'}, {0xFD, U'☒'}, {0xA8, U'☐'}, {0x6F, U'☐'}, {0x78, U'☒'}}};
constexpr SymbolCodes kWingdings2 = {
    {{0x50, U'✓'}, {0x4F, U'✗'}, {0x52, U'☑'}, {0x53, U'☒'}, {0x51, U'☒'}, {0xA3, U'☐'}, {0x2A, U'☐'}}};

char32_t sign_of(const SymbolCodes& signs, char32_t code) {
  const auto found = std::find_if(signs.begin(), signs.end(), [&](const auto& sign) { return sign.first == code; });
  return found == signs.end() ? 0 : found->second;
}

std::string lower(const std::string& name) {
  std::string out;
  for (const char c : name) out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  return out;
}

}  // namespace

void name_ticks(Word& word) {
  const std::string font = lower(word.font);
  const bool symbols = font.find("wingdings") != std::string::npos;
  const bool second = font.find("wingdings2") != std::string::npos || font.find("wingdings-2") != std::string::npos ||
                      font.find("wingdings 2") != std::string::npos;
  std::u32string codes = text::to_utf32(word.text);
  bool changed = false;
  for (char32_t& c : codes) {
    const bool by_symbol_code = c >= 0xF020 && c <= 0xF0FF;
    if (!by_symbol_code && !(symbols && c < 0x100)) continue;
    const char32_t code = by_symbol_code ? c - 0xF000 : c;
    char32_t sign = sign_of(second ? kWingdings2 : kWingdings, code);
    if (sign == 0 && !symbols) sign = sign_of(kWingdings2, code);
    if (sign == 0) continue;
    c = sign;
    changed = true;
  }
  if (changed) word.text = text::to_utf8(codes);
}

}  // namespace prongsai::source
