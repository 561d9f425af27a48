#include "extractors/source/content/fonts.hpp"

#include <algorithm>
#include <exception>
#include <string>
#include <vector>

#include "extractors/source/content/font_letters.hpp"
#include "extractors/source/content/stream.hpp"
#include "extractors/source/content/tokens.hpp"

namespace prongsai::source {

namespace {

constexpr std::uint32_t kLastCode = 0xFFFF;
constexpr std::size_t kLargestCmap = 4'000'000;  // bytes, decoded
constexpr double kStandardAdvance = 0.55;        // of the em: about that of the fonts whose widths need not be stated
constexpr int kMostEntries = 500'000;            // of one CMap or width table: ranges may repeat without end

std::uint32_t to_code(std::string_view bytes) {
  std::uint32_t code = 0;
  for (const char byte : bytes.substr(0, 4)) code = code << 8 | static_cast<unsigned char>(byte);
  return code;
}

// UTF-16BE; only the first code point matters here.
char32_t first_letter(std::string_view bytes) {
  if (bytes.size() < 2) return bytes.empty() ? 0 : static_cast<unsigned char>(bytes[0]);
  const char32_t unit = to_code(bytes.substr(0, 2));
  if (unit < 0xD800 || unit >= 0xDC00 || bytes.size() < 4) return unit;
  return 0x10000 + ((unit - 0xD800) << 10) + (to_code(bytes.substr(2, 2)) - 0xDC00);
}

// 0 for what is no code, negative numbers included.
std::uint32_t code_or_zero(QPDFObjectHandle value) {
  const double number = value.isNumber() ? value.getNumericValue() : 0;
  return number > 0 && number <= kLastCode ? static_cast<std::uint32_t>(number) : 0;
}

double number_or(QPDFObjectHandle value, double otherwise) {
  return value.isNumber() ? value.getNumericValue() : otherwise;
}

bool names_letters(const std::string& encoding) {
  return encoding == "/WinAnsiEncoding" || encoding == "/MacRomanEncoding" || encoding == "/StandardEncoding";
}

// Glyph names of the form g12, G0A, c45, a3, cid7 or index12 stand for a position in the font, not for a letter.
bool is_position_name(const std::string& name) {
  const auto digit = std::find_if(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digit == name.end() || name.rfind("/uni", 0) == 0 || name.rfind("/u1", 0) == 0) return false;
  const auto letters = digit - name.begin() - 1;
  return letters <= 1 || name.rfind("/cid", 0) == 0 || name.rfind("/index", 0) == 0 || name.rfind("/glyph", 0) == 0;
}

bool differences_name_letters(QPDFObjectHandle differences) {
  int names = 0;
  int positions = 0;
  for (auto item : differences.aitems()) {
    if (!item.isName() || item.getName() == "/.notdef") continue;
    ++names;
    if (item.getName().size() > 1 && is_position_name(item.getName())) ++positions;
  }
  return names > 0 && positions * 2 < names;
}

bool simple_encoding_names_letters(QPDFObjectHandle font) {
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  if (encoding.isName()) return names_letters(encoding.getName());
  if (encoding.isDictionary()) {
    QPDFObjectHandle differences = encoding.getKey("/Differences");
    if (differences.isArray()) return differences_name_letters(differences);
    return encoding.getKey("/BaseEncoding").isName();
  }
  // A Type 1 font carries its own names; a TrueType or Type 3 font without an encoding names nothing.
  return font.getKey("/Subtype").isNameAndEquals("/Type1");
}

bool composite_encoding_names_letters(QPDFObjectHandle font) {
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  return encoding.isName() && encoding.getName().rfind("/Identity", 0) != 0;
}

// One "begin… end…" block at a time.
class CMapReader {
 public:
  explicit CMapReader(std::string_view cmap) : tokens_(cmap) {}

  std::unordered_map<std::uint32_t, char32_t> read() {
    for (Token token = tokens_.next(); token.kind != Token::Kind::end; token = tokens_.next()) {
      if (token.kind != Token::Kind::keyword) continue;
      if (token.text == "beginbfchar") read_characters();
      if (token.text == "beginbfrange") read_ranges();
    }
    return std::move(letters_);
  }

 private:
  void read_characters() {
    for (Token from = tokens_.next(); from.kind == Token::Kind::string; from = tokens_.next()) {
      const std::uint32_t code = to_code(from.text);
      const Token to = tokens_.next();
      if (to.kind == Token::Kind::string) letters_[code] = first_letter(to.text);
    }
  }

  void read_ranges() {
    for (Token from = tokens_.next(); from.kind == Token::Kind::string; from = tokens_.next()) {
      const std::uint32_t first = to_code(from.text);
      const std::uint32_t last = std::min(to_code(tokens_.next().text), kLastCode);
      const Token to = tokens_.next();
      if (to.kind == Token::Kind::array_begin) {
        read_listed(first);
      } else if (to.kind == Token::Kind::string) {
        const char32_t letter = first_letter(to.text);
        for (std::uint32_t code = first; code <= last && --entries_left_ > 0; ++code) {
          letters_[code] = letter + (code - first);
        }
      }
    }
  }

  void read_listed(std::uint32_t code) {
    for (Token to = tokens_.next(); to.kind == Token::Kind::string; to = tokens_.next()) {
      letters_[code++] = first_letter(to.text);
    }
  }

  Tokens tokens_;
  int entries_left_ = kMostEntries;
  std::unordered_map<std::uint32_t, char32_t> letters_;
};

}  // namespace

std::unordered_map<std::uint32_t, char32_t> parse_to_unicode(std::string_view cmap) {
  return CMapReader(cmap).read();
}

std::string without_subset_prefix(const std::string& name) {
  const bool prefixed = name.size() > 7 && name[6] == '+' &&
                        std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
  return prefixed ? name.substr(7) : name;
}

PdfFont::PdfFont(QPDFObjectHandle font) {
  QPDFObjectHandle name = font.getKey("/BaseFont");
  if (name.isName()) name_ = without_subset_prefix(name.getName().substr(1));
  type3_ = font.getKey("/Subtype").isNameAndEquals("/Type3");
  letters_told_ = font.hasKey(kLettersToldKey);
  composite_ = font.getKey("/Subtype").isNameAndEquals("/Type0");
  read_to_unicode(font.getKey("/ToUnicode"));
  if (composite_) {
    speaks_no_unicode_ = letters_.empty() && !composite_encoding_names_letters(font);
    QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
    if (descendants.isArray() && descendants.getArrayNItems() > 0) read_composite_widths(descendants.getArrayItem(0));
  } else {
    speaks_no_unicode_ = letters_.empty() && !simple_encoding_names_letters(font);
    read_simple_widths(font);
  }
}

char32_t PdfFont::letter(std::uint32_t code) const {
  const auto found = letters_.find(code);
  return found == letters_.end() ? 0 : found->second;
}

double PdfFont::advance(std::uint32_t code) const {
  const auto found = advances_.find(code);
  return found == advances_.end() ? default_advance_ : found->second;
}

void PdfFont::read_to_unicode(QPDFObjectHandle stream) {
  if (!stream.isStream()) return;
  if (const auto cmap = decoded(stream, kLargestCmap)) letters_ = parse_to_unicode(*cmap);
}

// [ code [w w …]  first last w  … ] in thousandths of the em (ISO 32000-1, 9.7.4.3).
void PdfFont::read_composite_widths(QPDFObjectHandle descendant) {
  if (!descendant.isDictionary()) return;
  default_advance_ = number_or(descendant.getKey("/DW"), 1000) / 1000;
  QPDFObjectHandle widths = descendant.getKey("/W");
  if (!widths.isArray()) return;
  std::vector<QPDFObjectHandle> items = widths.getArrayAsVector();
  int entries_left = kMostEntries;
  for (std::size_t i = 0; i + 1 < items.size();) {
    std::uint32_t code = code_or_zero(items[i]);
    if (items[i + 1].isArray()) {
      for (auto width : items[i + 1].aitems()) advances_[code++] = number_or(width, 0) / 1000;
      i += 2;
    } else if (i + 2 < items.size()) {
      const std::uint32_t last = code_or_zero(items[i + 1]);
      const double width = number_or(items[i + 2], 0) / 1000;
      for (; code <= last && --entries_left > 0; ++code) advances_[code] = width;
      i += 3;
    } else {
      break;
    }
  }
}

void PdfFont::read_simple_widths(QPDFObjectHandle font) {
  QPDFObjectHandle widths = font.getKey("/Widths");
  if (!widths.isArray()) {
    default_advance_ = kStandardAdvance;
    return;
  }
  double unit = 0.001;  // of the em; a Type 3 font states its own
  QPDFObjectHandle matrix = font.getKey("/FontMatrix");
  if (matrix.isArray() && matrix.getArrayNItems() == 6) unit = number_or(matrix.getArrayItem(0), unit);
  std::uint32_t code = code_or_zero(font.getKey("/FirstChar"));
  for (auto width : widths.aitems()) advances_[code++] = number_or(width, 0) * unit;
}

const PdfFont* PdfFonts::get(QPDFObjectHandle font) {
  if (!font.isDictionary()) return nullptr;
  auto& slot = font.isIndirect() ? fonts_[font.getObjGen()] : direct_[font.unparse()];
  if (!slot) slot = std::make_unique<PdfFont>(font);
  return slot.get();
}

}  // namespace prongsai::source
