// SPDX-License-Identifier: GPL-3.0-or-later
#include "variants.h"

#include <vector>

#include "figures.h"
#include "thai_text.h"

namespace train_ocr {
namespace {

// Signs of one row are taken for each other.
const std::vector<std::u32string> kLookAlikes = {
    U"ซชข", U"สลศ", U"ดคตศ", U"ผฝพฟ", U"ภถกฤ", U"ฎฏ",  U"บปษ", U"นมฆ", U"หท", U"อฮ",  U"รธ",  U"งว", U"ณญฌ",  U"ฆม",
    U"ฐฑ",  U"ึืีิ",    U"ั้",     U"่้",     U"์้็",     U"๊๋",    U"ุู",    U"ใไโ", U"เแ", U"๕๔๖", U"๑๓๗", U"๘๙", U"O๐0o", U"1lI|",
    U"5S",  U"8B",  U"2Z",   U"QO",   U"CG",   U"vVw", U".,",  U"–-",  U"“”", U";:",  U"[({", U"])}"};

template <class T>
const T& any(Rng& rng, const std::vector<T>& of) {
  return of[static_cast<size_t>(pick_int(rng, 0, static_cast<int>(of.size()) - 1))];
}

char32_t look_alike(Rng& rng, char32_t sign) {
  for (const std::u32string& row : kLookAlikes)
    if (row.find(sign) != std::u32string::npos)
      return row[static_cast<size_t>(pick_int(rng, 0, static_cast<int>(row.size()) - 1))];
  return sign;
}

}  // namespace

std::string exchange_look_alikes(Rng& rng, const std::string& utf8) {
  std::u32string text = to_u32(utf8);
  const double share = pick_real(rng, 0.05, 0.35);
  for (char32_t& sign : text)
    if (chance(rng, share)) sign = look_alike(rng, sign);
  return to_utf8(text);
}

std::string add_raised_mark(Rng& rng, const std::string& utf8) {
  static const std::vector<std::string> marks = {"¹", "¹", "²", "²", "³", "*", "¹", "**"};
  std::vector<size_t> ends = {utf8.size()};
  for (size_t at = utf8.find(' '); at != std::string::npos; at = utf8.find(' ', at + 1)) ends.push_back(at);
  std::string out = utf8;
  return out.insert(any(rng, ends), any(rng, marks));
}

std::string with_leader(Rng& rng, const std::string& utf8) {
  const std::string dots = chance(rng, 0.8) ? std::string(static_cast<size_t>(pick_int(rng, 4, 24)), '.')
                                            : std::string(static_cast<size_t>(pick_int(rng, 4, 14)), '_');
  const size_t middle = utf8.find(' ', utf8.size() / 3);
  if (middle == std::string::npos || chance(rng, 0.5)) return utf8 + (chance(rng, 0.5) ? " " : "") + dots;
  return utf8.substr(0, middle) + dots + utf8.substr(middle + 1);
}

std::string figures_side_by_side(Rng& rng) {
  std::string out = strict_figure(rng);
  for (int n = pick_int(rng, 1, 2); n > 0; --n) out += " " + strict_figure(rng);
  return out;
}

std::string list_mark(Rng& rng) {
  static const std::vector<std::string> marks = {"✓", "✓", "✓", "✗", "☐", "☑", "☒", "•", "•", "●",
                                                 "○", "■", "–", "-", "-", "…", "✓", "☐", "*", "+"};
  return any(rng, marks);
}

std::string widen_gaps(Rng& rng, const std::string& utf8) {
  const std::string gap(static_cast<size_t>(pick_int(rng, 2, 12)), ' ');
  std::string out;
  for (const char sign : utf8) out += sign == ' ' && chance(rng, 0.7) ? gap : std::string(1, sign);
  return out;
}

}  // namespace train_ocr
