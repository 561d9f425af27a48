#include "pipeline/stages/read_pieces.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "extractors/source/image/letter_rows.hpp"
#include "extractors/source/image/solid_mark.hpp"
#include "extractors/source/page/route_ink.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/stages/mean_confidence.hpp"
#include "pipeline/stages/recognise_scan.hpp"

namespace prongsai::stages {

namespace {

constexpr std::size_t kMostPieces = 24;              // of a page
constexpr double kMargin = 3;                        // points around a piece: the paper that letters stand on
constexpr double kLeastWidth = 8, kLeastHeight = 5;  // points
constexpr double kSurelyWriting = 0.6;               // mean confidence of writing that is taken
constexpr double kPerhapsWriting = 0.25;             // … that is told of
constexpr int kFewLettersInPiece = 3;
constexpr double kLeastDpi = 200, kMostDpi = 300;

std::string text_of(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

void move_by(Box& box, Point offset) {
  box = {box.x0 + offset.x, box.y0 + offset.y, box.x1 + offset.x, box.y1 + offset.y};
}

bool lies_in(const Box& inner, const Box& outer) {
  const Box common = intersect(inner, outer);
  return common.width() * common.height() > 0.5 * inner.width() * inner.height();
}

class PieceReader {
 public:
  PieceReader(const source::Raster& painted, int page_no, source::Recogniser& recogniser, Page& page)
      : painted_(painted), page_no_(page_no), recogniser_(recogniser), page_(page), layer_(page.words) {}

  void read(const Box& piece) {
    const Box cut{piece.x0 - kMargin, piece.y0 - kMargin, piece.x1 + kMargin, piece.y1 + kMargin};
    const Box inside = intersect(cut, {0, 0, page_.width, page_.height});
    const source::Raster picture = painted_.cut(inside);
    if (picture.empty() || source::is_solid_mark(picture)) return;
    Page read = recognise_raster(picture, page_no_, recogniser_);
    if (read.rotation != 0) read.words.clear();  // it has no place on an upright page
    for (Word& word : read.words) {
      move_by(word.box, {inside.x0, inside.y0});
      for (Box& character : word.chars) move_by(character, {inside.x0, inside.y0});
    }
    std::erase_if(read.words, [&](const Word& word) { return is_layers_own(word); });
    const double confidence = mean_confidence(read.words, 0);
    const int letters = letters_in(read.words);
    if (letters >= kFewLettersInPiece && confidence >= kSurelyWriting) return take(std::move(read.words));
    const bool told = letters > kFewLettersInPiece && confidence >= kPerhapsWriting;
    if (!told && !source::shows_letters_in_a_row(picture)) return;  // a signature, a crest, a picture
    page_.asides.push_back({page_no_, Aside::Kind::unread, told ? text_of(read.words) : "", piece});
  }

 private:
  // Words of the text layer that stand on the picture; white ones on a dark band run together when they are recognised.
  [[nodiscard]] bool is_layers_own(const Word& read) const {
    return std::any_of(layer_.begin(), layer_.end(), [&](const Word& word) {
      return word.box.contains(read.box.centre()) || read.box.contains(word.box.centre());
    });
  }

  void take(std::vector<Word> words) {
    page_.words.insert(page_.words.end(), std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
    page_.source = PageSource::mixed;
  }

  const source::Raster& painted_;
  int page_no_;
  source::Recogniser& recogniser_;
  Page& page_;
  const std::vector<Word> layer_;
};

// Those worth a look, the largest first; what stands aside already is known.
std::vector<Box> worth_reading(std::vector<Box> pieces, const std::vector<Aside>& asides) {
  std::erase_if(pieces, [&](const Box& piece) {
    if (piece.width() < kLeastWidth || piece.height() < kLeastHeight) return true;
    return std::any_of(asides.begin(), asides.end(), [&](const Aside& aside) { return lies_in(piece, aside.box); });
  });
  std::sort(pieces.begin(), pieces.end(),
            [](const Box& a, const Box& b) { return a.width() * a.height() > b.width() * b.height(); });
  if (pieces.size() > kMostPieces) pieces.resize(kMostPieces);
  return pieces;
}

}  // namespace

std::optional<Failure> read_pieces(const source::Pdf& pdf, int page_no, const std::vector<Box>& pieces,
                                   source::Recogniser* recogniser, Page& page) {
  const std::vector<Box> worth = worth_reading(pieces, page.asides);
  if (worth.empty()) return std::nullopt;
  if (recogniser == nullptr) {
    for (const Box& piece : worth) page.asides.push_back({page_no, Aside::Kind::unread, "", piece});
    return std::nullopt;
  }
  const auto painted = pdf.render_grey(page_no, std::clamp(pdf.hints(page_no).image_dpi, kLeastDpi, kMostDpi));
  if (!painted) return painted.failure();
  PieceReader reader(painted.value(), page_no, *recogniser, page);
  for (const Box& piece : worth) reader.read(piece);
  return std::nullopt;
}

}  // namespace prongsai::stages
