#include "extractors/source/image/rulings_lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

namespace prongsai::source {

namespace {

// Points. Pieces of one line may lie this far apart: a little for any, more for long pieces (a letter over a scanned
// line), never as far as two tables stand apart.
constexpr double kAnyGap = 0.6;
constexpr double kGapShare = 0.1;  // of the shorter piece
constexpr double kLongestGap = 7;
// Two strokes of a double line, or the borders of neighbouring cells drawn apart: no row of text fits between.
constexpr double kDoubleLine = 3.2;
constexpr double kWidestDouble = 8;
constexpr double kShortestDouble = 20;
// A line that is not held at both ends must be longer than the strokes of two lines of a heading over one another.
constexpr double kFreeStanding = 60;
constexpr double kLetterHigh = 24;  // no stroke of a letter is longer, but a line of strokes may be
constexpr double kOpenCorner = 3;   // how far a corner may be open
constexpr double kCutSlack = 1.5;   // between ends of lines that a page cuts off

struct Group {
  int top = 0;
  int bottom = 0;
  int first = 0;
  int last = 0;
  int newest_first = 0;  // of the runs on the bottom row
  int newest_last = 0;
  long area = 0;
  double moment = 0;  // sum of row times length
};

void take(Group& group, const Run& run) {
  const int length = run.last - run.first + 1;
  if (run.at > group.bottom) {
    group.newest_first = run.first;
    group.newest_last = run.last;
  } else {
    group.newest_first = std::min(group.newest_first, run.first);
    group.newest_last = std::max(group.newest_last, run.last);
  }
  group.bottom = run.at;
  group.first = std::min(group.first, run.first);
  group.last = std::max(group.last, run.last);
  group.area += length;
  group.moment += static_cast<double>(run.at) * length;
}

// A step of a slightly skewed line begins where the row above ends.
bool continues(const Group& group, const Run& run) {
  constexpr int kStep = 2;
  return run.at - group.bottom <= 1 && run.first <= group.newest_last + kStep && run.last >= group.newest_first - kStep;
}

Line to_line(const Group& group, double point) {
  const double length = group.last - group.first + 1;
  const double rows = group.bottom - group.top + 1;
  const auto area = static_cast<double>(group.area);
  Line line;
  line.first = group.first * point;
  line.last = (group.last + 1) * point;
  line.centre = (group.moment / area + 0.5) * point;
  line.thickness = std::max(1.0, area / length) * point;
  line.longest_piece = line.length();
  line.straightness = area / (length * rows);
  return line;
}

bool same_line(const Line& a, const Line& b) {
  if (std::abs(a.centre - b.centre) > std::max(1.2, (a.thickness + b.thickness) / 2)) return false;
  const double gap = std::max(a.first, b.first) - std::min(a.last, b.last);
  return gap <= std::min(kLongestGap, kAnyGap + kGapShare * std::min(a.length(), b.length()));
}

bool doubled(const Line& a, const Line& b) {
  const double apart = std::abs(a.centre - b.centre);
  const double half = (a.thickness + b.thickness) / 2;
  if (apart - half > kDoubleLine || apart + half > kWidestDouble) return false;
  if (std::min(a.length(), b.length()) < kShortestDouble) return false;
  const double common = std::min(a.last, b.last) - std::max(a.first, b.first);
  return common > 0.7 * std::min(a.length(), b.length());
}

Line joined(const Line& a, const Line& b) {
  const double near = std::min(a.centre - a.thickness / 2, b.centre - b.thickness / 2);
  const double far = std::max(a.centre + a.thickness / 2, b.centre + b.thickness / 2);
  const bool parallel = doubled(a, b);
  Line line;
  line.first = std::min(a.first, b.first);
  line.last = std::max(a.last, b.last);
  const double weight = a.length() + b.length();
  line.centre = parallel ? (near + far) / 2 : (a.centre * a.length() + b.centre * b.length()) / weight;
  line.thickness = parallel ? far - near : (a.thickness * a.length() + b.thickness * b.length()) / weight;
  line.longest_piece = std::max(a.longest_piece, b.longest_piece);
  line.straightness = std::min(a.straightness, b.straightness);
  return line;
}

// `lines` are sorted by centre, so that partners stand close by. True when anything was joined.
template <typename Partners>
bool join_pass(std::vector<Line>& lines, Partners partners) {
  bool changed = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t j = i + 1; j < lines.size();) {
      if (lines[j].centre - lines[i].centre > 20) break;
      if (partners(lines[i], lines[j])) {
        lines[i] = joined(lines[i], lines[j]);
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(j));
        changed = true;
      } else {
        ++j;
      }
    }
  }
  return changed;
}

void sort_by_centre(std::vector<Line>& lines) {
  std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    return std::pair{a.centre, a.first} < std::pair{b.centre, b.first};
  });
}

bool stands_free(const Line& line) {
  return line.length() >= kFreeStanding && line.longest_piece >= kLetterHigh;
}

// An end lies on a line of the other direction, as the borders of a cell do.
bool end_held(const Line& line, double end, const std::vector<Line>& others) {
  return std::any_of(others.begin(), others.end(), [&](const Line& other) {
    return std::abs(other.centre - end) <= kOpenCorner + other.thickness / 2 &&
           line.centre >= other.first - kOpenCorner && line.centre <= other.last + kOpenCorner;
  });
}

// An end lies at the height at which two free lines end to both sides of it: where a page cuts a table, its sides and
// the borders of its columns end together.
bool end_cut(const Line& line, double Line::*end, const std::vector<Line>& along) {
  const auto ends_there = [&](const Line& other) {
    return stands_free(other) && std::abs(other.*end - line.*end) <= kCutSlack;
  };
  const auto before = [&](const Line& other) { return other.centre < line.centre && ends_there(other); };
  const auto behind = [&](const Line& other) { return other.centre > line.centre && ends_there(other); };
  return std::ranges::any_of(along, before) && std::ranges::any_of(along, behind);
}

// Both ends do; or one does and the page cuts the other off.
bool held(const Line& line, const std::vector<Line>& along, const std::vector<Line>& others) {
  const bool first = end_held(line, line.first, others);
  const bool last = end_held(line, line.last, others);
  if (first && last) return true;
  return (last && end_cut(line, &Line::first, along)) || (first && end_cut(line, &Line::last, along));
}

void keep_standing(std::vector<Line>& lines, const std::vector<Line>& others) {
  const std::vector<Line> along = lines;
  std::erase_if(lines, [&](const Line& line) { return !stands_free(line) && !held(line, along, others); });
}

std::vector<Line> longer_than(double length, const std::vector<Line>& lines) {
  std::vector<Line> out;
  std::copy_if(lines.begin(), lines.end(), std::back_inserter(out),
               [length](const Line& line) { return line.length() >= length; });
  return out;
}

}  // namespace

std::vector<Line> group_runs(const std::vector<Run>& runs, double point) {
  std::vector<Line> lines;
  std::vector<Group> open;
  int row = -1;
  for (const Run& run : runs) {
    if (run.at != row) {
      row = run.at;
      std::erase_if(open, [&](const Group& group) {
        const bool done = row - group.bottom > 1;
        if (done) lines.push_back(to_line(group, point));
        return done;
      });
    }
    const auto found = std::find_if(open.begin(), open.end(), [&](const Group& g) { return continues(g, run); });
    if (found == open.end()) {
      open.push_back({run.at, run.at, run.first, run.last, run.first, run.last, 0, 0});
      take(open.back(), run);
    } else {
      take(*found, run);
    }
  }
  for (const Group& group : open) lines.push_back(to_line(group, point));
  return lines;
}

std::vector<Line> mended(std::vector<Line> lines) {
  sort_by_centre(lines);
  const auto joined = [&lines] {
    const bool any = join_pass(lines, same_line);
    return join_pass(lines, doubled) || any;
  };
  while (joined()) sort_by_centre(lines);
  return lines;
}

void drop_strokes(std::vector<Line>& horizontal, std::vector<Line>& vertical) {
  // Letters' strokes are short both ways: they must not hold one another up.
  keep_standing(horizontal, longer_than(kLetterHigh, vertical));
  keep_standing(vertical, horizontal);
  keep_standing(horizontal, vertical);
}

}  // namespace prongsai::source
