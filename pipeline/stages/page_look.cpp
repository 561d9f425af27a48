#include "pipeline/stages/page_look.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "extractors/source/image/fill_edges.hpp"
#include "extractors/source/image/ruling_bridges.hpp"
#include "extractors/source/image/rulings.hpp"
#include "extractors/source/image/rulings_text.hpp"

namespace prongsai::stages {
namespace {

constexpr double kLookDpi = 100;  // enough for the thinnest ruling when painted plain; four times cheaper than 200

source::LetterCounts count_decoded(const std::vector<Word>& words) {
  source::LetterCounts counts;
  for (const Word& word : words) source::count_letters(source::from_latin1_mixup(word.text), counts);
  return counts;
}

Result<source::Raster> paint(const Leaf& leaf, source::Painting painting, const Omissions& omit) {
  if (!is_unpainted(omit, leaf.original)) return leaf.pdf.render_grey(leaf.page_no, kLookDpi, painting);
  return Failure{"unreadable_page", "Page " + std::to_string(leaf.original) +
                                        " cannot be painted: " + why_left_out(omit, leaf.original) + "."};
}

// Sets the page's rulings; returns all that is drawn on it. `bare`: the picture is painted without its letters.
std::vector<Ruling> find_page_drawings(const source::Raster& picture, bool bare, PageLook& look) {
  look.rulings = source::find_rulings(picture, bare ? source::Letters::absent : source::Letters::present);
  source::drop_text_lines(look.rulings, look.words);
  if (!bare) return look.rulings;
  source::bridge_behind_fills(look.rulings, picture, look.words);
  std::vector<Ruling> drawn = look.rulings;
  const auto edges = source::find_fill_edges(picture);
  std::ranges::copy(source::edges_of_rows(edges, drawn), std::back_inserter(look.rulings));
  std::ranges::copy(source::edges_of_sides(edges, drawn), std::back_inserter(look.rulings));
  drawn.insert(drawn.end(), edges.begin(), edges.end());
  return drawn;
}

}  // namespace

int turn_needed(const source::PageHints& hints) {
  if (hints.invisible_glyphs * 2 > hints.glyphs || hints.glyphs < 20) return 0;
  for (std::size_t quarter = 1; quarter < 4; ++quarter) {
    if (hints.glyphs_turned[quarter] * 4 >= hints.glyphs * 3) return static_cast<int>(4 - quarter) * 90;
  }
  return 0;
}

PageLook look_at(const Leaf& leaf, const Omissions& omit) {
  PageLook look;
  look.hints = leaf.pdf.hints(leaf.page_no);
  look.words = leaf.pdf.words(leaf.page_no);
  look.facts.hints = look.hints;
  look.facts.letters = source::count_letters(look.words);
  const bool trusted = source::paints_its_letters(look.hints, look.facts.letters);
  const auto painting = trusted ? source::Painting::no_letters : source::Painting::plain;
  auto raster = paint(leaf, painting, omit);
  if (look.facts.letters.upper_latin1 > 0) look.facts.letters_decoded = count_decoded(look.words);
  if (raster) {
    // Letters that are hardly seen must be looked for; what is drawn is found better without them all the same.
    const bool pale = !trusted && source::can_leave_its_letters_out(look.hints, look.facts.letters);
    auto bare = pale ? paint(leaf, source::Painting::no_letters, omit) : Result<source::Raster>(Failure{});
    const std::vector<Ruling> drawn = find_page_drawings(bare ? bare.value() : raster.value(), trusted || bare, look);
    look.facts.ink = source::measure_ink(raster.value(), look.words, drawn, look.hints.images);
    if (trusted) source::count_painted_letters(look.facts.ink, look.words);
  } else {
    look.failure = raster.failure();
  }
  return look;
}

}  // namespace prongsai::stages
