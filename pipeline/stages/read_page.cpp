#include "pipeline/stages/read_page.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "extractors/source/page/route.hpp"
#include "pipeline/stages/mean_confidence.hpp"
#include "pipeline/stages/read_pieces.hpp"
#include "pipeline/stages/recognise_scan.hpp"

namespace prongsai::stages {
namespace {

void decode_mixup(std::vector<Word>& words) {
  for (Word& word : words) word.text = source::from_latin1_mixup(word.text);
}

// What was hidden behind the picture, beside what the picture shows.
bool is_belied(const Page& page) {
  source::LetterCounts hidden;
  for (const Aside& aside : page.asides) {
    if (aside.kind == Aside::Kind::hidden) source::count_letters(aside.text, hidden);
  }
  return source::belied_by_picture(hidden, source::count_letters(page.words));
}

// A page that shows nothing at all though words were written on it: a picture that failed, fonts that draw nothing.
bool is_hiding(const Page& page) {
  return page.source == PageSource::blank && std::any_of(page.asides.begin(), page.asides.end(),
                                                         [](const Aside& a) { return a.kind == Aside::Kind::hidden; });
}

// What recognition says of a page that it read is only that it is an image.
std::string reason_of(const Page& page, const source::Route& route) {
  const bool read = route.source == PageSource::ocr && !page.words.empty();
  return page.reason.empty() || read ? route.reason : route.reason + "; " + page.reason;
}

Page empty_page(const Leaf& leaf) {
  const Box box = leaf.pdf.page_box(leaf.page_no);
  Page page;
  page.width = box.width();
  page.height = box.height();
  return page;
}

void add_asides(const Leaf& leaf, Page& page) {
  std::vector<Aside> asides = leaf.pdf.asides(leaf.page_no);
  page.asides.insert(page.asides.end(), std::make_move_iterator(asides.begin()), std::make_move_iterator(asides.end()));
}

}  // namespace

void PageReader::read(const source::Pdf& pdf, int page_no) {
  Page page;
  const int turn = turn_needed(pdf.hints(page_no));
  const auto upright = turn != 0 ? pdf.turned(page_no, turn) : std::nullopt;
  if (upright) {
    page = read_leaf({*upright, 1, page_no, turn});
  } else {
    page = read_leaf({pdf, page_no, page_no, 0});
  }
  pages_.push_back(std::move(page));
}

Page PageReader::read_leaf(const Leaf& leaf) {
  PageLook look = look_at(leaf, settings_.omit);
  const source::Route route = source::choose_route(look.facts);
  const bool from_text = route.source == PageSource::text || route.source == PageSource::mixed;
  if (look.failure && from_text) {
    note_damage(leaf, DamageEffect::unpainted, look.failure->message);
  } else if (look.failure) {
    note_failure(leaf, *look.failure);
  }
  if (route.unseen) note_damage(leaf, DamageEffect::unseen, route.reason);
  Page page = route.source == PageSource::ocr ? recognised(leaf, look) : from_layer(leaf, std::move(look), route);
  page.page_no = leaf.original;
  page.rotation = (page.rotation + leaf.turned) % 360;
  page.broken_text_layer = route.broken_text_layer;
  page.reason = reason_of(page, route);
  if (route.source == PageSource::ocr) add_asides(leaf, page);
  if (route.hidden_layer && is_belied(page)) page.broken_text_layer = true;
  for (Aside& aside : page.asides) aside.page_no = leaf.original;
  if (is_hiding(page)) note_damage(leaf, DamageEffect::unseen, "there are words on it, but it shows nothing");
  add_links(leaf);
  return page;
}

Page PageReader::from_layer(const Leaf& leaf, PageLook look, const source::Route& route) {
  Page page = empty_page(leaf);
  page.source = route.source;
  page.rulings = std::move(look.rulings);
  if (route.source == PageSource::blank) {
    add_asides(leaf, page);
    return page;
  }
  page.words = std::move(look.words);
  if (route.latin1_mixup) decode_mixup(page.words);
  for (Word& word : page.words) word.confidence = route.confidence;
  add_asides(leaf, page);
  read_ink(leaf, look.facts.ink.pieces, page);
  page.confidence = mean_confidence(page.words, 1);
  return page;
}

void PageReader::read_ink(const Leaf& leaf, const std::vector<Box>& pieces, Page& page) {
  const PageSource before = page.source;
  if (const auto failure = read_pieces(leaf.pdf, leaf.page_no, pieces, settings_.recogniser, page)) {
    note_failure(leaf, *failure);
  }
  if (before == PageSource::text && page.source == PageSource::mixed) {
    page.reason = "pictures or outlines on it were read by recognition";
  }
}

Page PageReader::recognised(const Leaf& leaf, const PageLook& look) {
  if (settings_.recogniser && !look.failure) {
    return recognise_scan(leaf.pdf, leaf.page_no, *settings_.recogniser);
  }
  Page page = empty_page(leaf);
  page.source = PageSource::ocr;
  page.rulings = look.rulings;
  page.unreadable = true;
  page.confidence = 0;
  page.reason = look.failure ? "it could not be painted" : "no recogniser to read it with";
  return page;
}

void PageReader::add_links(const Leaf& leaf) {
  for (Link& link : leaf.pdf.links(leaf.page_no)) {
    link.page_no = leaf.original;
    out_.links.push_back(std::move(link));
  }
}

void PageReader::note_damage(const Leaf& leaf, DamageEffect effect, const std::string& words) {
  out_.damages.push_back({leaf.original, effect, words, 1});
}

void PageReader::note_failure(const Leaf& leaf, Failure failure) {
  if (leaf.original != leaf.page_no) failure.message = "Page " + std::to_string(leaf.original) + ": " + failure.message;
  out_.page_failures.push_back(std::move(failure));
}

}  // namespace prongsai::stages
