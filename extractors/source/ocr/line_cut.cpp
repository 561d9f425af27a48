#include "extractors/source/ocr/line_cut.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "extractors/source/image/deskew.hpp"
#include "extractors/source/ocr/line_cut_chain.hpp"
#include "extractors/source/ocr/line_cut_marks.hpp"
#include "extractors/source/ocr/line_cut_settle.hpp"
#include "extractors/source/ocr/line_cut_split.hpp"

namespace prongsai::source {

namespace {

// Ink of the faintest thing that is print, in squares of a letter's height: a full stop of thin print has 0.02, a
// faint tone mark less.
constexpr double kLeastInk = 0.005;
constexpr double kTallestGrownLetter = 3.2;  // letters' heights: ป with two marks and a vowel below grown onto it
constexpr double kTallestPrint = 6;          // letters' heights; taller is a picture or a frame
constexpr double kLowestFigure = 0.55;       // letters' heights
constexpr std::size_t kEnoughLetters = 12;   // to measure the print of one region by itself
constexpr std::size_t kFewLetters = 6;       // in a line: figures and capitals are taller than plain letters

class Cutter {
 public:
  Cutter(const CutPage& page, std::vector<int> region_of) : page_(page), region_of_(std::move(region_of)) {}

  std::vector<CutLine> cut() {
    letter_of_cells_ = letter_of_cells();
    std::map<int, std::vector<std::size_t>> regions;
    for (const Component& c : page_.ink.components) {
      if (is_picture(c)) pictures_.push_back(c.box);
    }
    if (!pictures_.empty()) find_signs_in_pictures();
    for (std::size_t i = 0; i < page_.ink.components.size(); ++i) {
      const Component& c = page_.ink.components[i];
      if (is_print(c, usual_letter(region_of_[i])) && (!in_picture(c) || is_sign(c)))
        regions[region_of_[i]].push_back(i);
    }
    for (auto& [region, members] : regions) cut_region(std::move(members));
    finish();
    return std::move(lines_);
  }

 private:
  // Height of a plain letter where a region's own print does not tell it.
  [[nodiscard]] double usual_letter(int region) const { return region >= 0 ? letter_of_cells_ : page_.letter; }

  [[nodiscard]] bool is_print(const Component& c, double letter) const {
    if (c.ink < kLeastInk * letter * letter) return false;
    if (c.height() > kTallestPrint * letter) return false;
    const bool upright_bar = c.height() > 2.2 * letter && c.width() * 6 < c.height();
    const bool flat_bar = c.width() > 3 * letter && c.height() * 10 < c.width();
    return !upright_bar && !flat_bar && !is_disc(c);
  }

  // A hole that was punched in the sheet: full and round, and larger than any list mark.
  [[nodiscard]] bool is_disc(const Component& c) const {
    constexpr double kLeast = 1.4;                        // heights of a letter
    constexpr double kLeastFull = 0.70, kMostFull = 0.9;  // of its box; a disc fills 0.785 of it
    constexpr double kRound = 1.15;                       // the longer side by the shorter one
    const int shorter = std::min(c.width(), c.height()), longer = std::max(c.width(), c.height());
    const double full = static_cast<double>(c.area) / (static_cast<double>(c.width()) * c.height());
    return shorter >= kLeast * page_.letter && longer <= kRound * shorter && full >= kLeastFull && full <= kMostFull &&
           follows_a_circle(c);
  }

  // One run a row, as long as the chord there.
  [[nodiscard]] bool follows_a_circle(const Component& c) const {
    constexpr double kOff = 0.2;  // of the diameter, and a pixel
    const double radius = c.height() / 2.0;
    const auto runs = page_.ink.runs_of(c);
    return static_cast<int>(runs.size()) <= c.height() && std::ranges::all_of(runs, [&](const InkRun& run) {
             const double off = run.y + 0.5 - c.centre_y();
             const double chord = 2 * std::sqrt(std::max(radius * radius - off * off, 0.0));
             return std::abs(run.x1 - run.x0 - chord) <= kOff * c.width() + 1;
           });
  }

  // An emblem or a logo: large, and far from hollow as frames are; digits of a large figure stand beside their like.
  [[nodiscard]] bool is_picture(const Component& c) const {
    const double letter = page_.letter;
    return c.height() > 4 * letter && c.width() > 3 * letter && c.area > 0.12 * c.width() * c.height() &&
           !stands_in_row(c.box);
  }

  [[nodiscard]] bool stands_in_row(const PixelBox& box) const {
    constexpr int kFewest = 2;       // others: a figure of less than three digits is rare
    constexpr double kLevel = 0.04;  // of its height, and a pixel of small print
    if (box.width() > box.height()) return false;
    const double near = std::max(kLevel * box.height(), 1.5);
    return std::ranges::count_if(page_.ink.components, [&](const Component& other) {
             const double gap = std::max(other.box.x0 - box.x1, box.x0 - other.box.x1);
             return gap >= 0 && gap < 2 * box.height() && other.width() < other.height() &&
                    std::abs(other.box.y0 - box.y0) < near && std::abs(other.box.y1 - box.y1) < near;
           }) >= kFewest;
  }

  // Signs of a figure among the bars of a chart, which its axis makes one piece of ink. A photograph has specks without
  // end, and no figures.
  void find_signs_in_pictures() {
    constexpr std::size_t kMost = 600;
    for (const Component& c : page_.ink.components) {
      const double height = c.height() / page_.letter;
      const bool letter = height >= line_measure::kShortestLetter && height <= line_measure::kLargePrint;
      if (letter && in_picture(c)) signs_.push_back(c.box);
      if (signs_.size() > kMost) return signs_.clear();
    }
    std::erase_if(signs_, [&](const PixelBox& box) { return !stands_in_row(box); });
  }

  // One of these signs, or the point between two.
  [[nodiscard]] bool is_sign(const Component& c) const {
    const double reach = 0.5 * page_.letter;
    return std::ranges::any_of(signs_, [&](const PixelBox& sign) {
      if (c.height() > reach) return sign == c.box;
      const double gap = std::max(sign.x0 - c.box.x1, c.box.x0 - sign.x1);
      return gap >= 0 && gap < reach && c.box.y0 >= sign.y0 && c.box.y1 <= sign.y1 + 0.3 * page_.letter;
    });
  }

  [[nodiscard]] bool in_picture(const Component& c) const {
    return std::any_of(pictures_.begin(), pictures_.end(), [&](const PixelBox& box) {
      return c.centre_x() >= box.x0 && c.centre_x() < box.x1 && c.centre_y() >= box.y0 && c.centre_y() < box.y1;
    });
  }

  void cut_region(std::vector<std::size_t> members);
  [[nodiscard]] double letter_of_cells() const;
  [[nodiscard]] double letter_in(const std::vector<std::size_t>& members) const;
  std::vector<CutLine> letters_of(std::vector<std::size_t>& members, double letter);
  void place_tall(std::vector<CutLine>& lines, std::vector<std::size_t>& members);
  bool place(std::size_t i, std::vector<CutLine>& lines, std::vector<std::size_t>& members);
  [[nodiscard]] std::vector<std::size_t> lines_under(const Component& c, int region,
                                                     const std::vector<CutLine>& lines) const;
  std::optional<Parts> part(std::size_t i, const CutLine& upper, const CutLine& lower);
  void add_tall_alone(std::vector<CutLine>& lines, std::vector<std::size_t>& members, double letter);
  void add_low_alone(std::vector<CutLine>& lines, std::vector<std::size_t>& members, double letter);
  void finish();

  const CutPage& page_;
  std::vector<int> region_of_;
  std::vector<PixelBox> pictures_;
  std::vector<PixelBox> signs_;  // of figures in pictures
  double letter_of_cells_ = 0;   // height of a plain letter in the page's tables
  std::vector<CutLine> lines_;
  std::vector<std::size_t> loose_;  // what is no letter: marks, points, specks
};

void remove_taken(std::vector<std::size_t>& members, const std::vector<CutLine>& lines) {
  std::vector<std::size_t> taken;
  for (const CutLine& line : lines) taken.insert(taken.end(), line.components.begin(), line.components.end());
  std::sort(taken.begin(), taken.end());
  std::erase_if(members, [&](std::size_t i) { return std::binary_search(taken.begin(), taken.end(), i); });
}

// The lines whose band of letters the component covers by more than half, where it stands, from top to bottom.
std::vector<std::size_t> Cutter::lines_under(const Component& c, int region, const std::vector<CutLine>& lines) const {
  std::vector<std::size_t> under;
  for (std::size_t n = 0; n < lines.size(); ++n) {
    const CutLine& line = lines[n];
    const double reach = line_measure::kWidestGap * line.letter;
    if (line.region != region || c.box.x0 > line.box.x1 + reach || c.box.x1 < line.box.x0 - reach) continue;
    const bool point = line.components.size() < 3 && c.height() > kTallestGrownLetter * line.letter;
    if (point) continue;  // of a large figure, as high as a small letter
    const double base = line.baseline_at(c.centre_x());
    const double common = std::min<double>(c.box.y1, base) - std::max(c.box.y0 + 0.0, base - line.letter);
    if (common > 0.55 * line.letter) under.push_back(n);
  }
  std::sort(under.begin(), under.end(), [&](std::size_t a, std::size_t b) {
    return lines[a].baseline_at(c.centre_x()) < lines[b].baseline_at(c.centre_x());
  });
  return under;
}

std::optional<Parts> Cutter::part(std::size_t i, const CutLine& upper, const CutLine& lower) {
  const double x = page_.ink.components[i].centre_x();
  const double base = upper.baseline_at(x);
  const double head = lower.baseline_at(x) - lower.letter;
  const auto parts =
      split_between(page_, i,
                    {static_cast<int>(base + 0.05 * upper.letter),
                     static_cast<int>(std::ceil(head - 0.02 * lower.letter)), static_cast<int>((base + head) / 2)});
  region_of_.resize(page_.ink.components.size(), region_of_[i]);
  return parts;
}

// Gives a tall component to the line whose letters it covers; parts it first when it covers those of several.
bool Cutter::place(std::size_t i, std::vector<CutLine>& lines, std::vector<std::size_t>& members) {
  const std::vector<std::size_t> under = lines_under(page_.ink.components[i], region_of_[i], lines);
  if (under.empty()) return false;
  std::erase(members, i);
  std::size_t rest = i;
  for (std::size_t k = 0; k + 1 < under.size(); ++k) {
    const auto parts = part(rest, lines[under[k]], lines[under[k + 1]]);
    if (!parts) continue;
    lines[under[k]].components.push_back(parts->first);
    rest = parts->second;
  }
  CutLine& last = lines[under.back()];
  last.components.push_back(rest);
  const PixelBox& box = page_.ink.components[rest].box;
  last.box.x0 = std::min(last.box.x0, box.x0);
  last.box.x1 = std::max(last.box.x1, box.x1);
  return true;
}

// Each that a line takes brings it nearer to the next: a figure in a font whose digits are taller than Thai letters.
void Cutter::place_tall(std::vector<CutLine>& lines, std::vector<std::size_t>& members) {
  for (bool placed = true; placed;) {
    placed = false;
    for (const std::size_t i : std::vector<std::size_t>(members)) {
      const double height = page_.ink.components[i].height();
      if (height >= line_measure::kShortestLetter * usual_letter(region_of_[i]))
        placed = place(i, lines, members) || placed;
    }
  }
}

std::vector<CutLine> Cutter::letters_of(std::vector<std::size_t>& members, double letter) {
  std::vector<CutLine> lines = chain_letters(page_.ink, members, letter, region_of_);
  remove_taken(members, lines);
  join_pieces(page_.ink, lines);
  return lines;
}

// The point of a large figure is as high as a small letter, and was taken for a line of its own.
void take_its_points(std::vector<CutLine>& lines, CutLine& large) {
  std::erase_if(lines, [&](const CutLine& line) {
    const double centre = (line.box.x0 + line.box.x1) / 2.0;
    const bool point = line.components.size() < 3 && line.region == large.region &&
                       line_measure::kLargePrint * line.letter < large.letter && centre > large.box.x0 &&
                       centre < large.box.x1 && std::abs(line.box.y1 - large.baseline_at(centre)) < 0.2 * large.letter;
    if (point) large.components.insert(large.components.end(), line.components.begin(), line.components.end());
    return point;
  });
}

// Big print, and letters of ordinary size that stand alone with a mark grown onto them.
void Cutter::add_tall_alone(std::vector<CutLine>& lines, std::vector<std::size_t>& members, double letter) {
  std::vector<std::size_t> tall;
  std::copy_if(members.begin(), members.end(), std::back_inserter(tall),
               [&](std::size_t i) { return page_.ink.components[i].height() > line_measure::kTallestLetter * letter; });
  if (tall.empty()) return;
  const double height = letter_height(page_.ink, tall);
  if (height <= 0) return;
  for (CutLine& line : letters_of(tall, height)) {
    if (line.components.size() < 4 && line.letter < 2.2 * letter) line.letter = letter;
    take_its_points(lines, line);
    lines.push_back(std::move(line));
  }
  remove_taken(members, lines);
}

// A figure alone in a table's cell: ๑ and ๓ are lower than letters are, and beside no other sign is told what they are.
void Cutter::add_low_alone(std::vector<CutLine>& lines, std::vector<std::size_t>& members, double letter) {
  std::vector<std::size_t> low;
  std::copy_if(members.begin(), members.end(), std::back_inserter(low), [&](std::size_t i) {
    const Component& c = page_.ink.components[i];
    return region_of_[i] >= 0 && std::min(c.height(), c.width()) >= kLowestFigure * letter;
  });
  if (low.empty()) return;
  lines = letters_of(low, kLowestFigure / line_measure::kShortestLetter * letter);
  for (CutLine& line : lines) line.letter = letter;
  remove_taken(members, lines);
}

// A mark stands two letters over its baseline at most: a piece of a picture above would shrink the whole line when it
// is drawn in the recogniser's frame.
bool is_within_reach(const Component& c, const CutLine& line) {
  constexpr double kAbove = 3.2, kBelow = 1.8;  // heights of a plain letter
  const double base = line.baseline_at(c.centre_x());
  return c.box.y0 > base - kAbove * line.letter && c.box.y1 < base + kBelow * line.letter;
}

// Gives the loose components to the lines, page-wide: what marks of one cell show of the font serves all.
void Cutter::finish() {
  Belonging belonging{std::move(region_of_), std::vector<std::size_t>(page_.ink.components.size(), kNoLine)};
  for (std::size_t n = 0; n < lines_.size(); ++n) {
    for (const std::size_t i : lines_[n].components) belonging.line_of[i] = n;
  }
  attach_marks(page_, lines_, loose_, belonging.region_of, belonging.line_of);
  settle_marks(page_, lines_, loose_, belonging);
  for (const std::size_t i : loose_) {
    const std::size_t n = belonging.line_of[i];
    if (n != kNoLine && is_within_reach(page_.ink.components[i], lines_[n])) lines_[n].components.push_back(i);
  }
  for (CutLine& line : lines_) {
    CutLine whole = line;
    measure_line(page_.ink, whole);  // for the order and the box; the letters alone tell the rest
    line.components = std::move(whole.components);
    line.box = whole.box;
  }
  std::stable_sort(lines_.begin(), lines_.end(), [](const CutLine& a, const CutLine& b) {
    return a.region != b.region ? a.region < b.region : a.baseline < b.baseline;
  });
}

void drop_false(const InkMap& ink, std::vector<CutLine>& lines, std::vector<std::size_t>& members) {
  const std::vector<std::size_t> loose = drop_false_lines(ink, lines);
  members.insert(members.end(), loose.begin(), loose.end());
}

// The print of all cells together: a cell of few signs has that of its table, not that of the page's headings.
double Cutter::letter_of_cells() const {
  std::vector<std::size_t> in_cells;
  for (std::size_t i = 0; i < region_of_.size(); ++i) {
    if (region_of_[i] >= 0) in_cells.push_back(i);
  }
  if (in_cells.size() < kEnoughLetters) return page_.letter;
  const double own = letter_height(page_.ink, in_cells);
  constexpr double kSmallest = 0.35;  // of the page's: the title of a page that holds little else
  return own > kSmallest * page_.letter && own < line_measure::kLargePrint * page_.letter ? own : page_.letter;
}

// The height of a plain letter in one region. A card's figure may have more ink than the words over it, whose letters
// are of the page's size: these come first then, and the figure after them, as print that is taller.
double Cutter::letter_in(const std::vector<std::size_t>& members) const {
  const double letter = usual_letter(region_of_[members.front()]);
  if (members.size() < kEnoughLetters) return letter;
  const double own = letter_height(page_.ink, members);
  if (own <= 0.6 * letter || own >= 3 * letter) return letter;
  if (own < line_measure::kLargePrint * letter) return own;
  std::size_t ordinary = 0;
  for (const CutLine& line : chain_letters(page_.ink, members, letter, region_of_)) {
    if (is_set_solid(page_.ink, line)) ordinary += line.components.size();
  }
  return ordinary >= kFewLetters ? letter : own;
}

void Cutter::cut_region(std::vector<std::size_t> members) {
  const double letter = letter_in(members);
  std::vector<CutLine> lines = letters_of(members, letter);
  drop_false(page_.ink, lines, members);
  place_tall(lines, members);
  join_pieces(page_.ink, lines, true);  // what stood between them has found its line
  add_tall_alone(lines, members, letter);
  if (lines.empty()) add_low_alone(lines, members, letter);
  drop_false(page_.ink, lines, members);
  for (CutLine& line : lines) {
    const double ratio = line.letter / letter;
    if (line.components.size() < kFewLetters && ratio > 0.8 && ratio < 1.35) line.letter = letter;
    lines_.push_back(std::move(line));
  }
  loose_.insert(loose_.end(), members.begin(), members.end());
}

}  // namespace

std::vector<CutLine> cut_lines(const CutPage& page, std::vector<int> region_of) {
  return Cutter(page, std::move(region_of)).cut();
}

}  // namespace prongsai::source
