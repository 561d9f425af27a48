#include "extractors/source/page/route.hpp"

#include <optional>

namespace prongsai::source {

namespace {

// Square points of detail on the page (see InkFacts): a line of prose has about 800.
constexpr double kSpecks = 100;
constexpr double kFewLines = 2000;
constexpr double kSomeLines = 4000;
constexpr double kThirdOfAPage = 20000;

constexpr const char* kForeignLayer = "the text behind the scan is another program's recognition; the picture was read";
constexpr double kMostUnseen = 0.7;  // share of the letters on ink below which a layer is not what the page shows

double share(int part, int whole) {
  return whole > 0 ? static_cast<double>(part) / whole : 0;
}

Route recognise(std::string reason, bool broken) {
  Route route;
  route.source = PageSource::ocr;
  route.broken_text_layer = broken;
  route.reason = std::move(reason);
  return route;
}

Route recognise_anew() {
  Route route = recognise(kForeignLayer, false);
  route.hidden_layer = true;
  return route;
}

Route read_text(std::string reason) {
  Route route;
  route.reason = std::move(reason);
  return route;
}

// Blank by both witnesses, the picture and the text layer. Words where nothing shows contradict each other: fonts that
// neither the file nor the machine has, white letters, a picture that failed. The words are kept, and the doubt is
// told.
std::optional<Route> without_ink(const RouteFacts& facts) {
  if (!facts.ink.known || facts.ink.shown >= kSpecks) return std::nullopt;
  Route route;
  if (facts.letters.all > facts.letters.unknown) {
    if (facts.ink.words_on_ink > kMostUnseen) return std::nullopt;  // a page number alone
    route = read_text("the text layer has words, but the page shows nothing");
    route.unseen = true;
    return route;
  }
  route.source = PageSource::blank;
  route.reason = "nothing is painted on the page";
  return route;
}

std::optional<Route> without_letters(const RouteFacts& facts) {
  const PageHints& hints = facts.hints;
  if (hints.glyphs > 20 && facts.letters.all < 0.1 * hints.glyphs) {
    return recognise("its fonts tell no letters", true);
  }
  if (facts.letters.all >= 4) return std::nullopt;
  if (hints.image_cover > 0.5 && hints.invisible_text) return recognise_anew();
  if (hints.image_cover > 0.5) return recognise("a scanned picture without a text layer", false);
  if (facts.letters.all > 0 && facts.ink.known && facts.ink.unexplained + facts.ink.text_in_images < kFewLines) {
    return std::nullopt;  // a page number on an otherwise empty page
  }
  return recognise("no text layer, but the page shows something", false);
}

// Some other program's recognition, hidden behind the picture. Whatever it says, the picture is read itself: letters
// that cannot be seen vouch for nothing.
std::optional<Route> foreign_recognition(const RouteFacts& facts) {
  const PageHints& hints = facts.hints;
  const bool hidden = share(hints.invisible_glyphs, hints.glyphs) > 0.5 && hints.image_cover > 0.5;
  if (!hidden) return std::nullopt;
  return recognise_anew();
}

std::optional<Route> mixed_up_code_page(const RouteFacts& facts) {
  const LetterCounts& letters = facts.letters;
  if (share(letters.upper_latin1, letters.all) < 0.3) return std::nullopt;
  if (!plausible_thai(facts.letters_decoded)) return recognise("the text layer is Latin-1 that is no Thai", true);
  Route route = read_text("the text layer was Thai (TIS-620) stored as Latin-1 and was decoded");
  route.broken_text_layer = true;
  route.latin1_mixup = true;
  return route;
}

// The document gave no letters, the embedded fonts did. Right in every letter or not at all, so it must read as Thai.
std::optional<Route> told_by_fonts(const RouteFacts& facts) {
  if (share(facts.hints.glyphs_told_by_font, facts.hints.glyphs) < 0.1) return std::nullopt;
  const bool complete = share(facts.hints.glyphs_without_unicode, facts.hints.glyphs) < 0.01;
  if (!complete || !plausible_thai(facts.letters))
    return recognise("its fonts do not say which letters they draw", true);
  Route route = read_text("the document names no letters; they were read from the tables of its fonts");
  route.broken_text_layer = true;
  return route;
}

std::optional<Route> gibberish(const RouteFacts& facts) {
  const LetterCounts& letters = facts.letters;
  const PageHints& hints = facts.hints;
  if (share(letters.foreign, letters.all) > 0.2) {
    return recognise("the text layer is in a script that the page does not show", true);
  }
  if (share(letters.unknown, letters.all) > 0.2) return recognise("the text layer names no letters", true);
  if (letters.thai >= 40 && !plausible_thai(letters)) {
    return recognise("the text layer's Thai letters stand where they cannot", true);
  }
  if (tones_are_signs(letters)) return recognise("the text layer gives tone marks as other signs", true);
  if (high_tones_are_lost(letters)) return recognise("the text layer lost the tone marks over vowels", true);
  if (tones_are_low_vowels(letters)) return recognise("the text layer gives tone marks as vowels below", true);
  const bool thai = letters.thai > 0.3 * letters.all;
  if (!thai && share(hints.glyphs_without_unicode, hints.glyphs) > 0.3) {
    return recognise("its fonts do not say which letters they draw", true);
  }
  return std::nullopt;
}

std::optional<Route> contradicted_by_ink(const RouteFacts& facts) {
  const InkFacts& ink = facts.ink;
  if (!ink.known) return std::nullopt;
  if (ink.words_on_ink < kMostUnseen) return recognise("the text layer has words where the page shows none", true);
  if (ink.unexplained > kThirdOfAPage && ink.unexplained > 2 * ink.explained) {
    return recognise("most of what the page shows is not in its text layer", true);
  }
  if (ink.text_in_images > kSomeLines) {
    Route route = read_text("the text layer is sound, and a large picture holds more writing");
    route.source = PageSource::mixed;
    return route;
  }
  return std::nullopt;
}

}  // namespace

Route choose_route(const RouteFacts& facts) {
  for (const auto rule : {without_ink, without_letters, foreign_recognition, mixed_up_code_page, contradicted_by_ink,
                          told_by_fonts, gibberish}) {
    if (auto route = rule(facts)) return *route;
  }
  return read_text("the text layer is sound");
}

bool belied_by_picture(const LetterCounts& layer, const LetterCounts& picture) {
  constexpr int kSomeLetters = 40;
  constexpr double kThaiPage = 0.4;   // share of Thai letters among all that was read
  constexpr double kThaiLayer = 0.2;  // … below which a layer is no Thai
  if (picture.thai < kSomeLetters || share(picture.thai, picture.all) < kThaiPage || layer.all < kSomeLetters)
    return false;
  return share(layer.thai, layer.all) < kThaiLayer || !plausible_thai(layer);
}

}  // namespace prongsai::source
