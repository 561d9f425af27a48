#include "extractors/tables/clusters.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "extractors/text/unicode/utf8.hpp"
#include "models/median.hpp"

namespace prongsai::tables {
namespace {

constexpr double kNoWidth = 0.03;  // of the font size: a glyph narrower than this is drawn over its neighbour

// One box a code point; where the reader gave none, the word's width is shared out among its letters.
std::vector<Box> char_boxes(const Word& word, const std::u32string& codes) {
  if (word.chars.size() == codes.size()) return word.chars;
  const auto letters =
      static_cast<double>(std::count_if(codes.begin(), codes.end(), [](char32_t c) { return !text::is_thai_mark(c); }));
  const double width = letters > 0 ? word.box.width() / letters : 0;
  std::vector<Box> boxes;
  double x = word.box.x0;
  for (const char32_t c : codes) {
    const double next = text::is_thai_mark(c) ? x : x + width;
    boxes.push_back({x, word.box.y0, next, word.box.y1});
    x = next;
  }
  return boxes;
}

bool holds(const std::vector<std::size_t>& indexes, std::size_t i) {
  return std::find(indexes.begin(), indexes.end(), i) != indexes.end();
}

// Text that runs up or down the page stays in one piece: it has no baseline among the lines around it.
void keep_whole(PageClusters& page_text, std::size_t index, const std::u32string& codes) {
  const Word& word = page_text.page->words[index];
  page_text.clusters.push_back({page_text.glyphs.size(), codes.size(), index, word.box.x0, word.box.x1});
  for (std::uint32_t i = 0; i < codes.size(); ++i) {
    page_text.glyphs.push_back({codes[i], false, false, i});
  }
}

void cut_word(PageClusters& page_text, std::size_t index) {
  const Word& word = page_text.page->words[index];
  const std::u32string codes = text::to_utf32(word.text);
  if (codes.empty()) return;
  if (word.rotation != 0) return keep_whole(page_text, index, codes);
  const auto boxes = char_boxes(word, codes);
  const double no_width = kNoWidth * (word.font_size > 0 ? word.font_size : word.box.height() / 2);
  bool begins = true;  // nothing of this word to attach a mark to
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const bool mark = text::is_thai_mark(codes[i]);
    const bool thin = boxes[i].width() < no_width && !text::is_blank(codes[i]);
    page_text.glyphs.push_back(
        {codes[i], holds(word.sara_am_at, i), holds(word.sara_aa_at, i), static_cast<std::uint32_t>(i)});
    if (!begins && (mark || (thin && !page_text.clusters.back().blank))) {
      Cluster& c = page_text.clusters.back();
      ++c.count;
      c.x1 = std::max(c.x1, boxes[i].x1);
      continue;
    }
    const double x0 = std::min(boxes[i].x0, boxes[i].x1);
    page_text.clusters.push_back(
        {page_text.glyphs.size() - 1, 1, index, x0, std::max(x0, boxes[i].x1), text::is_blank(codes[i]), mark});
    begins = false;
  }
}

// Punctuation says nothing of a font's letters, and a form is full of dotted lines.
bool is_thin(char32_t c) {
  return c < 0x80 && !text::is_latin_letter(c) && !text::is_digit(c);
}

void measure_advances(PageClusters& page_text) {
  using Font = std::pair<std::string, int>;  // name, tenths of a point
  const auto font_of = [](const Word& w) { return Font(w.font, static_cast<int>(w.font_size * 10)); };
  std::map<Font, std::vector<double>> widths;
  std::vector<double> all;
  for (const Cluster& c : page_text.clusters) {
    const double width = c.x1 - c.x0;
    if (c.blank || c.mark_only || width <= 0 || is_thin(page_text.glyphs[c.first].code)) continue;
    if (page_text.word_of(c).rotation != 0) continue;
    widths[font_of(page_text.word_of(c))].push_back(width);
    all.push_back(width);
  }
  page_text.advance = median(std::move(all));
  std::map<Font, double> advance;
  for (auto& [font, values] : widths) {
    // A few letters tell nothing of a font: a line of dots or a lone digit keeps to the page's measure.
    advance[font] = values.size() >= 8 ? median(values) : page_text.advance;
  }
  for (const Word& word : page_text.page->words) {
    const auto found = advance.find(font_of(word));
    page_text.advances.push_back(found == advance.end() ? page_text.advance : found->second);
  }
}

}  // namespace

double PageClusters::baseline(std::size_t word) const {
  const Box& box = page->words[word].box;
  return box.y0 + kBaselineShare * box.height();
}

PageClusters cut_clusters(const Page& page) {
  PageClusters out;
  out.page = &page;
  for (std::size_t i = 0; i < page.words.size(); ++i) cut_word(out, i);
  measure_advances(out);
  return out;
}

}  // namespace prongsai::tables
