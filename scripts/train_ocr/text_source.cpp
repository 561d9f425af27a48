// SPDX-License-Identifier: GPL-3.0-or-later
#include "text_source.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "figures.h"
#include "thai_text.h"
#include "variants.h"

namespace train_ocr {

namespace {

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

}  // namespace

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
  if (rule == "comma") return natural_with_commas(rng);
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
