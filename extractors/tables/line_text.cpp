#include "extractors/tables/line_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "extractors/tables/line_doubts.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "models/median.hpp"

namespace prongsai::tables {
namespace {

// A gap of this many advances between letters is a blank: Thai fonts make it 0.54 (Sarabun) to 0.75 (Norasi) wide,
// while letters stand less than 0.2 apart. Justified lines stretch every gap, so that much is added.
constexpr double kBlankGap = 0.32;
constexpr double kBlankOverStretch = 0.25;
// Between signs that are not Thai a word gap that the reader has seen may be this small.
constexpr double kSeenBlankGap = 0.2;
// Marks without a width are drawn to the left of where they stand.
constexpr double kMarkShift = 0.3;
// What a line's box may take above and below the baseline, in advances: Thai stacks a vowel and a tone mark.
constexpr double kLineAbove = 2.4;
constexpr double kLineBelow = 0.9;

bool is_bold(const std::string& font) {
  std::string name;
  for (const char c : font) name.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  return name.find("bold") != std::string::npos || name.find("black") != std::string::npos ||
         name.find("heavy") != std::string::npos;
}

// The most frequent style of a line's letters, and what it says.
void set_style(const PageClusters& text, const std::vector<std::size_t>& letters, Line& line) {
  using Style = std::pair<std::string, int>;  // font, tenths of a point
  std::map<Style, int> votes;
  double confidence = 0;
  int ocr = 0;
  for (const std::size_t id : letters) {
    const Word& word = text.word_of(text.clusters[id]);
    ++votes[{word.font, static_cast<int>(std::lround(word.font_size * 10))}];
    confidence += word.confidence;
    ocr += word.source == TextSource::ocr ? 1 : 0;
  }
  const auto most =
      std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  line.out.font_size = most->first.second / 10.0;
  line.out.bold = is_bold(most->first.first);
  line.style = most->first.first + ' ' + std::to_string(most->first.second);
  line.out.at.source = 2 * ocr > static_cast<int>(letters.size()) ? TextSource::ocr : TextSource::text;
  line.out.at.confidence = confidence / static_cast<double>(letters.size());
}

void set_box(const PageClusters& text, const std::vector<std::size_t>& letters, Line& line) {
  Box box;
  for (const std::size_t id : letters) {
    const Cluster& c = text.clusters[id];
    const Box& word = text.word_of(c).box;
    const double base = text.baseline(c.word);
    const double advance = text.advances[c.word];
    box = unite(box, {c.x0, std::max(word.y0, base - kLineAbove * advance), c.x1,
                      std::min(word.y1, base + kLineBelow * advance)});
  }
  line.out.at.page_no = text.page->page_no;
  line.out.at.box = box;
}

// For each letter the stray marks that stand over it.
std::multimap<std::size_t, std::size_t> attach_marks(const PageClusters& text, const std::vector<std::size_t>& letters,
                                                     const std::vector<std::size_t>& marks, double advance) {
  std::multimap<std::size_t, std::size_t> attached;
  for (const std::size_t mark : marks) {
    const Cluster& m = text.clusters[mark];
    const double x = m.x1 - m.x0 < 0.1 * advance ? m.x0 - kMarkShift * advance : (m.x0 + m.x1) / 2;
    const auto away = [&](std::size_t id) {
      const Cluster& c = text.clusters[id];
      return c.blank ? 1e9 : std::max({0.0, c.x0 - x, x - c.x1});
    };
    const auto host = std::min_element(letters.begin(), letters.end(),
                                       [&](std::size_t a, std::size_t b) { return away(a) < away(b); });
    if (away(*host) <= advance) attached.emplace(*host, mark);
  }
  return attached;
}

class Writer {
 public:
  Writer(const PageClusters& text, Line& line) : text_(text), line_(line) {}

  void put(const Cluster& c) {
    for (std::size_t g = c.first; g < c.first + c.count; ++g) {
      const Glyph& glyph = text_.glyphs[g];
      const Sara shown = glyph.sara_am ? Sara::am : glyph.sara_aa ? Sara::aa : Sara::untold;
      put(glyph.code, {static_cast<std::uint32_t>(c.word), glyph.at, shown, Sara::untold});
    }
  }
  void put_blank() { put(U' ', {}); }

 private:
  void put(char32_t code, LetterPlace place) {
    text::append_utf8(line_.out.raw_text, code);
    line_.letters.push_back(place);
  }

  const PageClusters& text_;
  Line& line_;
};

bool is_thai_at(const PageClusters& text, const Cluster& c) {
  return text::is_thai(text.glyphs[c.first].code);
}

bool blank_between(const PageClusters& text, const Cluster& a, const Cluster& b, double advance, double least) {
  if (a.blank || b.blank || b.mark_only) return false;
  const Word& before = text.word_of(a);
  const double gap = b.x0 - a.x1;
  if (before.source == TextSource::ocr) return a.word != b.word && (before.space_after || gap > advance);
  if (gap >= least) return true;
  return a.word != b.word && before.space_after && gap >= kSeenBlankGap * advance && !is_thai_at(text, a) &&
         !is_thai_at(text, b);
}

// What justification adds between all letters of a line: the gap that three quarters of its neighbours exceed. A short
// line is never stretched, and may hold as many blanks as letters.
double stretch(const PageClusters& text, const std::vector<std::size_t>& letters) {
  constexpr std::size_t kShort = 12;
  std::vector<double> gaps;
  for (std::size_t i = 1; i < letters.size(); ++i) {
    const Cluster& a = text.clusters[letters[i - 1]];
    const Cluster& b = text.clusters[letters[i]];
    if (!a.blank && !b.blank) gaps.push_back(std::max(0.0, b.x0 - a.x1));
  }
  if (gaps.size() < kShort) return 0;
  const auto quarter = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 4);
  std::nth_element(gaps.begin(), quarter, gaps.end());
  return *quarter;
}

// The width from which a gap between neighbours is a blank.
double least_blank(const PageClusters& text, const std::vector<std::size_t>& letters, double advance) {
  return std::max(kBlankGap * advance, stretch(text, letters) + kBlankOverStretch * advance);
}

}  // namespace

Line write_line(const PageClusters& text, const ClusterRow& row) {
  const auto& letters = row.letters;
  Line line;
  line.baseline = row.baseline;
  set_style(text, letters, line);
  set_box(text, letters, line);
  std::vector<double> advances;
  for (const std::size_t id : letters) advances.push_back(text.advances[text.clusters[id].word]);
  line.advance = median(std::move(advances));
  const double least = least_blank(text, letters, line.advance);
  const auto attached = attach_marks(text, letters, row.marks, line.advance);
  Writer writer(text, line);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const Cluster& c = text.clusters[letters[i]];
    if (i > 0 && blank_between(text, text.clusters[letters[i - 1]], c, line.advance, least)) writer.put_blank();
    writer.put(c);
    const auto [first, last] = attached.equal_range(letters[i]);
    for (auto mark = first; mark != last; ++mark) writer.put(text.clusters[mark->second]);
  }
  line.unsure = word_doubts(line, *text.page);
  return line;
}

}  // namespace prongsai::tables
