#include "extractors/source/pdf/sight.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "extractors/source/pdf/sight_collect.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::source {

namespace {

constexpr std::size_t kMostAsides = 200;    // of a page
constexpr std::size_t kLongestAside = 600;  // bytes

std::optional<Aside::Kind> kind_of(const SeenGlyph& glyph) {
  switch (glyph.fate) {
    case Fate::hidden:
      return Aside::Kind::hidden;
    case Fate::struck:
      return Aside::Kind::struck;
    case Fate::overlay:
      return Aside::Kind::overlay;
    case Fate::seen:
      break;
  }
  if (glyph.woven) return Aside::Kind::woven;
  return std::nullopt;
}

// The texts that are no part of the page's, each stream by itself; what is tiled over the page comes once.
class Asides {
 public:
  explicit Asides(const Sight& sight) {
    const SeenGlyph* last = nullptr;
    for (const SeenGlyph& glyph : sight.glyphs) {
      const auto kind = kind_of(glyph);
      if (glyph.blank) {
        if (current_) text_ += ' ';
        continue;
      }
      const bool open = current_ && glyph.style == last->style;
      if (!kind || !open || *kind != kind_) close();
      if (!kind) continue;
      if (current_ && last->run != glyph.run && text_.back() != ' ') text_ += ' ';
      current_ = true;
      kind_ = *kind;
      if (text_.size() < kLongestAside) text::append_utf8(text_, glyph.letter != 0 ? glyph.letter : text::kReplacement);
      box_ = unite(box_, glyph.body);
      last = &glyph;
    }
    close();
  }

  [[nodiscard]] std::vector<Aside> take() && { return std::move(asides_); }

 private:
  // What is woven is one place a page: its letters are in pieces.
  void close_woven() {
    for (Aside& aside : asides_) {
      if (aside.kind != Aside::Kind::woven) continue;
      if (aside.text.size() < kLongestAside) aside.text += ' ' + text_;
      aside.box = unite(aside.box, box_);
      return;
    }
    asides_.push_back({0, kind_, text_, box_});
  }

  void close() {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (current_ && kind_ == Aside::Kind::woven) {
      close_woven();
    } else if (current_ && asides_.size() < kMostAsides && told_.insert({kind_, text_}).second) {
      asides_.push_back({0, kind_, text_, box_});
    }
    current_ = false;
    text_.clear();
    box_ = {};
  }

  bool current_ = false;
  Aside::Kind kind_ = Aside::Kind::hidden;
  std::string text_;
  Box box_;
  std::set<std::pair<Aside::Kind, std::string>> told_;
  std::vector<Aside> asides_;
};

// Eight numbers a place (ISO 32000-1, 12.5.6.10).
void add_struck_places(const Annotation& annotation, const PageGeometry& geometry, Sight& sight) {
  if (annotation.subtype != "/StrikeOut") return;
  QPDFObjectHandle object = annotation.object;
  QPDFObjectHandle quads = object.getKey("/QuadPoints");
  if (!quads.isArray()) return;
  auto numbers = quads.getArrayAsVector();
  for (std::size_t i = 0; i + 8 <= numbers.size(); i += 8) {
    PathBuilder around;
    for (std::size_t k = i; k < i + 8; k += 2) {
      if (!numbers[k].isNumber() || !numbers[k + 1].isNumber()) return;
      around.line_to({numbers[k].getNumericValue(), numbers[k + 1].getNumericValue()});
    }
    sight.struck_places.push_back(geometry.displayed(around.take().box));
  }
}

// An annotation of which nothing shows as the page's text.
std::vector<int> dropped_annotations(const Sight& sight, std::size_t page_glyphs) {
  std::map<int, bool> shows;
  for (std::size_t i = page_glyphs; i < sight.glyphs.size(); ++i) {
    const SeenGlyph& glyph = sight.glyphs[i];
    if (!glyph.blank) shows[sight.styles[glyph.style].annotation] |= glyph.fate == Fate::seen;
  }
  std::vector<int> dropped;
  for (const auto& [place, seen] : shows) {
    if (!seen) dropped.push_back(place);
  }
  return dropped;
}

}  // namespace

bool PageSight::drops() const {
  return !dropped_annotations.empty() || std::find(dropped.begin(), dropped.end(), true) != dropped.end();
}

PageSight see_page(QPDFObjectHandle page, const PageGeometry& geometry, PdfFonts& fonts, const HiddenLayers& hidden,
                   ContentSink& also) {
  SightCollector collector(geometry, also);
  PageSight out;
  out.complete = walk_content(page, fonts, hidden, collector);
  const std::vector<Annotation> annotations = shown_annotations(page);
  for (const Annotation& annotation : annotations) {
    collector.begin(annotation);
    add_struck_places(annotation, geometry, collector.sight());
    if (annotation.appearance) {
      walk_form(*annotation.appearance, appearance_place(annotation), fonts, hidden, collector);
    }
  }
  out.signs = read_signs(collector.sight());
  if (!out.complete || !collector.complete()) return out;
  Sight& sight = collector.sight();
  strike_out(sight);
  part_overlays(sight);
  if (!collector.complete()) return out;
  out.dropped.resize(collector.page_glyphs());
  for (std::size_t i = 0; i < out.dropped.size(); ++i) out.dropped[i] = sight.glyphs[i].fate != Fate::seen;
  out.dropped_annotations = dropped_annotations(sight, collector.page_glyphs());
  out.asides = Asides(sight).take();
  return out;
}

}  // namespace prongsai::source
