#include "extractors/source/content/font_letters.hpp"

#include <cstdint>
#include <cstdio>
#include <exception>
#include <map>
#include <set>

#include "extractors/source/content/resources.hpp"
#include "extractors/source/content/stream.hpp"
#include "extractors/source/content/truetype.hpp"
#include "extractors/source/content/written.hpp"

namespace prongsai::source {

namespace {

constexpr std::size_t largest_font = 32'000'000;  // bytes, decoded
constexpr std::size_t most_fonts = 500;           // of one document

QPDFObjectHandle descendant(QPDFObjectHandle font) {
  QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
  const bool one = descendants.isArray() && descendants.getArrayNItems() > 0;
  return one ? descendants.getArrayItem(0) : QPDFObjectHandle::newNull();
}

bool tells_nothing(QPDFObjectHandle font) {
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  return font.getKey("/Subtype").isNameAndEquals("/Type0") && !font.hasKey("/ToUnicode") && encoding.isName() &&
         encoding.getName().rfind("/Identity", 0) == 0;
}

std::optional<std::string> font_file(QPDFObjectHandle cid_font) {
  QPDFObjectHandle descriptor = cid_font.getKey("/FontDescriptor");
  if (!descriptor.isDictionary()) return std::nullopt;
  for (const char* key : {"/FontFile2", "/FontFile3"}) {
    QPDFObjectHandle file = descriptor.getKey(key);
    if (file.isStream()) return decoded(file, largest_font);
  }
  return std::nullopt;
}

// Codes are glyph indexes, or are looked up in a table of 16-bit ones (ISO 32000-1, table 117, CIDToGIDMap).
std::map<std::uint32_t, char32_t> by_code(const GlyphLetters& letters, QPDFObjectHandle cid_font) {
  std::map<std::uint32_t, char32_t> codes;
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

std::string to_unicode_map(const std::map<std::uint32_t, char32_t>& codes) {
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
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
  return map + "endcmap\nend\nend\n";
}

bool tell_letters(QPDF& document, QPDFObjectHandle font) {
  QPDFObjectHandle cid_font = descendant(font);
  if (!cid_font.isDictionary()) return false;
  const auto file = font_file(cid_font);
  const GlyphLetters letters = file ? letters_of_glyphs(*file) : GlyphLetters();
  if (letters.empty()) return false;
  font.replaceKey("/ToUnicode", QPDFObjectHandle::newStream(&document, to_unicode_map(by_code(letters, cid_font))));
  font.replaceKey(letters_told_key, QPDFObjectHandle::newBool(true));
  return true;
}

}  // namespace

std::optional<std::string> with_font_letters(QPDF& document, std::vector<QPDFObjectHandle>& pages) {
  bool told = false;
  std::set<QPDFObjGen> seen;
  try {
    for (auto& page : pages) {
      QPDFObjectHandle resources = page_resources(page);
      QPDFObjectHandle fonts = resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull();
      if (!fonts.isDictionary()) continue;
      for (const auto& name : fonts.getKeys()) {
        QPDFObjectHandle font = fonts.getKey(name);
        const bool fresh = font.isDictionary() && font.isIndirect() && seen.insert(font.getObjGen()).second;
        if (fresh && seen.size() <= most_fonts && tells_nothing(font)) told = tell_letters(document, font) || told;
      }
    }
    if (told) return written(document);
  } catch (const std::exception&) {
    // Damaged fonts: the pages are read as they are.
  }
  return std::nullopt;
}

}  // namespace prongsai::source
