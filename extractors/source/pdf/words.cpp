// Poppler's text boxes as words.
//
// Quirks of Poppler 22.12 that the readers of these words must know (Thai, seen in files from Word, Chrome and cairo):
// - a box may end inside a cluster, and a combining mark may begin a box or be one, without width ('ตั', 'ง', '้');
// - has_space_after is a guess from gaps: also set after such marks, where the page has no blank;
// - a box may hold a blank: where the file gives one letter two code points, or a blank to the ring of ำ ('ประจ าปี');
// - the order is Poppler's own layout order, not the content stream's;
// - letters painted twice at one place (false bold) come once.
#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "extractors/source/pdf/field_words.hpp"
#include "extractors/source/pdf/pdf.hpp"
#include "extractors/source/pdf/pens.hpp"
#include "extractors/source/pdf/sara_am.hpp"
#include "extractors/source/pdf/state.hpp"
#include "extractors/source/pdf/ticks.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::source {

namespace {

bool is_high_surrogate(char32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low_surrogate(char32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// UTF-16 with stray surrogates read as U+FFFD. Poppler's own to_utf8 gives up on those and drops the whole box.
std::vector<char32_t> code_points(const poppler::ustring& text) {
  std::vector<char32_t> out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t unit = text[i];
    if (is_high_surrogate(unit) && i + 1 < text.size() && is_low_surrogate(text[i + 1])) {
      out.push_back(0x10000 + ((unit - 0xD800) << 10) + (text[i + 1] - 0xDC00U));
      ++i;
    } else {
      out.push_back(is_high_surrogate(unit) || is_low_surrogate(unit) ? 0xFFFD : unit);
    }
  }
  return out;
}

// Poppler counts in clockwise quarters of the displayed page.
int degrees(int rotation) {
  return ((rotation % 4 + 4) % 4) * 90;
}

Word to_word(const poppler::text_box& box) {
  Word word;
  const auto points = code_points(box.text());
  word.box = to_box(box.bbox());
  word.chars.reserve(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    text::append_utf8(word.text, points[i]);
    word.chars.push_back(to_box(box.char_bbox(i)));
  }
  // A glyph count that differs from the code point count gives a zero box at the end: such boxes are worth nothing.
  if (!word.chars.empty() && word.chars.back() == Box{}) word.chars.clear();
  word.space_after = box.has_space_after();
  word.rotation = degrees(box.rotation());
  if (box.has_font_info()) {
    word.font = without_subset_prefix(box.get_font_name(0));
    word.font_size = box.get_font_size();
  }
  return word;
}

// A letter that the page shows and the layer does not spell: U+FFFD stands for it, so that nothing is lost unseen.
Word nameless_letter(const Box& box) {
  Word word;
  word.text = "\uFFFD";
  word.box = box;
  word.chars = {box};
  word.font_size = box.height() / (kLineAscent + kLineDescent);
  return word;
}

// Whether the layer spells what stands at a place after all: a producer may name glyphs in a passage of its own
// (/ActualText) and leave them out of the font's map.
bool is_spelt(const Box& place, const std::vector<Word>& words) {
  const Point middle{(place.x0 + place.x1) / 2, (place.y0 + place.y1) / 2};
  const auto covers = [&](const Box& box) { return box.contains(middle); };
  return std::ranges::any_of(
      words, [&](const Word& word) { return covers(word.box) && std::ranges::any_of(word.chars, covers); });
}

// On the baseline of the words beside it: a tick box stands on it or little below.
Word drawn_sign(const DrawnSign& sign) {
  Word word;
  word.text = sign.text;
  word.font_size = std::max(8.0, 1.25 * sign.box.height());
  const double baseline = sign.box.y1 - 0.05 * word.font_size;
  word.box = {sign.box.x0, baseline - kLineAscent * word.font_size, sign.box.x1,
              baseline + kLineDescent * word.font_size};
  word.chars = {word.box};
  word.space_after = true;
  return word;
}

}  // namespace

std::vector<Word> Pdf::words(int page_no) const {
  std::vector<Word> words;
  const auto page = state_->seen(page_no);
  if (!page) return words;
  const PageFacts& facts = state_->facts(page_no);
  // Poppler scans all fonts of the page for their names, which takes as long as the text itself.
  const auto boxes = page->text_list(facts.hints.known ? 0 : poppler::page::text_list_include_font);
  words.reserve(boxes.size());
  for (const auto& box : boxes) words.push_back(to_word(box));
  mark_sara(words, facts.sara_marks);
  tell_fonts(words, facts.pens);
  std::vector<Word> nameless;
  for (const Box& box : facts.nameless) {
    if (!is_spelt(box, words)) nameless.push_back(nameless_letter(box));
  }
  std::ranges::move(nameless, std::back_inserter(words));
  for (const DrawnSign& sign : facts.signs) words.push_back(drawn_sign(sign));
  std::for_each(words.begin(), words.end(), name_ticks);
  const auto object = state_->object(page_no);
  const auto geometry = page_geometry(*state_, page_no);
  if (object && geometry) add_field_words(*object, *geometry, words);
  for (Word& word : words) {
    word.box = within_reach(word.box);
    for (Box& box : word.chars) box = within_reach(box);
  }
  return words;
}

}  // namespace prongsai::source
