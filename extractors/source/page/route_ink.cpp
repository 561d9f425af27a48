#include "extractors/source/page/route_ink.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>

namespace prongsai::source {

namespace {

constexpr double kSquareSide = 3;    // points: a square of the grid, half a letter
constexpr int kDetail = 60;          // grey levels between a square's darkest and lightest pixel
constexpr int kFaintestWord = 24;    // the same for pale letters under a word
constexpr double kLargeImage = 0.2;  // share of the page

struct Square {
  std::uint8_t darkest = 255;
  std::uint8_t lightest = 0;
  bool explained = false;

  [[nodiscard]] int contrast() const { return lightest > darkest ? lightest - darkest : 0; }
};

// Paper white from edge to edge, as most rows of a page of text are.
bool blank_row(const l_uint32* line, int words) {
  return std::all_of(line, line + words, [](l_uint32 four) { return four == 0xffffffffU; });
}

class InkGrid {
 public:
  explicit InkGrid(const Raster& page)
      : pixels_(std::max(1, static_cast<int>(std::lround(page.to_pixels(kSquareSide))))),
        square_(page.to_points(pixels_)),
        columns_((page.width() + pixels_ - 1) / pixels_),
        rows_((page.height() + pixels_ - 1) / pixels_),
        squares_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {
    for (int y = 0; y < page.height(); ++y) add_row(page, y);
  }

  // Calls visit(square) for each square that the box touches, the box grown by `margin` points.
  template <typename Visit>
  void over(const Box& box, double margin, Visit visit) {
    const int x0 = clamped((box.x0 - margin) / square_, columns_);
    const int x1 = clamped((box.x1 + margin) / square_, columns_);
    const int y0 = clamped((box.y0 - margin) / square_, rows_);
    const int y1 = clamped((box.y1 + margin) / square_, rows_);
    for (int y = y0; y <= y1; ++y) {
      for (int x = x0; x <= x1; ++x) visit(squares_[index(x, y)]);
    }
  }

  [[nodiscard]] const std::vector<Square>& all() const { return squares_; }
  [[nodiscard]] int columns() const { return columns_; }
  [[nodiscard]] int rows() const { return rows_; }
  [[nodiscard]] double step() const { return square_; }            // of a square, points
  [[nodiscard]] double area() const { return square_ * square_; }  // of a square, in square points

 private:
  void add_row(const Raster& page, int y) {
    const l_uint32* line = pixGetData(page.pix()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(page.pix());
    Square* squares = squares_.data() + index(0, y / pixels_);
    const int whole_words = page.width() / 4;
    if (whole_words == 0 || blank_row(line, whole_words)) {
      std::for_each(squares, squares + columns_, [](Square& square) { square.lightest = 255; });
      return;
    }
    for (int column = 0, x = 0; column < columns_; ++column) {
      Square& square = squares[column];
      for (const int end = std::min(x + pixels_, page.width()); x < end; ++x) {
        const auto value = static_cast<std::uint8_t>(GET_DATA_BYTE(line, x));
        square.darkest = std::min(square.darkest, value);
        square.lightest = std::max(square.lightest, value);
      }
    }
  }
  [[nodiscard]] static int clamped(double position, int count) {
    return static_cast<int>(std::clamp(position, 0.0, static_cast<double>(count - 1)));
  }
  [[nodiscard]] std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x);
  }

  int pixels_;     // a square's side
  double square_;  // a square's side in points
  int columns_;
  int rows_;
  std::vector<Square> squares_;
};

double detailed_area(const InkGrid& grid, bool unexplained_only) {
  const auto counts = [&](const Square& square) {
    return square.contrast() >= kDetail && !(unexplained_only && square.explained);
  };
  return grid.area() * static_cast<double>(std::count_if(grid.all().begin(), grid.all().end(), counts));
}

// Also marks the squares under words as explained, and adds up their detail.
void follow_words(InkGrid& grid, const std::vector<Word>& words, InkFacts& facts) {
  double letters = 0;
  double on_ink = 0;
  for (const Word& word : words) {
    int contrast = 0;
    grid.over(word.box, 0, [&](const Square& square) { contrast = std::max(contrast, square.contrast()); });
    const auto weight = static_cast<double>(std::max<std::size_t>(word.chars.size(), 1));
    letters += weight;
    if (contrast >= kFaintestWord) on_ink += weight;
    grid.over(word.box, kSquareSide, [&](Square& square) {
      if (!square.explained && square.contrast() >= kDetail) facts.explained += grid.area();
      square.explained = true;
    });
  }
  if (letters > 0) facts.words_on_ink = on_ink / letters;
}

// The share of a picture's pixels that have the colour of its paper: the commonest light grey, give or take noise.
// A page of print has more than three quarters, a photograph seldom half, sky and walls included.
double paper_share(const Raster& page, const Box& image) {
  std::array<long, 256> counts{};
  const Raster picture = page.cut(image);
  for (int y = 0; y < picture.height(); y += 2) {
    const l_uint32* line = pixGetData(picture.pix()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(picture.pix());
    for (int x = 0; x < picture.width(); x += 2) ++counts[GET_DATA_BYTE(line, x)];
  }
  constexpr int kDarkestPaper = 160;
  constexpr int kNoise = 16;
  const auto commonest = std::max_element(counts.begin() + kDarkestPaper, counts.end()) - counts.begin();
  const auto first = counts.begin() + std::max<std::ptrdiff_t>(commonest - kNoise, 0);
  const auto last = counts.begin() + std::min<std::ptrdiff_t>(commonest + kNoise + 1, 256);
  const long all = std::accumulate(counts.begin(), counts.end(), 0L);
  return all > 0 ? static_cast<double>(std::accumulate(first, last, 0L)) / static_cast<double>(all) : 0;
}

// Square points of detail in a picture that is writing on paper, else 0.
double writing_in(const Raster& page, InkGrid& grid, const Box& image) {
  int squares = 0;
  int detailed = 0;
  grid.over(image, 0, [&](const Square& square) {
    ++squares;
    if (square.contrast() >= kDetail && !square.explained) ++detailed;
  });
  const bool rows_of_print = detailed > 0.02 * squares && detailed < 0.6 * squares;
  return rows_of_print && paper_share(page, image) > 0.65 ? detailed * grid.area() : 0;
}

bool holds(const Box& outer, const Box& inner) {
  return inner.x0 >= outer.x0 && inner.x1 <= outer.x1 && inner.y0 >= outer.y0 && inner.y1 <= outer.y1;
}

// Boxes around squares of unexplained detail that lie within `reach` squares of each other. The edge of a filled panel
// or a frame with round corners is none: nothing stands within it.
class Pieces {
 public:
  explicit Pieces(const InkGrid& grid) : grid_(grid), seen_(grid.all().size()) {
    for (std::size_t i = 0; i < seen_.size() && boxes_.size() < kMost; ++i) {
      if (counts(i) && !seen_[i]) gather(i);
    }
  }

  [[nodiscard]] std::vector<Box> take() && { return std::move(boxes_); }

 private:
  static constexpr int kReach = 4;           // squares sideways: two letters
  static constexpr std::size_t kMost = 60;   // pieces of a page; more are a drawing
  static constexpr std::size_t kFewest = 4;  // squares: a lone letter
  static constexpr int kEdge = 3;            // squares: round corners
  static constexpr int kLeastPanel = 8;      // squares: larger than letters

  [[nodiscard]] bool counts(std::size_t i) const {
    return grid_.all()[i].contrast() >= kDetail && !grid_.all()[i].explained;
  }

  void gather(std::size_t first) {
    std::vector<std::size_t> found{first};
    seen_[first] = true;
    int x0 = grid_.columns(), x1 = 0, y0 = grid_.rows(), y1 = 0;
    for (std::size_t next = 0; next < found.size(); ++next) {
      const auto [x, y] = place_of(found[next]);
      x0 = std::min(x0, x);
      x1 = std::max(x1, x + 1);
      y0 = std::min(y0, y);
      y1 = std::max(y1, y + 1);
      for (int v = std::max(0, y - 2); v <= std::min(grid_.rows() - 1, y + 2); ++v) {
        for (int u = std::max(0, x - kReach); u <= std::min(grid_.columns() - 1, x + kReach); ++u) {
          const std::size_t i =
              static_cast<std::size_t>(v) * static_cast<std::size_t>(grid_.columns()) + static_cast<std::size_t>(u);
          if (seen_[i] || !counts(i)) continue;
          seen_[i] = true;
          found.push_back(i);
        }
      }
    }
    const double s = grid_.step();
    const bool edge = std::ranges::none_of(found, [&](std::size_t i) {
      const auto [x, y] = place_of(i);
      return x >= x0 + kEdge && x < x1 - kEdge && y >= y0 + kEdge && y < y1 - kEdge;
    });
    const bool panel = x1 - x0 > kLeastPanel && y1 - y0 > kLeastPanel && edge;
    if (found.size() >= kFewest && !panel) boxes_.push_back({x0 * s, y0 * s, x1 * s, y1 * s});
  }

  [[nodiscard]] std::pair<int, int> place_of(std::size_t square) const {
    return {static_cast<int>(square) % grid_.columns(), static_cast<int>(square) / grid_.columns()};
  }

  const InkGrid& grid_;
  std::vector<bool> seen_;
  std::vector<Box> boxes_;
};

// Pictures that may be writing and of which some detail is not under words; what a picture explains is no piece of its
// own.
std::vector<Box> unread_pictures(const Raster& page, InkGrid& grid, const std::vector<Box>& images, double page_area) {
  constexpr double kLeastSide = 6;    // points: a line of small print
  constexpr double kWholePage = 0.8;  // a picture behind all of the page
  constexpr double kLeastDetail = 0.02;
  constexpr double kLeastPaperInSmall = 0.2;  // a line cut out closely
  constexpr double kLeastPaper = 0.45;        // bold print in a tight frame; photographs have less
  std::vector<Box> pictures;
  for (const Box& image : images) {
    if (image.width() < 2 * kLeastSide || image.height() < kLeastSide) continue;
    if (image.width() * image.height() > kWholePage * page_area) continue;
    int squares = 0, detailed = 0;
    grid.over(image, 0, [&](const Square& square) {
      ++squares;
      if (square.contrast() >= kDetail && !square.explained) ++detailed;
    });
    const bool small = image.width() * image.height() < 0.02 * page_area;
    const bool paper = paper_share(page, image) > (small ? kLeastPaperInSmall : kLeastPaper);
    if (paper && detailed > std::max(2.0, kLeastDetail * squares)) pictures.push_back(image);
  }
  return pictures;
}

}  // namespace

bool may_hold_writing(const Box& image, double page_area) {
  return image.width() * image.height() >= kLargeImage * page_area;
}

bool can_leave_its_letters_out(const PageHints& hints, const LetterCounts& letters) {
  if (!hints.known || hints.text_clips || hints.invisible_glyphs > 0 || letters.all < 40) return false;
  const bool pictured = hints.image_cover > 0.15;
  const bool sparse = letters.all * 2 < hints.glyphs;  // glyphs without letters: what they show is in question
  return !pictured && !sparse;
}

bool paints_its_letters(const PageHints& hints, const LetterCounts& letters) {
  const bool pale = hints.pale_glyphs * 20 > hints.glyphs;
  return !pale && can_leave_its_letters_out(hints, letters);
}

void count_painted_letters(InkFacts& facts, const std::vector<Word>& words) {
  facts.words_on_ink = 1;
  facts.explained = 0;
  // A letter's ink fills about half of the squares under its box.
  for (const Word& word : words) facts.explained += word.box.width() * word.font_size * 0.5;
  facts.shown += facts.explained;
}

InkFacts measure_ink(const Raster& page, const std::vector<Word>& words, const std::vector<Ruling>& rulings,
                     const std::vector<Box>& images) {
  InkFacts facts;
  if (page.empty() || page.depth() != 8) return facts;
  facts.known = true;
  InkGrid grid(page);
  facts.shown = detailed_area(grid, false);
  follow_words(grid, words, facts);
  const double page_area = page.to_points(page.width()) * page.to_points(page.height());
  for (const Box& image : images) {
    if (may_hold_writing(image, page_area)) facts.text_in_images += writing_in(page, grid, image);
  }
  const auto explain = [](Square& square) { square.explained = true; };
  // What is drawn in a picture is the picture's: a line of small print looks like a dashed one.
  const auto is_pictured = [&](const Ruling& ruling) {
    return std::ranges::any_of(images, [&](const Box& image) { return holds(image, ruling.box); });
  };
  for (const Ruling& ruling : rulings) {
    if (!is_pictured(ruling)) grid.over(ruling.box, kSquareSide, explain);
  }
  facts.pieces = unread_pictures(page, grid, images, page_area);
  for (const Ruling& ruling : rulings) grid.over(ruling.box, kSquareSide, explain);
  for (const Box& image : images) grid.over(image, 0, explain);
  facts.unexplained = detailed_area(grid, true);
  std::vector<Box> outlines = Pieces(grid).take();
  facts.pieces.insert(facts.pieces.end(), outlines.begin(), outlines.end());
  return facts;
}

}  // namespace prongsai::source
