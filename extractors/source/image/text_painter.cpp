#include "extractors/source/image/text_painter.hpp"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <harfbuzz/hb-ft.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>

namespace prongsai::source {
namespace {

constexpr int kLetters = 17;  // pixels an em
constexpr int kMargin = 16;   // pixels
constexpr int kBar = 6;       // pixels
constexpr int kBaseline = 18;
constexpr int kUnit = 64;  // of a pixel, as FreeType and HarfBuzz count
constexpr int kWhite = 255;
constexpr int kMarkedGround = 221;
constexpr int kFaintInk = 96;
constexpr int kShade = 17;  // 16 shades of grey: the file is half as large, and no eye sees it

// The face that the machine's set-up prefers for Thai; "" where it has none.
std::string thai_face_file() {
  using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;
  const Pattern wanted(FcNameParse(reinterpret_cast<const FcChar8*>("sans-serif:lang=th:scalable=true")),
                       FcPatternDestroy);
  if (!wanted) return "";
  FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result = FcResultMatch;
  const Pattern found(FcFontMatch(nullptr, wanted.get(), &result), FcPatternDestroy);
  FcCharSet* letters = nullptr;
  FcChar8* file = nullptr;
  const bool is_thai = found && FcPatternGetCharSet(found.get(), FC_CHARSET, 0, &letters) == FcResultMatch &&
                       FcCharSetHasChar(letters, U'ก') == FcTrue &&
                       FcPatternGetString(found.get(), FC_FILE, 0, &file) == FcResultMatch;
  return is_thai ? reinterpret_cast<const char*>(file) : "";
}

struct Glyph {
  unsigned id;
  std::size_t byte;  // of the text, where its cluster begins
  long x, y;         // of its origin from the row's, in units
  long advance;
};

// One row: a part of a line that is no wider than the picture.
struct Row {
  std::vector<Glyph> glyphs;
  PaintedLine::Look look;
};

}  // namespace

struct TextPainter::Face {
  std::string bytes;
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  hb_font_t* font = nullptr;

  ~Face() {
    hb_font_destroy(font);
    FT_Done_Face(face);
    FT_Done_FreeType(library);
  }

  bool load(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
    if (bytes.empty() || FT_Init_FreeType(&library) != 0) return false;
    if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()), static_cast<FT_Long>(bytes.size()),
                           0, &face) != 0)
      return false;
    if (FT_Set_Pixel_Sizes(face, 0, kLetters) != 0) return false;
    font = hb_ft_font_create_referenced(face);
    hb_ft_font_set_load_flags(font, FT_LOAD_NO_HINTING);
    return true;
  }

  [[nodiscard]] std::vector<Glyph> shaped(std::string_view text) const {
    const std::unique_ptr<hb_buffer_t, decltype(&hb_buffer_destroy)> buffer(hb_buffer_create(), hb_buffer_destroy);
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_guess_segment_properties(buffer.get());
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_shape(font, buffer.get(), nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* const places = hb_buffer_get_glyph_positions(buffer.get(), &count);
    std::vector<Glyph> glyphs;
    long pen = 0;
    for (unsigned i = 0; i < count; ++i) {
      glyphs.push_back(
          {infos[i].codepoint, infos[i].cluster, pen + places[i].x_offset, places[i].y_offset, places[i].x_advance});
      pen += places[i].x_advance;
    }
    return glyphs;
  }

  // Index of the glyph that the next row begins with: after the last blank that fits, else where it gets too wide.
  static std::size_t break_in(const std::vector<Glyph>& glyphs, std::string_view text) {
    constexpr long kRoom = static_cast<long>(kWide - 2 * kMargin) * kUnit;
    std::size_t after_blank = 0;
    std::size_t cluster = 0;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
      if (i > 0 && glyphs[i].byte != glyphs[i - 1].byte) {
        cluster = i;
        if (text[glyphs[i - 1].byte] == ' ') after_blank = i;
      }
      if (glyphs[i].x + glyphs[i].advance > kRoom)
        return std::max<std::size_t>(after_blank > 0 ? after_blank : cluster, 1);
    }
    return glyphs.size();
  }

  [[nodiscard]] std::vector<Row> rows_of(const std::vector<PaintedLine>& lines) const {
    std::vector<Row> rows;
    for (const PaintedLine& line : lines) {
      std::string_view rest = line.text;
      do {
        if (rows.size() >= kMostRows) return rows;
        std::vector<Glyph> glyphs = shaped(rest);
        const std::size_t end = break_in(glyphs, rest);
        const std::size_t taken = end < glyphs.size() ? glyphs[end].byte : rest.size();
        glyphs.resize(end);
        rows.push_back({std::move(glyphs), line.look});
        rest.remove_prefix(std::min(std::max<std::size_t>(taken, 1), rest.size()));
      } while (!rest.empty());
    }
    return rows;
  }

  void draw(const Row& row, Pix* pix, int top) const {
    const int ink = row.look == PaintedLine::Look::faint ? kFaintInk : 0;
    if (row.look == PaintedLine::Look::marked) {
      pixRasterop(pix, 0, top, kWide, kRowHeight, PIX_CLR, nullptr, 0, 0);
      for (int y = top; y < top + kRowHeight; ++y) {
        l_uint32* const line = pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
        for (int x = kBar; x < kWide; ++x) SET_DATA_BYTE(line, x, kMarkedGround);
      }
    }
    for (const Glyph& glyph : row.glyphs) draw(glyph, ink, pix, top);
  }

  void draw(const Glyph& glyph, int ink, Pix* pix, int top) const {
    if (FT_Load_Glyph(face, glyph.id, FT_LOAD_NO_HINTING | FT_LOAD_RENDER) != 0) return;
    const FT_GlyphSlot slot = face->glyph;
    if (slot->bitmap.pixel_mode != FT_PIXEL_MODE_GRAY) return;
    const int left = kMargin + static_cast<int>(glyph.x / kUnit) + slot->bitmap_left;
    const int above = top + kBaseline - static_cast<int>(glyph.y / kUnit) - slot->bitmap_top;
    for (int row = 0; row < static_cast<int>(slot->bitmap.rows); ++row) {
      const int y = above + row;
      if (y < 0 || y >= pixGetHeight(pix)) continue;
      l_uint32* const line = pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
      const unsigned char* const from = slot->bitmap.buffer + static_cast<std::ptrdiff_t>(row) * slot->bitmap.pitch;
      for (int column = 0; column < static_cast<int>(slot->bitmap.width); ++column) {
        const int x = left + column;
        if (x < 0 || x >= kWide) continue;
        const int ground = GET_DATA_BYTE(line, x);
        const int mixed = (ground * (kWhite - from[column]) + ink * from[column]) / kWhite;
        SET_DATA_BYTE(line, x, mixed / kShade * kShade);
      }
    }
  }
};

TextPainter::TextPainter() : face_(std::make_unique<Face>()) {
  const std::string file = thai_face_file();
  if (file.empty() || !face_->load(file)) face_.reset();
}

TextPainter::~TextPainter() = default;

bool TextPainter::ready() const {
  return face_ != nullptr;
}

Raster TextPainter::paint(const std::vector<PaintedLine>& lines) const {
  constexpr double kDpi = 96;
  if (!face_) return {};
  const std::vector<Row> rows = face_->rows_of(lines);
  const int high = static_cast<int>(rows.size()) * kRowHeight + kMargin;
  Pix* const pix = pixCreate(kWide, high, 8);
  if (pix == nullptr) return {};
  pixSetAll(pix);
  Raster picture(pix, kDpi);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    face_->draw(rows[i], pix, kMargin / 2 + static_cast<int>(i) * kRowHeight);
  }
  return picture;
}

}  // namespace prongsai::source
