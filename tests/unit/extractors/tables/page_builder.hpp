// Pages for tests, drawn word by word: fixed-width letters, marks without a width, as Poppler gives them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/text/unicode/utf8.hpp"
#include "models/page.hpp"

namespace prongsai::tables::testing {

struct Print {
  double size = 16;  // points
  std::string font = "Sarabun";
};

inline constexpr double kLetter = 0.5;  // em: the width of a letter
inline constexpr double kBlank = 0.3;   // em: the width of a blank

class PageBuilder {
 public:
  explicit PageBuilder(int page_no = 1, double width = 595, double height = 842) {
    page_.page_no = page_no;
    page_.width = width;
    page_.height = height;
    page_.source = PageSource::text;
  }

  // One word whose letters stand on `baseline`, from `x` on. Returns the x where it ends.
  double word(double x, double baseline, std::string_view text, const Print& print = {}) {
    Word word;
    word.text = text;
    word.font = print.font;
    word.font_size = print.size;
    const double top = baseline - 0.73 * 1.3 * print.size;
    const double bottom = top + 1.3 * print.size;
    const double begin = x;
    for (const char32_t c : text::to_utf32(text)) {
      const double next = text::is_thai_mark(c) ? x : x + kLetter * print.size;
      word.chars.push_back({x, top, next, bottom});
      x = next;
    }
    word.box = {begin, top, x, bottom};
    page_.words.push_back(std::move(word));
    return x;
  }

  // Words parted by blanks. Returns the x where the line ends.
  double line(double x, double baseline, std::string_view text, const Print& print = {}) {
    while (!text.empty()) {
      const auto blank = text.find(' ');
      x = word(x, baseline, text.substr(0, blank), print);
      page_.words.back().space_after = blank != std::string_view::npos;
      if (blank == std::string_view::npos) break;
      x += kBlank * print.size;
      text.remove_prefix(blank + 1);
    }
    return x;
  }

  // A line in the middle of [left, right].
  void centred(double left, double right, double baseline, std::string_view text, const Print& print = {}) {
    const double width = PageBuilder(0).line(0, 0, text, print);
    line((left + right - width) / 2, baseline, text, print);
  }

  PageBuilder& horizontal(double y, double from, double to) {
    page_.rulings.push_back({{from, y - 0.4, to, y + 0.4}, true});
    return *this;
  }
  PageBuilder& vertical(double x, double from, double to) {
    page_.rulings.push_back({{x - 0.4, from, x + 0.4, to}, false});
    return *this;
  }
  // All edges of a grid.
  PageBuilder& grid(const std::vector<double>& xs, const std::vector<double>& ys) {
    for (const double y : ys) horizontal(y, xs.front(), xs.back());
    for (const double x : xs) vertical(x, ys.front(), ys.back());
    return *this;
  }

  // Texts of one grid row, one a column, a little inside their cells.
  PageBuilder& row(const std::vector<double>& xs, double baseline, const std::vector<std::string>& texts,
                   const Print& print = {}) {
    for (std::size_t c = 0; c < texts.size(); ++c) {
      if (!texts[c].empty()) line(xs[c] + 5, baseline, texts[c], print);
    }
    return *this;
  }

  [[nodiscard]] Page& page() { return page_; }
  [[nodiscard]] const std::vector<Ruling>& rulings() const { return page_.rulings; }

 private:
  Page page_;
};

inline const Print kBold{16, "Sarabun-Bold"};

}  // namespace prongsai::tables::testing
