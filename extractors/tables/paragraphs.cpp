#include "extractors/tables/paragraphs.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extractors/tables/drafts.hpp"
#include "extractors/tables/line_doubts.hpp"
#include "extractors/tables/line_ends.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "models/median.hpp"
#include "models/side_by_side.hpp"

namespace prongsai::tables {
namespace {

constexpr double kIndent = 1.5;         // advances: a first line's indentation is 2 to 8
constexpr double kDoubt = 1.0;          // advances: the error of a word's measured width
constexpr double kOutdent = 0.8;        // advances: the least step from a first line back to the margin
constexpr double kLongFirstLine = 0.6;  // of the area: a first line that breaks inside a sentence is not shorter
constexpr double kWidePitch = 1.4;      // of the usual distance of lines: a blank left between paragraphs
constexpr double kOtherSize = 0.08;     // share by which a heading's letters are larger
constexpr double kCentreSlack = 1.5;    // advances between a centred line's middle and its area's
constexpr double kLeastMargin = 3.0;    // advances that a centred line leaves free on both sides
constexpr double kWide = 0.85;       // of the area: an indented full line leaves as much on both sides as a centred one
constexpr double kUsualPitch = 2.6;  // advances between lines, when a run of text is too short to tell

bool same_page(const ProseLine& a, const ProseLine& b) {
  return a.line.out.at.page_no == b.line.out.at.page_no;
}

// The same margin on both sides.
bool symmetric(const ProseLine& p) {
  const double left = p.line.box().x0 - p.area.left;
  const double right = p.area.right - p.line.box().x1;
  return std::abs(left - right) < 2 * kCentreSlack * p.line.advance;
}

bool between_margins(const ProseLine& p) {
  const bool wide = p.line.box().width() > kWide * (p.area.right - p.area.left);
  return !wide && p.line.box().x0 - p.area.left > kLeastMargin * p.line.advance && symmetric(p);
}

// A neighbour of another length that begins at the same x shows that lines are set left here.
bool left_beside(const ProseLine& a, const ProseLine& b) {
  return same_page(a, b) && std::abs(a.line.box().x0 - b.line.box().x0) < 0.5 * a.line.advance &&
         std::abs(a.line.box().x1 - b.line.box().x1) > kCentreSlack * a.line.advance;
}

bool centred(const std::vector<ProseLine>& lines, std::size_t i) {
  return between_margins(lines[i]) && !(i > 0 && left_beside(lines[i], lines[i - 1])) &&
         !(i + 1 < lines.size() && left_beside(lines[i], lines[i + 1]));
}

// The median distance of neighbouring lines.
double prose_pitch(const std::vector<ProseLine>& lines) {
  std::vector<double> distances;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (same_page(lines[i - 1], lines[i])) distances.push_back(lines[i].line.baseline - lines[i - 1].line.baseline);
  }
  const double least = lines.empty() ? 0 : kUsualPitch * lines.front().line.advance;
  return distances.size() < 3 ? least : std::max(median(std::move(distances)), least / 2);
}

// Whether a line begins a list item. Brackets and dashes do; a number with a full stop may as well be a figure that
// wrapped ("ร้อยละ / ๙๕.๓๕"): it counts when the line before ended early, or when it goes on with a list's next number.
bool begins_item(const Line& line) {
  const auto number = text::leading_number(line.out.text);
  return number && number->style != "N" && number->end < line.out.text.size();
}

bool is_plain_figure(const Line& line) {
  const auto number = text::leading_number(line.out.text);
  return number && number->style.starts_with("N") && !number->style.ends_with(")");
}

bool next_number(const Line& first, const Line& next) {
  const auto a = text::leading_number(first.out.text);
  const auto b = text::leading_number(next.out.text);
  return a && b && !a->parts.empty() && !b->parts.empty() && b->parts.back() == a->parts.back() + 1;
}

// An earlier line that begins where this one does has the number before its own: "2. …" further up, "3. …" here. In a
// scan no bold print tells a heading from the text that it follows.
bool continues_numbers(const std::vector<ProseLine>& lines, std::size_t at) {
  constexpr std::size_t kReach = 40;  // lines: about a page
  const Line& line = lines[at].line;
  const auto number = text::leading_number(line.out.text);
  if (!number || number->parts.size() != 1) return false;  // ๘๘.๓๑ is a score as soon as a list number
  const double x = line.box().x0 - lines[at].area.left;
  for (std::size_t i = at; i-- > 0 && at - i <= kReach;) {
    const Line& earlier = lines[i].line;
    const auto before = text::leading_number(earlier.out.text);
    if (!before || before->style != number->style || before->parts.size() != 1) continue;
    const double step = earlier.box().x0 - lines[i].area.left - x;
    if (std::abs(step) < kIndent * line.advance && before->parts[0] + 1 == number->parts[0]) return true;
  }
  return false;
}

bool other_print(const Line& a, const Line& b) {
  if (a.out.bold != b.out.bold) return true;
  const double larger = std::max(a.out.font_size, b.out.font_size);
  return std::min(a.out.font_size, b.out.font_size) < larger * (1 - kOtherSize);
}

// At the height of the line before, to its left or right: words of another box.
bool stands_beside(const ProseLine& last, const ProseLine& next) {
  return same_page(last, next) && side_by_side(last.line.box(), next.line.box());
}

// Whether `next` begins a paragraph after the lines begin … end-1.
bool begins_paragraph(const std::vector<ProseLine>& lines, std::size_t begin, std::size_t end, double pitch) {
  const ProseLine& first = lines[begin];
  const ProseLine& last = lines[end - 1];
  const ProseLine& next = lines[end];
  const double advance = last.line.advance;
  if (other_print(last.line, next.line) || stands_beside(last, next)) return true;
  if (same_page(last, next) && next.line.baseline - last.line.baseline > kWidePitch * pitch) return true;
  if (centred(lines, end)) {
    const bool title = centred(lines, end - 1) || (end - begin == 1 && symmetric(last));
    const double room = last.area.right - last.area.left - last.line.box().width();
    return !title || begins_item(next.line) || !line_is_full(last.line, next.line, room);
  }
  const double shift = (next.line.box().x0 - next.area.left) - (last.line.box().x0 - last.area.left);
  const double room = last.area.right - last.line.box().x1;
  // An indented first line over a line at the margin: these two belong together wherever the program broke the line.
  const bool first_line = end - begin == 1 && shift < -kOutdent * advance;
  // Two lines with one indentation may both begin a paragraph: then even a narrow room counts.
  const bool both_indented = end - begin == 1 && std::abs(shift) < kOutdent * advance &&
                             next.line.box().x0 - next.area.left > kIndent * advance;
  if (!line_is_full(last.line, next.line, room, both_indented ? 0 : kDoubt) &&
      !(first_line && last.line.box().width() > kLongFirstLine * (last.area.right - last.area.left) &&
        line_is_full_of_phrases(last.line, next.line, room))) {
    return true;
  }
  if (begins_item(next.line)) {
    if (!is_plain_figure(next.line) || next_number(first.line, next.line) || continues_numbers(lines, end)) return true;
    if (shift > -kIndent * advance && next.line.box().x0 - next.area.left > kIndent * advance) return true;
  }
  const bool hangs = end - begin == 1 && begins_item(first.line);  // an item's second line may stand further in
  if (shift > kIndent * advance) return !hangs;
  return end - begin > 1 && shift < -kIndent * advance;
}

Paragraph to_paragraph(const std::vector<ProseLine>& lines, std::size_t begin, std::size_t end) {
  Paragraph out;
  std::vector<Line> own;
  out.centred = true;
  out.bold = true;
  for (std::size_t i = begin; i < end; ++i) {
    const Line& line = lines[i].line;
    if (i > begin) out.raw_text += '\n';
    out.raw_text += line.out.raw_text;
    out.lines.push_back(line.out);
    out.lines.back().doubts = doubts_of({&line, 1}, line.out.text);
    out.centred = out.centred && centred(lines, i);
    out.bold = out.bold && line.out.bold;
    own.push_back(line);
  }
  out.text = joined_text(own);
  out.doubts = doubts_of(own, out.text);
  out.at = out.lines.front().at;
  out.font_size = out.lines.front().font_size;
  return out;
}

}  // namespace

std::vector<Paragraph> build_paragraphs(const std::vector<ProseLine>& lines) {
  std::vector<Paragraph> paragraphs;
  const double pitch = prose_pitch(lines);
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (end < lines.size() && !begins_paragraph(lines, begin, end, pitch)) ++end;
    paragraphs.push_back(to_paragraph(lines, begin, end));
    begin = end;
  }
  return paragraphs;
}

}  // namespace prongsai::tables
