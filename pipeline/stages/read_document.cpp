#include "pipeline/stages/read_document.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <new>
#include <string>
#include <utility>

#include "extractors/source/image/fill_edges.hpp"
#include "extractors/source/image/ruling_bridges.hpp"
#include "extractors/source/image/rulings.hpp"
#include "extractors/source/image/rulings_text.hpp"
#include "extractors/source/page/route.hpp"
#include "extractors/source/pdf/library_reports.hpp"
#include "pipeline/stages/list_attached.hpp"
#include "pipeline/stages/mean_confidence.hpp"
#include "pipeline/stages/read_pieces.hpp"
#include "pipeline/stages/recognise_scan.hpp"
#include "pipeline/stages/resolve_doubts.hpp"

namespace prongsai::stages {

namespace {

constexpr double kLookDpi = 100;  // enough for the thinnest ruling when painted plain; four times cheaper than 200

// A page of a document, and how it stands: `pdf` may be a turned copy of the page alone.
struct Leaf {
  const source::Pdf& pdf;
  int page_no = 0;   // in `pdf`
  int original = 0;  // in the report
  int turned = 0;    // clockwise degrees from how the report displays it
};

struct Look {
  source::PageHints hints;
  std::vector<Word> words;
  std::optional<Failure> failure;  // why the page could not be painted
  std::vector<Ruling> rulings;
  source::RouteFacts facts;
};

// Clockwise degrees that set visible writing upright: 0 when most of it is.
int turn_needed(const source::PageHints& hints) {
  if (hints.invisible_glyphs * 2 > hints.glyphs || hints.glyphs < 20) return 0;
  for (std::size_t quarter = 1; quarter < 4; ++quarter) {
    if (hints.glyphs_turned[quarter] * 4 >= hints.glyphs * 3) return static_cast<int>(4 - quarter) * 90;
  }
  return 0;
}

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
std::vector<Ruling> find_drawn(const source::Raster& picture, bool bare, Look& look) {
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

Look look_at(const Leaf& leaf, const Omissions& omit) {
  Look look;
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
    const std::vector<Ruling> drawn = find_drawn(bare ? bare.value() : raster.value(), trusted || bare, look);
    look.facts.ink = source::measure_ink(raster.value(), look.words, drawn, look.hints.images);
    if (trusted) source::count_painted_letters(look.facts.ink, look.words);
  } else {
    look.failure = raster.failure();
  }
  return look;
}

void decode_mixup(std::vector<Word>& words) {
  for (Word& word : words) word.text = source::from_latin1_mixup(word.text);
}

class PageReader {
 public:
  PageReader(const ReadSettings& settings, ReadPages& out, std::vector<Page>& pages)
      : settings_(settings), out_(out), pages_(pages) {}

  void read(const source::Pdf& pdf, int page_no) {
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

 private:
  Page read_leaf(const Leaf& leaf) {
    Look look = look_at(leaf, settings_.omit);
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
    page.reason = why(page, route);
    if (route.source == PageSource::ocr) add_asides(leaf, page);
    if (route.hidden_layer && is_belied(page)) page.broken_text_layer = true;
    for (Aside& aside : page.asides) aside.page_no = leaf.original;
    if (is_hiding(page)) note_damage(leaf, DamageEffect::unseen, "there are words on it, but it shows nothing");
    add_links(leaf);
    return page;
  }

  // What was hidden behind the picture, beside what the picture shows.
  static bool is_belied(const Page& page) {
    source::LetterCounts hidden;
    for (const Aside& aside : page.asides) {
      if (aside.kind == Aside::Kind::hidden) source::count_letters(aside.text, hidden);
    }
    return source::belied_by_picture(hidden, source::count_letters(page.words));
  }

  // A page that shows nothing at all though words were written on it: a picture that failed, fonts that draw nothing.
  static bool is_hiding(const Page& page) {
    return page.source == PageSource::blank && std::any_of(page.asides.begin(), page.asides.end(), [](const Aside& a) {
             return a.kind == Aside::Kind::hidden;
           });
  }

  Page from_layer(const Leaf& leaf, Look look, const source::Route& route) {
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

  void read_ink(const Leaf& leaf, const std::vector<Box>& pieces, Page& page) {
    const PageSource before = page.source;
    if (const auto failure = read_pieces(leaf.pdf, leaf.page_no, pieces, settings_.recogniser, page)) {
      note_failure(leaf, *failure);
    }
    if (before == PageSource::text && page.source == PageSource::mixed) {
      page.reason = "pictures or outlines on it were read by recognition";
    }
  }

  Page recognised(const Leaf& leaf, const Look& look) {
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

  // What recognition says of a page that it read is only that it is an image.
  static std::string why(const Page& page, const source::Route& route) {
    const bool read = route.source == PageSource::ocr && !page.words.empty();
    return page.reason.empty() || read ? route.reason : route.reason + "; " + page.reason;
  }

  static Page empty_page(const Leaf& leaf) {
    const Box box = leaf.pdf.page_box(leaf.page_no);
    Page page;
    page.width = box.width();
    page.height = box.height();
    return page;
  }

  static void add_asides(const Leaf& leaf, Page& page) {
    std::vector<Aside> asides = leaf.pdf.asides(leaf.page_no);
    page.asides.insert(page.asides.end(), std::make_move_iterator(asides.begin()),
                       std::make_move_iterator(asides.end()));
  }

  void add_links(const Leaf& leaf) {
    for (Link& link : leaf.pdf.links(leaf.page_no)) {
      link.page_no = leaf.original;
      out_.links.push_back(std::move(link));
    }
  }

  void note_damage(const Leaf& leaf, DamageEffect effect, const std::string& words) {
    out_.damages.push_back({leaf.original, effect, words, 1});
  }

  void note_failure(const Leaf& leaf, Failure failure) {
    if (leaf.original != leaf.page_no)
      failure.message = "Page " + std::to_string(leaf.original) + ": " + failure.message;
    out_.page_failures.push_back(std::move(failure));
  }

  const ReadSettings& settings_;
  ReadPages& out_;
  std::vector<Page>& pages_;
};

Page unread_page(int page_no, const std::string& why) {
  Page page;
  page.page_no = page_no;
  page.source = PageSource::ocr;
  page.unreadable = true;
  page.confidence = 0;
  page.reason = why;
  return page;
}

// Without the memory for it the doubts stay, flagged as they are.
void resolve(const source::Pdf& pdf, tables::ReportLines& lines, const ReadSettings& settings) {
  try {
    resolve_doubts(pdf, lines, *settings.recogniser, settings.omit);
  } catch (const std::bad_alloc&) {
    return;
  }
}

void leave_page(int page_no, const std::string& why, ReadPages& out, std::vector<Page>& pages) {
  out.page_failures.push_back({"unreadable_page", "Page " + std::to_string(page_no) + ": " + why + "."});
  pages.push_back(unread_page(page_no, why));
}

// What follows in a report whose time is up.
void leave_rest(int from, int count, ReadPages& out, std::vector<Page>& pages) {
  const std::string why = "the time for this report was up before it";
  leave_page(from, why, out, pages);
  for (int page_no = from + 1; page_no <= count; ++page_no) pages.push_back(unread_page(page_no, why));
}

std::vector<Page> read_pages(const source::Pdf& pdf, const ReadSettings& settings, source::ReportList& reports,
                             ReadPages& out) {
  const int count = pdf.page_count();
  std::vector<Page> pages;
  PageReader reader(settings, out, pages);
  for (int page_no = 1; page_no <= count; ++page_no) {
    if (is_unread(settings.omit, page_no)) {
      leave_page(page_no, why_left_out(settings.omit, page_no), out, pages);
      continue;
    }
    if (settings.on_page && !settings.on_page(page_no, count)) {
      leave_rest(page_no, count, out, pages);
      break;
    }
    reports.turn_to(page_no);
    try {
      reader.read(pdf, page_no);
    } catch (const std::bad_alloc&) {
      if (settings.omit.ends_for_memory) throw PageNeedsMemory();
      leave_page(page_no, "it needs more memory than there is", out, pages);
    }
  }
  return pages;
}

// By page; what was said on opening the file stands first.
void add_damages(ReadPages& out, std::vector<Damage> more) {
  out.damages.insert(out.damages.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  std::stable_sort(out.damages.begin(), out.damages.end(),
                   [](const Damage& a, const Damage& b) { return a.page_no < b.page_no; });
}

void tell_step(const ReadSettings& settings, const std::string& step) {
  if (settings.on_step) settings.on_step(step);
}

// Left out, the pages' words stay, which is noted as what the file cost.
void add_lines(std::vector<Page> pages, const ReadSettings& settings, ReadPages& out) {
  const auto left_out = settings.omit.steps.find(kLines);
  if (left_out != settings.omit.steps.end()) {
    tell_step(settings, "");
    out.lines.pages = std::move(pages);
    out.damages.push_back({0, DamageEffect::lost, "its lines were not made out: " + left_out->second, 1});
    return;
  }
  tell_step(settings, kLines);
  out.lines = tables::read_lines(std::move(pages));
  tell_step(settings, "");
}

void add_attached(const source::Pdf& pdf, const ReadSettings& settings, ReadPages& out) {
  AttachedFiles files = name_attached(pdf);
  if (files.unread.empty()) return;
  if (!settings.omit.steps.contains(kListAttached)) {
    tell_step(settings, kListAttached);
    files = list_attached(pdf, settings.depth);
    tell_step(settings, "");
  }
  out.asides = std::move(files.unread);
  out.attached = std::move(files.documents);
}

// `open` gives the file; the libraries are listened to from its opening on.
template <typename Open>
Result<ReadPages> read_opened(const Open& open, const ReadSettings& settings) {
  ReadPages out;
  source::ReportList reports;
  const source::Listening listening(reports);
  Result<source::Pdf> pdf = open();
  if (!pdf) return pdf.failure();
  out.producer = pdf.value().producer();
  add_damages(out, pdf.value().faults());
  std::vector<Page> pages = read_pages(pdf.value(), settings, reports, out);
  add_lines(std::move(pages), settings, out);
  add_damages(out, reports.all());
  if (settings.recogniser && !out.lines.contents.empty() && !settings.omit.steps.contains(kResolveDoubts)) {
    tell_step(settings, kResolveDoubts);
    resolve(pdf.value(), out.lines, settings);
    tell_step(settings, "");
  }
  add_attached(pdf.value(), settings, out);
  return out;
}

}  // namespace

Result<ReadPages> read_document(const std::filesystem::path& file, const ReadSettings& settings) {
  return read_opened([&] { return source::Pdf::open(file, settings.limits); }, settings);
}

Result<ReadPages> read_document(ReportBytes report, const ReadSettings& settings) {
  return read_opened([&] { return source::Pdf::open_bytes(std::move(report.bytes), report.name, settings.limits); },
                     settings);
}

}  // namespace prongsai::stages
