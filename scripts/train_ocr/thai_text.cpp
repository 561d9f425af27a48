// SPDX-License-Identifier: GPL-3.0-or-later
#include "thai_text.h"

#include <algorithm>

namespace train_ocr {
namespace {

bool is_above_vowel(char32_t c) {
  return c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E37) || c == 0x0E4D;
}
bool is_below_vowel(char32_t c) {
  return c >= 0x0E38 && c <= 0x0E3A;
}
bool is_tone(char32_t c) {
  return c >= 0x0E47 && c <= 0x0E4C;
}
bool is_mark(char32_t c) {
  return is_above_vowel(c) || is_below_vowel(c) || is_tone(c) || c == 0x0E33;
}
bool is_consonant(char32_t c) {
  return c >= 0x0E01 && c <= 0x0E2E;
}

bool in_charset(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return true;
  if (c >= 0x0E01 && c <= 0x0E3A && c != 0x0E03 + 0x1000) return true;
  if (c >= 0x0E3F && c <= 0x0E4D) return true;
  if (c >= 0x0E50 && c <= 0x0E59) return true;
  static const std::u32string extra = U"“”‘’–•…✓✗☐☑☒●○■¹²³";
  return extra.find(c) != std::u32string::npos;
}

// Marks must stand on a consonant, at most one vowel and one tone sign each.
std::u32string order_marks(const std::u32string& in) {
  std::u32string out;
  for (size_t i = 0; i < in.size();) {
    if (!is_mark(in[i])) {
      out += in[i++];
      continue;
    }
    const bool has_base = !out.empty() && is_consonant(out.back());
    std::u32string vowel, tone, am;
    for (; i < in.size() && is_mark(in[i]); ++i) {
      if (in[i] == 0x0E4D && i + 1 < in.size() &&
          (in[i + 1] == 0x0E32 || (is_tone(in[i + 1]) && i + 2 < in.size() && in[i + 2] == 0x0E32))) {
        am = U"\u0E33";  // nikhahit + aa, with or without a tone between
        if (in[i + 1] != 0x0E32) tone = in[++i];
        ++i;
      } else if (in[i] == 0x0E33) {
        am = U"\u0E33";
      } else if (is_tone(in[i])) {
        tone = in[i];
      } else {
        vowel = in[i];
      }
    }
    if (has_base) out += vowel + tone + am;
  }
  return out;
}

std::u32string tidy_spaces(const std::u32string& in) {
  std::u32string out;
  for (char32_t c : in) {
    if (c == 0xA0 || c == '\t') c = ' ';
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// A cut may not part a mark from its consonant, nor a leading vowel from it.
bool may_cut(const std::u32string& s, size_t at) {
  if (at == 0 || at >= s.size()) return true;
  if (is_mark(s[at]) || s[at] == 0x0E32 || s[at] == 0x0E30) return false;
  const char32_t before = s[at - 1];
  return !(before >= 0x0E40 && before <= 0x0E44);
}

}  // namespace

std::u32string to_u32(const std::string& s) {
  std::u32string out;
  for (size_t i = 0; i < s.size();) {
    const auto b = static_cast<unsigned char>(s[i]);
    const int n = b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    char32_t c = n == 1 ? b : b & (0xFF >> (n + 1));
    for (int k = 1; k < n && i + static_cast<size_t>(k) < s.size(); ++k)
      c = (c << 6) | (static_cast<unsigned char>(s[i + static_cast<size_t>(k)]) & 0x3F);
    out += c;
    i += static_cast<size_t>(n);
  }
  return out;
}

std::string to_utf8(const std::u32string& text) {
  std::string o;
  for (char32_t c : text) {
    if (c < 0x80) {
      o += static_cast<char>(c);
    } else if (c < 0x800) {
      o += static_cast<char>(0xC0 | (c >> 6));
      o += static_cast<char>(0x80 | (c & 0x3F));
    } else {
      o += static_cast<char>(0xE0 | (c >> 12));
      o += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      o += static_cast<char>(0x80 | (c & 0x3F));
    }
  }
  return o;
}

std::string normalise(const std::string& utf8) {
  std::u32string kept;
  for (char32_t c : to_u32(utf8)) {
    if (c == 0x0E03 || c == 0x0E05) {
      kept += c;
      continue;
    }
    if (c == 0x2014) c = 0x2013;
    if (c == 0xA0 || c == '\t') c = ' ';
    if (in_charset(c)) kept += c;
  }
  return to_utf8(tidy_spaces(order_marks(kept)));
}

std::string thai_digits(const std::string& utf8) {
  std::u32string s = to_u32(utf8);
  for (size_t i = 0; i < s.size();) {
    const size_t end = std::min(s.find(U' ', i), s.size());
    const std::u32string word = s.substr(i, end - i);
    // Addresses keep their digits.
    bool address = false;
    for (const char32_t* sign : {U"@", U"www", U"://", U".go.", U".ac."})
      address = address || word.find(sign) != std::u32string::npos;
    for (; i < end; ++i)
      if (!address && s[i] >= '0' && s[i] <= '9') s[i] = 0x0E50 + (s[i] - '0');
    i = end + 1;
  }
  return to_utf8(s);
}

std::string cut_piece(Rng& rng, const std::u32string& s, int max_chars, bool from_start) {
  if (static_cast<int>(s.size()) <= max_chars) return to_utf8(s);
  size_t start = from_start ? 0 : static_cast<size_t>(pick_int(rng, 0, static_cast<int>(s.size()) - max_chars));
  while (start > 0 && !may_cut(s, start)) --start;
  size_t end = std::min(s.size(), start + static_cast<size_t>(max_chars));
  while (end > start + 1 && !may_cut(s, end)) --end;
  return to_utf8(s.substr(start, end - start));
}

}  // namespace train_ocr
