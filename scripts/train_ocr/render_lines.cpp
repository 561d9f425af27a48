// SPDX-License-Identifier: GPL-3.0-or-later
// Writes one batch of training or test lines:
//   OUT.tif  one page a line     OUT.box  WordStr boxes for lstm.train
//   OUT.txt  the truth, one line a page
#include <leptonica/allheaders.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>

#include "figures.h"
#include "line_image.h"
#include "text_source.h"
#include "thai_text.h"
#include "variants.h"

namespace {

using namespace train_ocr;

struct Options {
  std::string out, text_dir, grammar, font_table;
  std::string kind = "mixed";  // mixed, figure (both), strict (digits model), charset
  std::string fonts = "train", level = "train", part = "train";
  int lines = 100, min_chars = 1, max_chars = 70;
  double figure_share = 0.25;  // of the lines of kind mixed
  unsigned long long seed = 1;
};

Options parse(int argc, char** argv) {
  Options o;
  std::map<std::string, std::string*> text{
      {"--out", &o.out},     {"--text", &o.text_dir}, {"--grammar", &o.grammar}, {"--kind", &o.kind},
      {"--fonts", &o.fonts}, {"--level", &o.level},   {"--part", &o.part},       {"--font-table", &o.font_table}};
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string a = argv[i], v = argv[i + 1];
    if (text.count(a))
      *text[a] = v;
    else if (a == "--lines")
      o.lines = std::stoi(v);
    else if (a == "--max-chars")
      o.max_chars = std::stoi(v);
    else if (a == "--figures")
      o.figure_share = std::stod(v);
    else if (a == "--seed")
      o.seed = std::stoull(v);
    else
      throw std::runtime_error("unknown option " + a);
  }
  if (o.out.empty() || o.text_dir.empty() || o.grammar.empty() || o.font_table.empty())
    throw std::runtime_error(
        "usage: render_lines --out PREFIX --text DIR --grammar FILE --font-table FILE [--lines N] "
        "[--kind mixed|figure|strict] [--fonts train|stop|held_out|FAMILY] [--level train|clean|office|poor|machine] "
        "[--part train|held_out] "
        "[--max-chars N] [--figures SHARE] [--seed N]");
  return o;
}

Level level_of(const std::string& s) {
  return s == "clean"     ? Level::clean
         : s == "office"  ? Level::office
         : s == "poor"    ? Level::poor
         : s == "machine" ? Level::machine
                          : Level::train;
}

struct Line {
  std::string text;
  bool figure = false;
};

Line next_text(Rng& rng, const TextSource& source, const Options& o) {
  if (o.kind == "strict") return {normalise(strict_figure(rng)), true};
  if (o.kind == "figure" || chance(rng, o.figure_share)) return {source.line(rng, LineKind::figure, o.max_chars), true};
  return {source.line(rng, LineKind::mixed, o.max_chars), false};
}

// Blanks may be as wide as the gap between columns; the truth keeps one.
std::string drawn_text(Rng& rng, const std::string& text, Level level) {
  return level == Level::train && chance(rng, 0.05) ? widen_gaps(rng, text) : text;
}

void write_batch(const Options& o) {
  const FontTable fonts(o.font_table);
  const TextSource source(o.text_dir, o.grammar, o.part == "held_out" ? Part::held_out : Part::train);
  Rng rng(o.seed);
  std::ofstream box(o.out + ".box"), txt(o.out + ".txt");
  const std::string tif = o.out + ".tif";
  std::remove(tif.c_str());
  Pixa* pages = pixaCreate(o.lines);
  for (int page = 0; page < o.lines; ++page) {
    const Line line = next_text(rng, source, o);
    const Style style = pick_style(rng, fonts, o.fonts, level_of(o.level), line.text, line.figure);
    Pix* p =
        wear_line(rng, draw_line(drawn_text(rng, line.text, level_of(o.level)), style), level_of(o.level), line.figure);
    const int w = pixGetWidth(p), h = pixGetHeight(p);
    pixSetResolution(p, 300, 300);
    pixaAddPix(pages, p, L_INSERT);
    box << "WordStr 0 0 " << w << ' ' << h << ' ' << page << " #" << line.text << "\n\t " << w << ' ' << h << ' '
        << w + 1 << ' ' << h + 1 << ' ' << page << '\n';
    txt << line.text << '\n';
  }
  pixaWriteMultipageTiff(tif.c_str(), pages);
  pixaDestroy(&pages);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    setMsgSeverity(L_SEVERITY_ERROR);
    write_batch(parse(argc, argv));
  } catch (const std::exception& e) {
    std::cerr << e.what() << '\n';
    return 1;
  }
  return 0;
}
