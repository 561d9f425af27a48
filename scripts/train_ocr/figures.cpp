// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"

#include <iomanip>
#include <sstream>

#include "thai_text.h"
#include "variants.h"

namespace train_ocr {
namespace {

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

std::string natural(Rng& rng, int max_digits) {
  std::string s = random_digits(rng, pick_int(rng, 1, max_digits));
  if (s.size() > 1 && s[0] == '0' && !chance(rng, 0.1)) s[0] = static_cast<char>('1' + pick_int(rng, 0, 8));
  return s;
}

}  // namespace

std::string random_digits(Rng& rng, int n) {
  std::string s;
  for (int i = 0; i < n; ++i) s += static_cast<char>('0' + pick_int(rng, 0, 9));
  return s;
}

std::string score(Rng& rng) {
  return fixed(pick_real(rng, 0, 100.2), chance(rng, 0.85) ? 2 : 1);
}

std::string year(Rng& rng) {
  return std::to_string(chance(rng, 0.85) ? pick_int(rng, 2555, 2579) : pick_int(rng, 1990, 2599));
}

std::string natural_with_commas(Rng& rng) {
  return with_commas(natural(rng, 7));
}

std::string strict_figure(Rng& rng) {
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

std::string lone_figure(Rng& rng) {
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

}  // namespace train_ocr
