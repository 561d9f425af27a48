#include "pipeline/stages/recognise_scan.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "extractors/source/image/clean_rulings.hpp"
#include "extractors/source/image/clean_stamps.hpp"
#include "extractors/source/image/rulings.hpp"
#include "extractors/source/ocr/dotted_lines.hpp"
#include "extractors/source/ocr/filled_lines.hpp"
#include "extractors/source/ocr/line_cut.hpp"
#include "extractors/source/ocr/scan_page.hpp"
#include "extractors/source/ocr/scan_words.hpp"
#include "extractors/tables/assemble.hpp"
#include "extractors/text/thai/scan_spelling.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/stages/mean_confidence.hpp"
#include "pipeline/stages/read_document.hpp"

namespace prongsai::stages {

namespace {

using source::PixelBox;

constexpr double kPaintedDpi = 250;    // of pages that are not one image
constexpr int kFewLettersOnPage = 10;  // read of a page that shows …
constexpr std::size_t kMuchInk = 60;   // pieces of ink, dust left out
constexpr double kShortestRuling = 3;  // heights of a letter; shorter ones may be strokes of letters and stay

Box scaled(const Box& box, double factor) {
  return {box.x0 * factor, box.y0 * factor, box.x1 * factor, box.y1 * factor};
}

PixelBox to_pixels(const Box& box, double dpi) {
  const auto pixel = [&](double points) { return static_cast<int>(std::lround(points * dpi / 72)); };
  return {pixel(box.x0), pixel(box.y0), std::max(pixel(box.x1), pixel(box.x0) + 1),
          std::max(pixel(box.y1), pixel(box.y0) + 1)};
}

// Rulings and grids are judged in points of the print, so that a false page size misleads nobody; here they are pixels.
struct Drawn {
  std::vector<source::PixelRuling> rulings;
  std::vector<PixelBox> cells;
};

// Whether a horizontal ruling ends on an upright one: dotted borders of cells do.
bool ends_on_upright(const Ruling& ruling, const std::vector<Ruling>& rulings) {
  constexpr double kNear = 3;  // points
  const double y = ruling.box.centre().y;
  return std::ranges::any_of(rulings, [&](const Ruling& other) {
    const double x = other.box.centre().x;
    const bool at_end = std::abs(x - ruling.box.x0) < kNear || std::abs(x - ruling.box.x1) < kNear;
    return !other.horizontal && at_end && y > other.box.y0 - kNear && y < other.box.y1 + kNear;
  });
}

// The dots of a form that are to be written on are straight and long, but no rulings.
void drop_dotted_lines(const source::ScanPage& page, double dpi, std::vector<Ruling>& rulings) {
  std::vector<Ruling> kept;
  for (const Ruling& ruling : rulings) {
    const bool dotted = ruling.horizontal && !ends_on_upright(ruling, rulings) &&
                        source::is_dotted_line(page.grey, page.ink_below, page.letter, to_pixels(ruling.box, dpi));
    if (!dotted) kept.push_back(ruling);
  }
  rulings = std::move(kept);
}

Drawn find_drawn(const source::ScanPage& page) {
  const double dpi = page.print_dpi();
  std::vector<Ruling> rulings = source::find_rulings(source::to_raster(page.grey, dpi));
  drop_dotted_lines(page, dpi, rulings);
  Drawn drawn;
  for (const Ruling& ruling : rulings) drawn.rulings.push_back({to_pixels(ruling.box, dpi), ruling.horizontal});
  const double width = page.grey.width * 72 / dpi, height = page.grey.height * 72 / dpi;
  for (const Grid& grid : tables::find_grids(rulings, width, height)) {
    for (const GridCell& cell : grid.cells) drawn.cells.push_back(to_pixels(cell.box, dpi));
  }
  return drawn;
}

bool inside(const PixelBox& box, double x, double y) {
  return x >= box.x0 && x < box.x1 && y >= box.y0 && y < box.y1;
}

// The smallest cell around each component's centre, or -1: a grid may lie in a cell of another.
std::vector<int> regions_of(const source::InkMap& ink, const std::vector<PixelBox>& cells) {
  std::vector<int> regions;
  for (const source::Component& c : ink.components) {
    int region = -1;
    long least = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!inside(cells[i], c.centre_x(), c.centre_y())) continue;
      const long area = static_cast<long>(cells[i].width()) * cells[i].height();
      if (region >= 0 && area >= least) continue;
      region = static_cast<int>(i);
      least = area;
    }
    regions.push_back(region);
  }
  return regions;
}

Ruling to_ruling(const source::PixelRuling& ruling, double dpi) {
  const Box pixels{static_cast<double>(ruling.box.x0), static_cast<double>(ruling.box.y0),
                   static_cast<double>(ruling.box.x1), static_cast<double>(ruling.box.y1)};
  return {scaled(pixels, 72 / dpi), ruling.horizontal};
}

// An upright line through a word, a scanner's streak or a pen's, took marks with it when it was painted over.
void doubt_crossed(Page& page) {
  constexpr double kInset = 2;       // points by which the line stands within the word
  constexpr double kDoubtful = 0.4;  // confidence
  for (Word& word : page.words) {
    const bool crossed = std::ranges::any_of(page.rulings, [&](const Ruling& ruling) {
      const double x = ruling.box.centre().x;
      const double common = std::min(ruling.box.y1, word.box.y1) - std::max(ruling.box.y0, word.box.y0);
      return !ruling.horizontal && x > word.box.x0 + kInset && x < word.box.x1 - kInset &&
             common > word.box.height() / 2;
    });
    if (!crossed) continue;
    word.confidence = std::min(word.confidence, kDoubtful);
    word.weakest = std::min(word.weakest, kDoubtful);
  }
}

Page read_straightened(source::ScanPage scan, int page_no, source::Recogniser& recogniser) {
  Page page;
  page.page_no = page_no;
  page.rotation = scan.turned;
  page.skew = scan.skew;
  page.width = scan.grey.width * 72 / scan.grey.dpi;
  page.height = scan.grey.height * 72 / scan.grey.dpi;
  page.reason = "no print was found on the page's image";
  if (scan.letter <= 0) return page;
  Drawn drawn = find_drawn(scan);
  std::erase_if(drawn.rulings, [&](const source::PixelRuling& ruling) {
    return std::max(ruling.box.width(), ruling.box.height()) < kShortestRuling * scan.letter;
  });
  source::erase_rulings(scan.grey, scan.ink_below, scan.letter, drawn.rulings);
  source::fade_stamps(scan.grey, scan.ink_below, scan.letter);
  source::InkMap ink = source::find_components(scan.grey, scan.ink_below);
  const std::vector<source::DottedLine> dotted = source::take_dotted_lines(ink, scan.letter);
  const source::CutPage cut{scan.grey, ink, scan.letter};
  const std::vector<source::CutLine> lines = source::cut_lines(cut, regions_of(ink, drawn.cells));
  page.words = source::read_words(cut, lines, recogniser);
  std::vector<Word> dots;
  for (const source::DottedLine& line : dotted) dots.push_back(source::dotted_word(cut, line));
  dots = source::settle_dots(page.words, std::move(dots), scan.letter * 72 / scan.grey.dpi);
  page.words.insert(page.words.end(), dots.begin(), dots.end());
  for (const auto& ruling : drawn.rulings) page.rulings.push_back(to_ruling(ruling, scan.grey.dpi));
  doubt_crossed(page);
  page.confidence = mean_confidence(page.words, 0);
  if (page.words.empty()) {
    page.unreadable = !lines.empty();
    return page;
  }
  page.source = PageSource::ocr;
  page.reason = "the page is an image";
  if (letters_in(page.words) < kFewLettersOnPage && ink.components.size() >= kMuchInk) {
    page.unreadable = true;
    page.reason = "hardly a letter could be read of what the page shows";
  }
  return page;
}

// How much more of the page makes words than does not.
long sense_of(const Page& page) {
  long sense = 0;
  for (const Word& word : page.words) {
    const text::SpeltLetters letters = text::spelt_letters(word.text);
    sense += letters.known - letters.unknown;
  }
  return sense;
}

// Letters with a glow or a shadow are read as they are and made plain: sureness does not tell which is right, words do.
Page read_shaded(source::ScanPage scan, int page_no, source::Recogniser& recogniser) {
  if (!scan.shaded) return read_straightened(std::move(scan), page_no, recogniser);
  Page page = read_straightened(scan, page_no, recogniser);
  Page plain = read_straightened(source::without_shades(scan), page_no, recogniser);
  return sense_of(plain) > sense_of(page) ? plain : page;
}

}  // namespace

int letters_in(const std::vector<Word>& words) {
  int letters = 0;
  for (const Word& word : words) {
    for (const char32_t c : text::to_utf32(word.text)) {
      letters += text::is_digit(c) || text::is_latin_letter(c) || text::is_thai_consonant(c) ? 1 : 0;
    }
  }
  return letters;
}

Page recognise_raster(const source::Raster& scan, int page_no, source::Recogniser& recogniser) {
  source::ScanPage straight = source::straighten(scan);
  const int turned = straight.turned;
  const bool certain = straight.turn_certain || straight.letter <= 0;
  Page page = read_shaded(std::move(straight), page_no, recogniser);
  if (certain) return page;
  Page other = read_shaded(source::straighten(scan, (turned + 180) % 360), page_no, recogniser);
  return other.confidence > page.confidence ? other : page;
}

Page recognise_scan(const source::Pdf& pdf, int page_no, source::Recogniser& recogniser) {
  if (const auto scan = pdf.scan_image(page_no)) return recognise_raster(*scan, page_no, recogniser);
  const auto painted = pdf.render_grey(page_no, kPaintedDpi);
  if (painted) {
    Page page = recognise_raster(painted.value(), page_no, recogniser);
    if (!page.words.empty()) page.reason = "the page was read as it looks when painted";
    return page;
  }
  Page page;
  page.page_no = page_no;
  const Box box = pdf.page_box(page_no);
  page.width = box.width();
  page.height = box.height();
  page.unreadable = true;
  page.confidence = 0;
  page.reason = painted.failure().message;
  return page;
}

}  // namespace prongsai::stages
