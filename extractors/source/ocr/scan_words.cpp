#include "extractors/source/ocr/scan_words.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "extractors/source/ocr/figure_check.hpp"
#include "extractors/source/ocr/line_letters.hpp"
#include "extractors/source/ocr/raised_marks.hpp"
#include "extractors/source/ocr/scan_points.hpp"
#include "extractors/source/ocr/scan_strokes.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::source {

namespace {

// A word's box in heights of a plain letter above and below the baseline. Its baseline is then at 0.73 of its height,
// where word processors' fonts have it: later stages need not know that a word was scanned.
constexpr double kBoxAbove = 2.0;
constexpr double kBoxBelow = 0.74;

class LineWords {
 public:
  LineWords(const CutPage& page, const CutLine& line, const Trust& trust)
      : page_(page), line_(line), trust_(trust), left_(line_left(line)) {}

  [[nodiscard]] Word word(const CheckedWord& checked) const {
    const std::vector<Symbol>& symbols = checked.symbols;
    Word word;
    word.source = TextSource::ocr;
    word.alternative = checked.alternative;
    for (const Symbol& symbol : symbols) {
      word.text += symbol.text;
      word.weakest = std::min(word.weakest, symbol.confidence);
      const auto boxes = boxes_of(symbol);
      word.chars.insert(word.chars.end(), boxes.begin(), boxes.end());
    }
    word.confidence = is_whole_figure(word.text) ? trust_.of_figure(word.weakest) : trust_.of_word(word.weakest);
    if (!word.alternative.empty()) word.confidence = std::min(word.confidence, trust_.disputed);
    word.box = box(symbols.front().x0, symbols.back().x1);
    return word;
  }

 private:
  // Of a stretch of the line image, in points of the page.
  [[nodiscard]] Box box(double x0, double x1) const {
    return print_box(page_, left_ + x0, left_ + x1, line_.baseline_at(left_ + (x0 + x1) / 2), line_.letter);
  }

  // A sign of several code points shares its width among them.
  [[nodiscard]] std::vector<Box> boxes_of(const Symbol& symbol) const {
    const auto count = static_cast<double>(std::max<std::size_t>(1, text::to_utf32(symbol.text).size()));
    std::vector<Box> boxes;
    const double step = (symbol.x1 - symbol.x0) / count;
    for (double i = 0; i < count; ++i) boxes.push_back(box(symbol.x0 + i * step, symbol.x0 + (i + 1) * step));
    return boxes;
  }

  const CutPage& page_;
  const CutLine& line_;
  const Trust& trust_;
  int left_;
};

std::vector<ReadWord> split_at_spaces(const std::vector<Symbol>& symbols) {
  std::vector<ReadWord> words(1);
  for (const Symbol& symbol : symbols) {
    if (symbol.text == " ") {
      const double middle = (symbol.x0 + symbol.x1) / 2;
      words.back().right = middle;
      words.push_back({{}, middle, 0});
      continue;
    }
    if (words.size() == 1 && words.back().symbols.empty()) words.back().left = symbol.x0;
    words.back().symbols.push_back(symbol);
    words.back().right = symbol.x1;
  }
  std::erase_if(words, [](const ReadWord& word) { return word.symbols.empty(); });
  return words;
}

// Superscript signs, each with the page's pixels that it covers.
struct RaisedSign {
  std::string text;
  PixelBox box;
};

struct LineRead {
  CutLine line;
  LineReading reading;
  std::vector<RaisedSign> marks;
};

// Nothing where one of them is no digit: then it may be no mark either.
std::optional<std::vector<RaisedSign>> read_marks(const CutPage& page, const std::vector<CutLine>& marks,
                                                  Recogniser& recogniser) {
  std::vector<RaisedSign> signs;
  for (const CutLine& mark : marks) {
    RaisedSign sign{as_superscript(recogniser.read_figure(to_raster(draw_line(page, mark))).text), mark.box};
    if (sign.text.empty()) return std::nullopt;
    signs.push_back(std::move(sign));
  }
  return signs;
}

LineRead read_with_marks(const CutPage& page, const CutLine& line, Recogniser& recogniser) {
  LineRead read{line, recogniser.read_line(to_raster(draw_line(page, line))), {}};
  const auto parted = part_raised_marks(page.ink, line, read.reading);
  auto marks = parted ? read_marks(page, parted->marks, recogniser) : std::nullopt;
  if (!marks) return read;
  return {parted->line, recogniser.read_line(to_raster(draw_line(page, parted->line))), std::move(*marks)};
}

// At the end of the word that it stands behind.
void hang_on(const CutPage& page, const RaisedSign& mark, std::vector<Word>& words, std::size_t from) {
  const Box box = print_box(page, mark.box.x0, mark.box.x1, mark.box.y1, mark.box.height());
  Word* host = nullptr;
  for (std::size_t i = from; i < words.size(); ++i) {
    if (words[i].box.x0 < box.x0) host = &words[i];
  }
  if (host == nullptr) return;
  host->text += mark.text;
  host->chars.resize(text::to_utf32(host->text).size(), box);
  host->box.x1 = std::max(host->box.x1, box.x1);
}

}  // namespace

Box print_box(const CutPage& page, double x0, double x1, double baseline, double letter) {
  const double point = 72 / page.grey.dpi;
  return {x0 * point, (baseline - kBoxAbove * letter) * point, x1 * point, (baseline + kBoxBelow * letter) * point};
}

std::vector<Word> read_words(const CutPage& page, const std::vector<CutLine>& lines, Recogniser& recogniser) {
  std::vector<Word> words;
  const Trust trust = recogniser.trust();
  for (const CutLine& cut : lines) {
    LineRead whole = read_with_marks(page, cut, recogniser);
    const CutLine& line = whole.line;
    LineReading& reading = whole.reading;
    const std::size_t from = words.size();
    settle_letters(reading);
    const InkGaps gaps(page.ink, line);
    const LineWords line_words(page, line, trust);
    std::vector<ReadWord> read_words = split_at_spaces(reading.symbols);
    if (read_words.size() > 1) restore_list_point(page, line, read_words.front());
    for (ReadWord& read : read_words) {
      restore_strokes(page, line, gaps, read);
      const CheckedWord checked = check_figures(page, line, read, gaps, recogniser);
      Word word = line_words.word(checked);
      word.space_after = true;
      words.push_back(std::move(word));
    }
    for (const RaisedSign& mark : whole.marks) hang_on(page, mark, words, from);
  }
  return words;
}

}  // namespace prongsai::source
