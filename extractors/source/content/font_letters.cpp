#include "extractors/source/content/font_letters.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <map>
#include <set>
#include <unordered_map>

#include "extractors/source/content/fonts.hpp"
#include "extractors/source/content/resources.hpp"
#include "extractors/source/content/stream.hpp"
#include "extractors/source/content/truetype.hpp"
#include "extractors/source/content/written.hpp"
#include "extractors/text/thai/glyphs.hpp"
#include "extractors/text/unicode/thai_letters.hpp"

namespace prongsai::source {

namespace {

constexpr std::size_t kLargestFont = 32'000'000;  // bytes, decoded
constexpr std::size_t kMostFonts = 500;           // of one document
constexpr std::size_t kLargestMap = 4'000'000;    // bytes, decoded
// A font's own tables are believed against the map where they agree on so many other letters, and on so many for each
// on which they do not.
constexpr int kLeastAlike = 5;
constexpr int kMostDifferent = 9;

using LettersByCode = std::map<std::uint32_t, char32_t>;

QPDFObjectHandle descendant(QPDFObjectHandle font) {
  QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
  const bool one = descendants.isArray() && descendants.getArrayNItems() > 0;
  return one ? descendants.getArrayItem(0) : QPDFObjectHandle::newNull();
}

// A composite font whose codes are places in the font.
bool has_glyph_codes(QPDFObjectHandle font) {
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  return font.getKey("/Subtype").isNameAndEquals("/Type0") && encoding.isName() &&
         encoding.getName().rfind("/Identity", 0) == 0;
}

std::optional<std::string> font_file(QPDFObjectHandle cid_font) {
  QPDFObjectHandle descriptor = cid_font.getKey("/FontDescriptor");
  if (!descriptor.isDictionary()) return std::nullopt;
  for (const char* key : {"/FontFile2", "/FontFile3"}) {
    QPDFObjectHandle file = descriptor.getKey(key);
    if (file.isStream()) return decoded(file, kLargestFont);
  }
  return std::nullopt;
}

// Codes are glyph indexes, or are looked up in a table of 16-bit ones (ISO 32000-1, table 117, CIDToGIDMap).
LettersByCode by_code(const GlyphLetters& letters, QPDFObjectHandle cid_font) {
  LettersByCode codes;
  QPDFObjectHandle table = cid_font.getKey("/CIDToGIDMap");
  if (!table.isStream()) {
    codes.insert(letters.begin(), letters.end());
    return codes;
  }
  const auto glyphs = decoded(table, 2 * 65536);
  for (std::size_t i = 0; glyphs && i + 1 < glyphs->size(); i += 2) {
    const auto high = static_cast<unsigned char>((*glyphs)[i]);
    const auto low = static_cast<unsigned char>((*glyphs)[i + 1]);
    const auto letter = letters.find(static_cast<std::uint32_t>(high << 8 | low));
    if (letter != letters.end()) codes.emplace(static_cast<std::uint32_t>(i / 2), letter->second);
  }
  return codes;
}

std::string hex(char32_t value) {
  char text[9];
  std::snprintf(text, sizeof text, "%04X", static_cast<unsigned>(value));
  return text;
}

std::string utf16(char32_t letter) {
  if (letter < 0x10000) return hex(letter);
  const char32_t above = letter - 0x10000;
  return hex(0xD800 + (above >> 10)) + hex(0xDC00 + (above & 0x3FF));
}

constexpr const char* kMapHead =
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
constexpr const char* kMapEnd = "endcmap\nend\nend\n";

std::string map_entries(const LettersByCode& codes) {
  std::string map;
  auto next = codes.begin();
  for (std::size_t left = codes.size(); left > 0;) {
    const std::size_t block = left < 100 ? left : 100;  // entries of one block at most, by Adobe Technical Note 5014
    map += std::to_string(block) + " beginbfchar\n";
    for (std::size_t i = 0; i < block; ++i, ++next) {
      map += "<" + hex(next->first) + "> <" + utf16(next->second) + ">\n";
    }
    map += "endbfchar\n";
    left -= block;
  }
  return map;
}

LettersByCode letters_by_own_tables(QPDFObjectHandle font) {
  QPDFObjectHandle cid_font = descendant(font);
  if (!cid_font.isDictionary()) return {};
  const auto file = font_file(cid_font);
  return file ? by_code(letters_of_glyphs(*file), cid_font) : LettersByCode();
}

void set_map(QPDF& document, QPDFObjectHandle font, const std::string& map) {
  font.replaceKey("/ToUnicode", QPDFObjectHandle::newStream(&document, map));
}

bool tell_letters(QPDF& document, QPDFObjectHandle font) {
  const LettersByCode letters = letters_by_own_tables(font);
  if (letters.empty()) return false;
  set_map(document, font, kMapHead + map_entries(letters) + kMapEnd);
  font.replaceKey(kLettersToldKey, QPDFObjectHandle::newBool(true));
  return true;
}

// A map that says a blank, or a sign of ASCII, for what draws a Thai letter or mark.
bool says_no_thai(char32_t told) {
  return told < 0x80 || told == 0xA0;
}

// Codes whose Thai letter or mark the map does not say but the font's own tables do. Nothing where the two tell
// different stories of other letters, too: a font that was cut down may have been given codes of its own.
LettersByCode unsaid(const std::unordered_map<std::uint32_t, char32_t>& told, const LettersByCode& letters) {
  LettersByCode found;
  int alike = 0, different = 0;
  for (const auto& [code, said] : told) {
    const auto own = letters.find(code);
    const char32_t letter = own == letters.end() ? 0 : text::thai_letter_of(own->second);
    if (!text::is_thai(letter)) continue;
    if (says_no_thai(said))
      found.emplace(code, letter);
    else
      ++(text::thai_letter_of(said) == letter ? alike : different);
  }
  return alike >= kLeastAlike && alike >= kMostDifferent * different ? found : LettersByCode();
}

bool mend_letters(QPDF& document, QPDFObjectHandle font) {
  QPDFObjectHandle stream = font.getKey("/ToUnicode");
  const auto map = stream.isStream() ? decoded(stream, kLargestMap) : std::nullopt;
  if (!map) return false;
  const auto told = parse_to_unicode(*map);
  const auto blank = std::ranges::any_of(told, [](const auto& entry) { return says_no_thai(entry.second); });
  const LettersByCode found = blank ? unsaid(told, letters_by_own_tables(font)) : LettersByCode();
  const std::size_t end = map->rfind("endcmap");
  if (found.empty() || end == std::string::npos) return false;
  set_map(document, font, map->substr(0, end) + map_entries(found) + map->substr(end));
  return true;
}

bool make_legible(QPDF& document, QPDFObjectHandle font) {
  if (!has_glyph_codes(font)) return false;
  return font.hasKey("/ToUnicode") ? mend_letters(document, font) : tell_letters(document, font);
}

}  // namespace

std::optional<std::string> with_font_letters(QPDF& document, std::vector<QPDFObjectHandle>& pages) {
  bool mended = false;
  std::set<QPDFObjGen> seen;
  try {
    for (auto& page : pages) {
      QPDFObjectHandle resources = page_resources(page);
      QPDFObjectHandle fonts = resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull();
      if (!fonts.isDictionary()) continue;
      for (const auto& name : fonts.getKeys()) {
        QPDFObjectHandle font = fonts.getKey(name);
        const bool fresh = font.isDictionary() && font.isIndirect() && seen.insert(font.getObjGen()).second;
        if (fresh && seen.size() <= kMostFonts) mended = make_legible(document, font) || mended;
      }
    }
    if (mended) return written(document);
  } catch (const std::exception&) {
    // Damaged fonts: the pages are read as they are.
  }
  return std::nullopt;
}

}  // namespace prongsai::source
