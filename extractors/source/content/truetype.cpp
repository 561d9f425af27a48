#include "extractors/source/content/truetype.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <vector>

namespace prongsai::source {

namespace {

constexpr std::uint32_t kMostGlyphs = 65535;

// Big-endian numbers; 0 beyond the end.
class FontTable {
 public:
  FontTable() = default;
  explicit FontTable(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] std::uint32_t u16(std::size_t at) const { return byte(at) << 8 | byte(at + 1); }
  [[nodiscard]] std::uint32_t u32(std::size_t at) const { return u16(at) << 16 | u16(at + 2); }
  [[nodiscard]] FontTable from(std::size_t at) const { return FontTable(at < bytes_.size() ? bytes_.substr(at) : ""); }
  [[nodiscard]] bool empty() const { return bytes_.empty(); }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] bool starts_with(std::string_view tag) const { return bytes_.substr(0, tag.size()) == tag; }

 private:
  [[nodiscard]] std::uint32_t byte(std::size_t at) const {
    return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0;
  }
  std::string_view bytes_;
};

FontTable table(const FontTable& font, std::string_view tag) {
  const std::uint32_t count = font.u16(4);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t record = 12 + 16 * static_cast<std::size_t>(i);
    if (font.from(record).starts_with(tag)) return font.from(font.u32(record + 8));
  }
  return {};
}

bool is_private(char32_t letter) {
  return letter >= 0xE000 && letter <= 0xF8FF;
}

// The first letter stands, unless it was a private one.
void tell(GlyphLetters& letters, std::uint32_t glyph, char32_t letter) {
  if (glyph == 0 || letter == 0) return;
  const auto [known, added] = letters.try_emplace(glyph, letter);
  if (!added && is_private(known->second) && !is_private(letter)) known->second = letter;
}

// Format 4: segments of 16-bit codes.
void read_segments(const FontTable& map, GlyphLetters& letters) {
  const std::size_t twice = map.u16(6);  // two times the number of segments
  for (std::size_t i = 0; i < twice; i += 2) {
    const std::uint32_t last = map.u16(14 + i);
    const std::uint32_t first = map.u16(16 + twice + i);
    const std::uint32_t delta = map.u16(16 + 2 * twice + i);
    const std::size_t offset_at = 16 + 3 * twice + i;
    const std::uint32_t offset = map.u16(offset_at);
    for (std::uint32_t code = first; code <= last && code < 0xFFFF; ++code) {
      std::uint32_t glyph = code;
      if (offset != 0) {
        glyph = map.u16(offset_at + offset + 2 * static_cast<std::size_t>(code - first));
        if (glyph == 0) continue;
      }
      tell(letters, (glyph + delta) & 0xFFFF, code);
    }
  }
}

// Format 12: groups of 32-bit codes.
void read_groups(const FontTable& map, GlyphLetters& letters) {
  const std::size_t groups = std::min<std::size_t>(map.u32(12), map.size() / 12);
  std::uint32_t left = kMostGlyphs;
  for (std::size_t i = 0; i < groups; ++i) {
    const std::size_t at = 16 + 12 * i;
    const std::uint32_t first = map.u32(at);
    const std::uint32_t last = map.u32(at + 4);
    const std::uint32_t glyph = map.u32(at + 8);
    for (std::uint32_t code = first; code <= last && left > 0; ++code, --left) {
      tell(letters, glyph + (code - first), code);
    }
  }
}

GlyphLetters read_cmap(const FontTable& cmap) {
  GlyphLetters letters;
  const std::uint32_t count = cmap.u16(2);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t record = 4 + 8 * static_cast<std::size_t>(i);
    const std::uint32_t platform = cmap.u16(record);
    const std::uint32_t encoding = cmap.u16(record + 2);
    const bool unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
    if (!unicode) continue;
    const FontTable map = cmap.from(cmap.u32(record + 4));
    if (map.u16(0) == 4) read_segments(map, letters);
    if (map.u16(0) == 12) read_groups(map, letters);
  }
  return letters;
}

std::vector<std::uint32_t> read_coverage(const FontTable& coverage) {
  std::vector<std::uint32_t> glyphs;
  const std::uint32_t count = coverage.u16(2);
  if (coverage.u16(0) == 1) {
    for (std::size_t i = 0; i < count; ++i) glyphs.push_back(coverage.u16(4 + 2 * i));
  } else if (coverage.u16(0) == 2) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t last = coverage.u16(6 + 6 * i);
      for (std::uint32_t glyph = coverage.u16(4 + 6 * i); glyph <= last && glyphs.size() < kMostGlyphs; ++glyph) {
        glyphs.push_back(glyph);
      }
    }
  }
  return glyphs;
}

struct Substitution {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};

void read_single_substitution(const FontTable& subtable, std::vector<Substitution>& found) {
  const auto covered = read_coverage(subtable.from(subtable.u16(2)));
  for (std::size_t i = 0; i < covered.size(); ++i) {
    const std::uint32_t to = subtable.u16(0) == 1 ? (covered[i] + subtable.u16(4)) & 0xFFFF : subtable.u16(6 + 2 * i);
    found.push_back({covered[i], to});
  }
}

// Lookups of kind 1 (one glyph for another), also behind kind 7 (the same at a far offset). Thai marks are moved by
// these, in whatever context.
std::vector<Substitution> read_substitutions(const FontTable& gsub) {
  std::vector<Substitution> found;
  const FontTable lookups = gsub.from(gsub.u16(8));
  const std::size_t count = std::min<std::size_t>(lookups.u16(0), 4096);
  for (std::size_t i = 0; i < count; ++i) {
    const FontTable lookup = lookups.from(lookups.u16(2 + 2 * i));
    const std::size_t subtables = std::min<std::size_t>(lookup.u16(4), 256);
    for (std::size_t j = 0; j < subtables && found.size() < kMostGlyphs; ++j) {
      FontTable subtable = lookup.from(lookup.u16(6 + 2 * j));
      std::uint32_t kind = lookup.u16(0);
      if (kind == 7) {
        kind = subtable.u16(2);
        subtable = subtable.from(subtable.u32(4));
      }
      if (kind == 1) read_single_substitution(subtable, found);
    }
  }
  return found;
}

// Fonts also swap two marks by substituting each for the other, so a glyph that stands for two letters tells neither.
void tell_variants(const std::vector<Substitution>& substitutions, GlyphLetters& letters) {
  std::unordered_map<std::uint32_t, std::set<char32_t>> claims;
  for (const Substitution& substitution : substitutions) {
    const auto known = letters.find(substitution.from);
    if (known != letters.end()) claims[substitution.to].insert(known->second);
  }
  for (const auto& [glyph, claimed] : claims) {
    if (claimed.size() == 1) letters.try_emplace(glyph, *claimed.begin());
  }
}

}  // namespace

GlyphLetters letters_of_glyphs(std::string_view bytes) {
  const FontTable font(bytes);
  const bool sfnt = font.u32(0) == 0x00010000 || font.starts_with("true") || font.starts_with("OTTO");
  if (!sfnt) return {};
  GlyphLetters letters = read_cmap(table(font, "cmap"));
  if (!letters.empty()) tell_variants(read_substitutions(table(font, "GSUB")), letters);
  return letters;
}

}  // namespace prongsai::source
