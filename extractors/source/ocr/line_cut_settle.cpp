#include "extractors/source/ocr/line_cut_settle.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "extractors/source/ocr/line_cut_marks.hpp"
#include "extractors/source/ocr/line_cut_places.hpp"
#include "extractors/source/ocr/line_cut_split.hpp"

namespace prongsai::source {

namespace {

// In heights of a letter.
constexpr double kHighestCentre = 2.2;  // of a mark that a line may claim
constexpr double kLowestCentre = -0.85;
constexpr double kFlattestClaimed = 0.16;
constexpr double kBesideLetter = 0.35;  // how far from a letter's sides its marks may stand
constexpr double kBesidePoint = 1.3;    // and points
constexpr double kShortestPair = 0.56;  // two marks grown together, one over the other
constexpr double kShortestTail = 0.09;  // of a letter below the baseline that may be another line's mark
constexpr double kLowestHead = 1.69;    // taller than ไ and โ: a mark over the letter, or another line's vowel

constexpr double kHighestStack = 1.97;  // top of a tone mark over a vowel above the baseline
constexpr double kLeastPart = 0.13;     // height of what is parted: less is the rim of a stroke
constexpr double kDeepestTail = 0.72;   // no letter's own tail or vowel reaches lower (but for the rare ฎุ)
constexpr double kTallestStack = 2.15;  // nor its marks higher
constexpr double kVowelHead = 0.2;      // depth at which only ุ or ู stands, and no mark of the line below
constexpr double kVowelFoot = 0.63;     // depth that ุ and ู do not reach
constexpr double kLowerVowel = 0.57;    // depth of ุ and ู below the baseline

constexpr int kRounds = 3;
constexpr double kFirstTrust = 0.3;  // in a first guess, against a mark of clear belonging
constexpr double kNearness = 1.5;    // how much likelier the line is that nearness chose
// Likelihood that what hangs from a letter is its own, at least: where no tail of a letter ends, and where one may.
constexpr double kNoTail = 0.003;
constexpr double kWholeTail = 0.02;
constexpr double kLatinHeight = 0.94;  // of small letters; Thai ones are 1 by definition

constexpr double kPartedGain = 3;  // how much likelier two parts must be than the whole

struct Dispute {
  std::size_t component;
  std::vector<std::size_t> lines;
};

class Settlement {
 public:
  Settlement(const CutPage& page, std::vector<CutLine>& lines, std::vector<std::size_t>& marks, Belonging& belonging)
      : page_(page), lines_(lines), marks_(marks), region_of_(belonging.region_of), line_of_(belonging.line_of) {}

  void settle() {
    for (const std::size_t i : marks_) sort_out(i);
    // Nearness errs the same way all over a page that is set tight: the first round does not hear it.
    for (int round = 0; round < kRounds; ++round) decide(round == 0 ? 0 : kFirstTrust);
    part_letters();
    part_marks();
  }

 private:
  [[nodiscard]] const Component& component(std::size_t i) const { return page_.ink.components[i]; }
  [[nodiscard]] double likelihood(std::size_t i, std::size_t line) const { return places_.likelihood(place(i, line)); }

  [[nodiscard]] MarkPlace place(std::size_t i, std::size_t line) const {
    return place_in(page_.ink, lines_[line], component(i));
  }
  void sort_out(std::size_t i);
  [[nodiscard]] bool letter_near(const CutLine& line, const Component& c, double letters = kBesideLetter) const;
  [[nodiscard]] bool letter_over(const CutLine& line, const Component& c) const;
  [[nodiscard]] bool within_reach(std::size_t n, std::size_t i) const;
  [[nodiscard]] std::vector<std::size_t> claims_on(std::size_t i) const;
  [[nodiscard]] std::size_t neighbour(std::size_t n, std::size_t i, bool below) const;
  void decide(double trust_in_guess);
  void part_marks();
  void part_mark(std::size_t i, std::size_t upper, std::size_t lower);
  void part_letters();
  bool part_tail(std::size_t n, std::size_t k);
  std::optional<Parts> best_parts(std::size_t i, std::size_t upper, std::size_t lower, bool tail, int from, int to);
  bool part_deep_tail(std::size_t n, std::size_t k, std::size_t lower);
  bool part_tail_at(std::size_t n, std::size_t k, std::size_t lower, double y);
  bool part_head(std::size_t n, std::size_t k);
  std::size_t adopt(std::size_t part, std::size_t line, bool letter);

  const CutPage& page_;
  std::vector<CutLine>& lines_;
  std::vector<std::size_t>& marks_;
  std::vector<int>& region_of_;
  std::vector<std::size_t>& line_of_;
  MarkPlaces clear_;   // marks that only one line can claim
  MarkPlaces places_;  // and the disputed ones where they were last put
  std::vector<Dispute> disputed_;
};

bool Settlement::letter_near(const CutLine& line, const Component& c, double letters) const {
  const double reach = letters * line.letter;
  return std::any_of(line.components.begin(), line.components.end(), [&](std::size_t j) {
    const PixelBox& box = component(j).box;
    return box.x0 - c.box.x1 <= reach && c.box.x0 - box.x1 <= reach;
  });
}

bool Settlement::letter_over(const CutLine& line, const Component& c) const {
  return std::any_of(line.components.begin(), line.components.end(), [&](std::size_t j) {
    const PixelBox& box = component(j).box;
    return 2 * (std::min(box.x1, c.box.x1) - std::max(box.x0, c.box.x0)) > c.width();
  });
}

bool Settlement::within_reach(std::size_t n, std::size_t i) const {
  const CutLine& line = lines_[n];
  const Component& c = component(i);
  return line.region == region_of_[i] && c.box.x0 <= line.box.x1 + line.letter && c.box.x1 >= line.box.x0 - line.letter;
}

std::vector<std::size_t> Settlement::claims_on(std::size_t i) const {
  std::vector<std::size_t> claims;
  for (std::size_t n = 0; n < lines_.size(); ++n) {
    if (!within_reach(n, i)) continue;
    const MarkPlace at = place(i, n);
    const double centre = (at.top + at.bottom) / 2;
    if (centre < kLowestCentre || centre > kHighestCentre) continue;
    const bool speck = at.top - at.bottom < kFlattestClaimed && (centre > 1 || centre < 0);
    if (speck) continue;  // beside such large print: the mark of a smaller line
    const bool in_line = at.top + at.bottom > -0.16 && at.top < 1.2;
    if (!letter_near(lines_[n], component(i), in_line ? kBesidePoint : kBesideLetter)) continue;
    // Between the letters' feet and heads stand points and dashes, which never stand under a letter.
    const bool point = at.top > 0.02 && at.top < 0.55 && at.bottom > -0.35;
    if (!point || !letter_over(lines_[n], component(i))) claims.push_back(n);
  }
  return claims;
}

// The next line above or below line `n` with a letter near component `i`; kNoLine when there is none.
std::size_t Settlement::neighbour(std::size_t n, std::size_t i, bool below) const {
  const double x = component(i).centre_x();
  std::size_t nearest = kNoLine;
  double least = 3 * lines_[n].letter;
  for (std::size_t m = 0; m < lines_.size(); ++m) {
    if (m == n || !within_reach(m, i)) continue;
    const double distance = (lines_[m].baseline_at(x) - lines_[n].baseline_at(x)) * (below ? 1 : -1);
    if (distance < lines_[n].letter || distance >= least || !letter_near(lines_[m], component(i))) continue;
    least = distance;
    nearest = m;
  }
  return nearest;
}

void Settlement::sort_out(std::size_t i) {
  if (line_of_[i] == kNoLine) return;
  std::vector<std::size_t> claims = claims_on(i);
  if (claims.size() > 1) {
    disputed_.push_back({i, std::move(claims)});
    return;
  }
  if (claims.size() == 1) line_of_[i] = claims.front();
  clear_.add(place(i, line_of_[i]), 1);
}

void Settlement::decide(double trust_in_guess) {
  places_ = clear_;
  for (const Dispute& d : disputed_) {
    places_.add(place(d.component, line_of_[d.component]), trust_in_guess);
  }
  for (const Dispute& d : disputed_) {
    std::size_t& line = line_of_[d.component];
    double most = kNearness * likelihood(d.component, line);
    for (const std::size_t n : d.lines) {
      const double here = likelihood(d.component, n);
      if (here > most) line = n, most = here;
    }
  }
}

// Enters a part into the books.
std::size_t Settlement::adopt(std::size_t part, std::size_t line, bool letter) {
  region_of_.resize(page_.ink.components.size(), lines_[line].region);
  line_of_.resize(page_.ink.components.size(), kNoLine);
  region_of_[part] = lines_[line].region;
  line_of_[part] = line;
  if (!letter) marks_.push_back(part);
  return part;
}

// Two marks of different lines that have grown together, a lower vowel and whatever stands over the next line.
void Settlement::part_marks() {
  for (std::size_t k = 0; k < marks_.size(); ++k) {
    const std::size_t i = marks_[k];
    if (line_of_[i] == kNoLine || component(i).height() < kShortestPair * lines_[line_of_[i]].letter) continue;
    const bool above = place(i, line_of_[i]).bottom > 0.5;
    const std::size_t other = neighbour(line_of_[i], i, !above);
    if (other != kNoLine) part_mark(i, above ? other : line_of_[i], above ? line_of_[i] : other);
  }
}

void Settlement::part_mark(std::size_t i, std::size_t upper, std::size_t lower) {
  const Component c = component(i);
  const double letter = lines_[upper].letter, foot = lines_[upper].baseline_at(c.centre_x());
  const int margin = static_cast<int>(0.2 * letter);
  const double whole = std::max(likelihood(i, upper), likelihood(i, lower));
  for (const bool stacked : {true, false}) {
    const auto parts =
        stacked ? split_between(page_, i,
                                {c.box.y0 + margin, c.box.y1 - margin, static_cast<int>(foot + kLowerVowel * letter)})
                : split_from_ends(page_, i, static_cast<int>(foot + kVowelHead * letter),
                                  static_cast<int>(foot + kVowelFoot * letter));
    if (!parts) continue;
    if (std::sqrt(likelihood(parts->first, upper) * likelihood(parts->second, lower)) < kPartedGain * whole) {
      forget_split(page_.ink, *parts);
      continue;
    }
    adopt(parts->first, upper, false);
    adopt(parts->second, lower, false);
    line_of_[i] = kNoLine;
    return;
  }
}

// A mark of the line below that touches the foot of a letter, or reaches up past it.
bool Settlement::part_tail(std::size_t n, std::size_t k) {
  const std::size_t i = lines_[n].components[k];
  const Component c = component(i);
  const double base = lines_[n].baseline_at(c.centre_x()), letter = lines_[n].letter;
  if (c.box.y1 < base + kShortestTail * letter) return false;
  const std::size_t lower = neighbour(n, i, true);
  if (lower == kNoLine) return false;
  if (c.box.y1 > base + kVowelFoot * letter) return part_deep_tail(n, k, lower);
  const double stack = lines_[lower].baseline_at(c.centre_x()) - kHighestStack * lines_[lower].letter;
  return part_tail_at(n, k, lower, base + 0.03 * letter) || part_tail_at(n, k, lower, stack);
}

// The likeliest of the ways to part a component between the feet of one line and the heads of the next. The part that
// changes lines is the lower one (`tail`) or the upper one.
std::optional<Parts> Settlement::best_parts(std::size_t i, std::size_t upper, std::size_t lower, bool tail, int from,
                                            int to) {
  const double letter = lines_[upper].letter, foot = lines_[upper].baseline_at(component(i).centre_x());
  const int vowel_end = static_cast<int>(foot + kLowerVowel * letter);
  const auto split = [&](int way) {
    if (way == 0) return split_between(page_, i, {from, to, vowel_end});
    if (way == 1) return split_between(page_, i, {from, to, (from + to) / 2});
    const int head = static_cast<int>(foot + (tail ? 0.03 : kVowelHead) * letter);
    return split_from_ends(page_, i, head, static_cast<int>(foot + kVowelFoot * letter));
  };
  int best = -1;
  double most = 0;
  for (int way = 0; way < 3; ++way) {
    const auto parts = split(way);
    if (!parts) continue;
    const double here = tail ? likelihood(parts->second, lower) : likelihood(parts->first, upper);
    if (here > most) best = way, most = here;
    forget_split(page_.ink, *parts);
  }
  return best < 0 ? std::nullopt : split(best);
}

// A letter that reaches lower than any tail of its own: something of the line below has grown on it.
bool Settlement::part_deep_tail(std::size_t n, std::size_t k, std::size_t lower) {
  const std::size_t i = lines_[n].components[k];
  const Component c = component(i);
  const double base = lines_[n].baseline_at(c.centre_x()), letter = lines_[n].letter;
  const auto parts = best_parts(i, n, lower, true, static_cast<int>(base + 0.05 * letter), c.box.y1 - 2);
  if (!parts) return false;
  const bool sure = c.box.y1 > base + kDeepestTail * letter;
  if (!sure && likelihood(parts->second, lower) < kPartedGain * kNoTail) {
    forget_split(page_.ink, *parts);
    return false;
  }
  lines_[n].components[k] = adopt(parts->first, n, true);
  adopt(parts->second, lower, false);
  return true;
}

bool Settlement::part_tail_at(std::size_t n, std::size_t k, std::size_t lower, double y) {
  const std::size_t i = lines_[n].components[k];
  const Component c = component(i);
  const double base = lines_[n].baseline_at(c.centre_x()), letter = lines_[n].letter;
  const auto parts = split_between(page_, i,
                                   {static_cast<int>(y - 0.12 * letter),
                                    std::min(c.box.y1 - 2, static_cast<int>(y + 0.2 * letter)), static_cast<int>(y)});
  if (!parts) return false;
  // Tails of letters reach 0.3 to 0.4 (g, y) or 0.45 to 0.6 down (ฐ ญ ฤ, and vowels grown on); none ends before.
  const double depth = (c.box.y1 - base) / letter, height = (base - c.box.y0) / letter;
  const bool latin = depth > 0.27 && height < kLatinHeight;
  const double least = latin || depth > 0.43 ? kWholeTail : kNoTail;
  const double own = std::max(least, depth < 0.43 ? 0 : likelihood(parts->second, n));
  if (likelihood(parts->second, lower) < kPartedGain * own || component(parts->second).height() < kLeastPart * letter) {
    forget_split(page_.ink, *parts);
    return false;
  }
  lines_[n].components[k] = adopt(parts->first, n, true);
  adopt(parts->second, lower, false);
  return true;
}

// A vowel below the line above that touches the head of a letter or of a mark on it.
bool Settlement::part_head(std::size_t n, std::size_t k) {
  const std::size_t i = lines_[n].components[k];
  const Component c = component(i);
  const double base = lines_[n].baseline_at(c.centre_x()), letter = lines_[n].letter;
  if (c.box.y0 > base - kLowestHead * letter) return false;
  const std::size_t upper = neighbour(n, i, false);
  if (upper == kNoLine) return false;
  const double foot = lines_[upper].baseline_at(c.centre_x());
  const auto parts = best_parts(i, upper, n, false, std::max(c.box.y0 + 2, static_cast<int>(foot + 0.3 * letter)),
                                static_cast<int>(foot + 0.8 * letter));
  if (!parts) return false;
  const bool sure = c.box.y0 < base - kTallestStack * letter;
  const double own = std::max(kWholeTail, likelihood(parts->first, n));
  if ((!sure && likelihood(parts->first, upper) < kPartedGain * own) ||
      component(parts->first).height() < kLeastPart * letter) {
    forget_split(page_.ink, *parts);
    return false;
  }
  lines_[n].components[k] = adopt(parts->second, n, true);
  adopt(parts->first, upper, false);
  return true;
}

void Settlement::part_letters() {
  for (std::size_t n = 0; n < lines_.size(); ++n) {
    for (std::size_t k = 0; k < lines_[n].components.size(); ++k) {
      // What is left of a letter after a vowel was taken off may still hold that vowel's tone mark.
      if (part_tail(n, k)) part_tail(n, k);
      part_head(n, k);
    }
  }
}

}  // namespace

void settle_marks(const CutPage& page, std::vector<CutLine>& lines, std::vector<std::size_t>& marks,
                  Belonging& belonging) {
  Settlement(page, lines, marks, belonging).settle();
}

}  // namespace prongsai::source
