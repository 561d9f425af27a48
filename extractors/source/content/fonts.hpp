// What a font of the page says of its codes: the letter behind each and how far it moves the pen.
//
// Read for two questions that Poppler's text boxes cannot answer: which glyphs a page paints without any letter
// behind them, and whether a glyph that paints the ring of ำ was dropped before an า.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <qpdf/QPDFObjGen.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>
#include <unordered_map>

namespace prongsai::source {

class PdfFont {
 public:
  explicit PdfFont(QPDFObjectHandle font);

  // BaseFont without its subset prefix; "" where it has none.
  [[nodiscard]] const std::string& name() const { return name_; }
  // A Type 3 font's own unit is what its designer liked: its size says nothing of its letters' height.
  [[nodiscard]] bool is_type3() const { return type3_; }
  [[nodiscard]] int bytes_per_code() const { return composite_ ? 2 : 1; }
  // Neither ToUnicode nor an encoding that names letters: whatever text comes out is not what the page shows.
  [[nodiscard]] bool speaks_no_unicode() const { return speaks_no_unicode_; }
  // Its letters were told by its own tables (font_letters.hpp), not by the document.
  [[nodiscard]] bool letters_told() const { return letters_told_; }
  [[nodiscard]] bool has_to_unicode() const { return !letters_.empty(); }
  // The first code point that ToUnicode gives; 0 where it gives none.
  [[nodiscard]] char32_t letter(std::uint32_t code) const;
  // Of the em; 0 where the font states none.
  [[nodiscard]] double advance(std::uint32_t code) const;

 private:
  void read_to_unicode(QPDFObjectHandle stream);
  void read_composite_widths(QPDFObjectHandle descendant);
  void read_simple_widths(QPDFObjectHandle font);

  std::string name_;
  bool type3_ = false;
  bool composite_ = false;
  bool speaks_no_unicode_ = false;
  bool letters_told_ = false;
  double default_advance_ = 0;
  std::unordered_map<std::uint32_t, char32_t> letters_;
  std::unordered_map<std::uint32_t, double> advances_;
};

// "ABCDEF+THSarabunPSK" → "THSarabunPSK" (ISO 32000-1, 9.6.4).
[[nodiscard]] std::string without_subset_prefix(const std::string& name);

// Fonts by object, read once a document; a font stays as long as this does.
class PdfFonts {
 public:
  // Null when `font` is no font dictionary.
  [[nodiscard]] const PdfFont* get(QPDFObjectHandle font);

 private:
  std::map<QPDFObjGen, std::unique_ptr<PdfFont>> fonts_;
  std::map<std::string, std::unique_ptr<PdfFont>> direct_;  // fonts written inside the resources, by their text
};

// Letters of a ToUnicode CMap (Adobe Technical Note 5411). Ranges beyond the 16-bit codes are cut.
[[nodiscard]] std::unordered_map<std::uint32_t, char32_t> parse_to_unicode(std::string_view cmap);

}  // namespace prongsai::source
