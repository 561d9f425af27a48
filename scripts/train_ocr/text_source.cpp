// SPDX-License-Identifier: GPL-3.0-or-later
#include "text_source.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iomanip>
#include <sstream>
#include <stdexcept>

#include "variants.h"

namespace train_ocr {

int pick_int(Rng& rng, int lo, int hi) {
  return std::uniform_int_distribution<int>(lo, hi)(rng);
}
double pick_real(Rng& rng, double lo, double hi) {
  return std::uniform_real_distribution<double>(lo, hi)(rng);
}
bool chance(Rng& rng, double p) {
  return pick_real(rng, 0, 1) < p;
}

namespace {

const std::string& pick(Rng& rng, const std::vector<std::string>& of) {
  return of[static_cast<size_t>(pick_int(rng, 0, static_cast<int>(of.size()) - 1))];
}

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

std::string cut_piece(Rng& rng, const std::u32string& s, int max_chars, bool from_start) {
  if (static_cast<int>(s.size()) <= max_chars) return to_utf8(s);
  size_t start = from_start ? 0 : static_cast<size_t>(pick_int(rng, 0, static_cast<int>(s.size()) - max_chars));
  while (start > 0 && !may_cut(s, start)) --start;
  size_t end = std::min(s.size(), start + static_cast<size_t>(max_chars));
  while (end > start + 1 && !may_cut(s, end)) --end;
  return to_utf8(s.substr(start, end - start));
}

bool held_out_hash(const std::string& s) {
  uint64_t h = 1469598103934665603ull;
  for (unsigned char c : s) h = (h ^ c) * 1099511628211ull;
  return (h >> 17) % 20 == 0;
}

std::vector<std::string> read_lines(const std::string& path, Part part) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<std::string> lines;
  for (std::string l; std::getline(in, l);) {
    if (held_out_hash(l) != (part == Part::held_out)) continue;
    std::string n = normalise(l);
    if (!n.empty()) lines.push_back(std::move(n));
  }
  return lines;
}

std::string fixed(double v, int decimals) {
  std::ostringstream o;
  o << std::fixed << std::setprecision(decimals) << v;
  return o.str();
}

std::string with_commas(const std::string& digits) {
  std::string out;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

std::string random_digits(Rng& rng, int n) {
  std::string s;
  for (int i = 0; i < n; ++i) s += static_cast<char>('0' + pick_int(rng, 0, 9));
  return s;
}

std::string natural(Rng& rng, int max_digits) {
  std::string s = random_digits(rng, pick_int(rng, 1, max_digits));
  if (s.size() > 1 && s[0] == '0' && !chance(rng, 0.1)) s[0] = static_cast<char>('1' + pick_int(rng, 0, 8));
  return s;
}

std::string score(Rng& rng) {
  return fixed(pick_real(rng, 0, 100.2), chance(rng, 0.85) ? 2 : 1);
}
std::string year(Rng& rng) {
  return std::to_string(chance(rng, 0.85) ? pick_int(rng, 2555, 2579) : pick_int(rng, 1990, 2599));
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

TextSource::TextSource(const std::string& text_dir, const std::string& grammar, Part part)
    : part_(part),
      messages_(read_lines(text_dir + "/messages.txt", part)),
      words_(read_lines(text_dir + "/words.txt", part)) {
  std::ifstream in(grammar);
  if (!in) throw std::runtime_error("cannot read " + grammar);
  std::string current;
  for (std::string l; std::getline(in, l);) {
    if (l.empty() || l[0] == '#') continue;
    if (l[0] == '@') {
      current = l.substr(1);
    } else if (l.find(" | ") != std::string::npos) {
      std::string rest = l;
      for (size_t p; (p = rest.find(" | ")) != std::string::npos; rest.erase(0, p + 3))
        rules_[current].push_back(rest.substr(0, p));
      rules_[current].push_back(rest);
    } else {
      rules_[current].push_back(l);
    }
  }
}

// Grammar references are {rule}; {a-b} is an integer, {#n} n random digits,
// {score} a score, {year} a Buddhist year, {word} any word of the word list.
std::string TextSource::expand(Rng& rng, const std::string& rule, int depth) const {
  if (depth > 12) return "";
  if (rule == "score") return score(rng);
  if (rule == "year") return year(rng);
  if (rule == "word") return pick(rng, words_);
  if (rule == "comma") return with_commas(natural(rng, 7));
  if (rule[0] == '#') return random_digits(rng, std::stoi(rule.substr(1)));
  if (std::isdigit(static_cast<unsigned char>(rule[0]))) {
    const size_t dash = rule.find('-');
    return std::to_string(pick_int(rng, std::stoi(rule), std::stoi(rule.substr(dash + 1))));
  }
  const auto it = rules_.find(rule);
  if (it == rules_.end()) throw std::runtime_error("grammar has no rule " + rule);
  const std::string& alt = pick(rng, it->second);
  std::string out;
  for (size_t i = 0; i < alt.size(); ++i) {
    const size_t close = alt[i] == '{' ? alt.find('}', i) : std::string::npos;
    if (close == std::string::npos) {
      out += alt[i];
    } else {
      out += expand(rng, alt.substr(i + 1, close - i - 1), depth + 1);
      i = close;
    }
  }
  return out;
}

std::string TextSource::strict_figure(Rng& rng) {
  std::string s;
  switch (pick_int(rng, 0, 13)) {
    case 0:
    case 1:
    case 2:
    case 3:
      s = score(rng);
      break;
    case 4:
    case 5:
      s = natural(rng, 3);
      break;
    case 6:
      s = natural(rng, 8);
      break;
    case 7:
      s = year(rng);
      break;
    case 8:
      s = with_commas(natural(rng, 9)) + (chance(rng, 0.4) ? "." + random_digits(rng, 2) : "");
      break;
    case 9:
      s = natural(rng, 3) + "/" + (chance(rng, 0.6) ? year(rng) : natural(rng, 2));
      break;
    case 10:
      s = score(rng) + "%";
      break;
    case 11:
      s = natural(rng, 2) + "-" + natural(rng, 2);
      break;
    case 12:
      s = "(" + (chance(rng, 0.5) ? natural(rng, 3) : score(rng)) + ")";
      break;
    default:
      s = fixed(pick_real(rng, 0, 10), pick_int(rng, 1, 4));
      break;
  }
  return chance(rng, 0.55) ? thai_digits(s) : s;
}

std::string TextSource::lone_figure(Rng& rng) {
  if (chance(rng, 0.62)) return chance(rng, 0.015) ? add_raised_mark(rng, strict_figure(rng)) : strict_figure(rng);
  if (chance(rng, 0.04)) return list_mark(rng);
  if (chance(rng, 0.06)) return figures_side_by_side(rng);
  std::string s;
  const std::string n2 = natural(rng, 2), n3 = natural(rng, 3);
  switch (pick_int(rng, 0, 21)) {
    case 0:
      s = n2 + ".";
      break;
    case 1:
      s = n2 + ")";
      break;
    case 2:
      s = "(" + n2 + ")";
      break;
    case 3:
      s = n2 + "." + natural(rng, 2) + (chance(rng, 0.4) ? "." + natural(rng, 1) : "");
      break;
    case 4:
      s = "O" + std::to_string(pick_int(rng, 1, 43));
      break;
    case 5:
      s = "O" + std::string(chance(rng, 0.5) ? "0" : "") + std::to_string(pick_int(rng, 10, 43));
      break;
    case 6:
      s = (chance(rng, 0.5) ? "e" : "E") + std::to_string(pick_int(rng, 1, 20));
      break;
    case 7:
      s = (chance(rng, 0.6) ? "i" : "I") + std::to_string(pick_int(rng, 1, 30));
      break;
    case 8:
      s = "O" + std::to_string(pick_int(rng, 1, 30)) + " - O" + std::to_string(pick_int(rng, 31, 43));
      break;
    case 9:
      s = "0" + random_digits(rng, 1) + " " + random_digits(rng, 4) + " " + random_digits(rng, 4);
      break;
    case 10:
      s = "0-" + random_digits(rng, 4) + "-" + random_digits(rng, 4);
      break;
    case 11:
      s = natural(rng, 2) + "/" + natural(rng, 2) + "/" + year(rng);
      break;
    case 12:
      s = natural(rng, 4) + " - " + natural(rng, 4);
      break;
    case 13:
      s = score(rng) + " - " + score(rng);
      break;
    case 14:
      s = natural(rng, 2) + ":" + random_digits(rng, 2) + (chance(rng, 0.5) ? " น." : "");
      break;
    case 15:
      s = (chance(rng, 0.5) ? "+" : "-") + fixed(pick_real(rng, 0, 30), 2);
      break;
    case 16:
      s = n3 + " คน";
      break;
    case 17:
      for (int n = pick_int(rng, 2, 6), code = pick_int(rng, 1, 12); n > 0; --n, code += pick_int(rng, 1, 6))
        s += "O" + std::to_string(code) + (n > 1 ? ", " : "");
      break;
    case 18:
      s = "0" + std::to_string(pick_int(rng, 10, 43));  // an item code with a naught for its O
      break;
    case 19:
      return chance(rng, 0.4) ? "AA" : std::string(1, static_cast<char>('A' + pick_int(rng, 0, 5)));  // a grade
    case 20:
      s = std::to_string(pick_int(rng, 1, 30)) + (chance(rng, 0.7) ? ". -" : ".-");
      break;
    default:
      s = n3 + " " + (chance(rng, 0.5) ? natural(rng, 3) : score(rng)) + " " + natural(rng, 3);
      break;
  }
  return chance(rng, 0.5) ? thai_digits(s) : s;
}

// Cells and fragments of one to three words.
std::string TextSource::short_piece(Rng& rng) const {
  const double r = pick_real(rng, 0, 1);
  if (r < 0.30) return pick(rng, words_);
  if (r < 0.62) return expand(rng, "cell");
  if (r < 0.74) return expand(rng, "person");
  if (r < 0.82) return expand(rng, "english");
  if (r < 0.90) return expand(rng, "marker");
  return pick(rng, messages_);
}

// Random letters: keeps the net from leaning on its language sense alone.
std::string TextSource::random_marks(Rng& rng, int max_chars) const {
  static const std::u32string ascii =
      U"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,-/()&%:;+=_@#!?*'\"$<>[]^{}|~\\`";
  static const std::u32string signs = U"“”‘’–•…✓✗☐☑☒●○■¹²³ฯๆ฿๏๚๛ฃฅฤฦ%()/๐๑๒๓๔๕๖๗๘๙";
  static const std::u32string above = U"\u0E31\u0E34\u0E35\u0E36\u0E37\u0E47\u0E4C";
  static const std::u32string tones = U"\u0E48\u0E49\u0E4A\u0E4B";
  static const std::u32string below = U"\u0E38\u0E39\u0E38\u0E39\u0E3A";
  auto any = [&](const std::u32string& of) {
    return of[static_cast<size_t>(pick_int(rng, 0, static_cast<int>(of.size()) - 1))];
  };
  std::u32string s;
  const int want = pick_int(rng, 1, std::min(max_chars, 24));
  const bool latin = chance(rng, 0.35);
  while (static_cast<int>(s.size()) < want) {
    if (chance(rng, 0.1)) s += U' ';
    if (latin) {
      s += any(ascii);
      continue;
    }
    if (chance(rng, 0.15)) {
      s += any(signs);
      continue;
    }
    if (chance(rng, 0.15)) s += static_cast<char32_t>(pick_int(rng, 0x0E40, 0x0E44));
    s += static_cast<char32_t>(pick_int(rng, 0x0E01, 0x0E2E));
    const double r = pick_real(rng, 0, 1);
    if (r < 0.25)
      s += any(above);
    else if (r < 0.45)
      s += any(below);
    if (r < 0.22 ? s.back() != 0x0E47 && s.back() != 0x0E4C && chance(rng, 0.4) : chance(rng, 0.25)) s += any(tones);
    if (r > 0.80) s += any(U"\u0E32\u0E30\u0E33\u0E32");
  }
  return to_utf8(s);
}

std::string TextSource::prose(Rng& rng, int want_chars) const {
  std::string s;
  const double r = pick_real(rng, 0, 1);
  while (static_cast<int>(to_u32(s).size()) < want_chars + 10) {
    if (!s.empty()) s += chance(rng, 0.6) ? " " : "";
    if (r < 0.58)
      s += expand(rng, "sentence");
    else if (r < 0.82)
      s += pick(rng, messages_);
    else
      s += pick(rng, words_);
  }
  return s;
}

// A part of the lines is made harder.
static std::string vary(Rng& rng, const std::string& text) {
  const double r = pick_real(rng, 0, 1);
  if (r < 0.04) return exchange_look_alikes(rng, text);
  if (r < 0.055) return add_raised_mark(rng, text);
  if (r < 0.06) return with_leader(rng, text);
  return text;
}

std::string TextSource::mixed_line(Rng& rng, int max_chars) const {
  const double r = pick_real(rng, 0, 1);
  std::string s;
  if (r < 0.05) {
    s = random_marks(rng, max_chars);
  } else if (max_chars < 20 ? r < 0.75 : r < 0.25) {
    s = short_piece(rng);
  } else {
    const int want = chance(rng, 0.6) ? pick_int(rng, max_chars * 6 / 10, max_chars) : pick_int(rng, 4, max_chars);
    s = cut_piece(rng, to_u32(normalise(prose(rng, want))), want, chance(rng, 0.4));
    if (max_chars > 20 && chance(rng, 0.12)) s = expand(rng, "marker") + " " + s;
    if (max_chars > 20 && chance(rng, 0.05)) s = list_mark(rng) + " " + s;
    if (part_ == Part::train) s = vary(rng, s);
  }
  if (chance(rng, 0.5)) s = thai_digits(s);
  return s;
}

std::string TextSource::line(Rng& rng, LineKind kind, int max_chars) const {
  for (;;) {
    std::string s = kind == LineKind::figure ? lone_figure(rng) : mixed_line(rng, max_chars);
    s = normalise(cut_piece(rng, to_u32(normalise(s)), max_chars, true));
    if (!s.empty()) return s;
  }
}

}  // namespace train_ocr
