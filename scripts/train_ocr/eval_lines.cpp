// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the line pictures of a batch of render_lines with Tesseract (raw line)
// and prints the character error rate and the share of lines read exactly.
//
//   eval_lines TESSDATA MODEL BATCH [--second MODEL2] [--show N]
//
// With --second, a second model reads the same pictures; also printed are the
// share of figures where both agree, the errors that slip past agreement, and
// the share that either reads right.
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace {

std::u32string decode(const std::string& s) {
  std::u32string out;
  for (size_t i = 0; i < s.size();) {
    const auto b = static_cast<unsigned char>(s[i]);
    const size_t n = b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    char32_t c = n == 1 ? b : b & (0xFFu >> (n + 1));
    for (size_t k = 1; k < n && i + k < s.size(); ++k) c = (c << 6) | (static_cast<unsigned char>(s[i + k]) & 0x3F);
    out += c;
    i += n;
  }
  return out;
}

size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t up = row[j];
      row[j] = std::min({up + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = up;
    }
  }
  return row[b.size()];
}

class Reader {
 public:
  Reader(const char* tessdata, const char* model) {
    if (api_.Init(tessdata, model, tesseract::OEM_LSTM_ONLY) != 0)
      throw std::runtime_error(std::string("cannot load ") + model);
    api_.SetPageSegMode(tesseract::PSM_RAW_LINE);
    api_.SetVariable("tessedit_do_invert", "0");
  }
  std::string read(Pix* p) {
    api_.SetImage(p);
    api_.SetSourceResolution(300);
    const std::unique_ptr<char[]> text(api_.GetUTF8Text());
    std::string s = text ? text.get() : "";
    while (!s.empty() && (s.back() == '\n' || s.back() == ' ')) s.pop_back();
    return s;
  }

 private:
  tesseract::TessBaseAPI api_;
};

struct Tally {
  size_t lines = 0, exact = 0, chars = 0, errors = 0;
  size_t agree = 0, agree_wrong = 0, either = 0;
};

void run(int argc, char** argv) {
  const std::string batch = argv[3];
  std::string second;
  size_t show = 0;
  for (int i = 4; i + 1 < argc; i += 2) {
    if (std::string(argv[i]) == "--second") second = argv[i + 1];
    if (std::string(argv[i]) == "--show") show = std::stoul(argv[i + 1]);
  }
  Reader reader(argv[1], argv[2]);
  std::unique_ptr<Reader> other;
  if (!second.empty()) other = std::make_unique<Reader>(argv[1], second.c_str());
  std::ifstream truth(batch + ".txt");
  Pixa* pages = pixaReadMultipageTiff((batch + ".tif").c_str());
  if (!pages) throw std::runtime_error("cannot read " + batch + ".tif");
  Tally t;
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < pixaGetCount(pages); ++i) {
    std::string want;
    std::getline(truth, want);
    Pix* p = pixaGetPix(pages, i, L_CLONE);
    const std::string got = reader.read(p);
    ++t.lines;
    t.exact += got == want;
    const std::u32string w = decode(want);
    t.chars += w.size();
    t.errors += edit_distance(w, decode(got));
    if (other) {
      const std::string second_reading = other->read(p);
      t.agree += second_reading == got;
      t.agree_wrong += second_reading == got && got != want;
      t.either += got == want || second_reading == want;
    }
    pixDestroy(&p);
    if (got != want && show > 0) {
      --show;
      std::cout << "  " << i << "\t" << want << "\n\t" << got << '\n';
    }
  }
  const double s = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::printf("%zu lines  CER %.2f %%  exact %.2f %%  %.1f ms a line", t.lines,
              100.0 * t.errors / std::max<size_t>(1, t.chars), 100.0 * t.exact / std::max<size_t>(1, t.lines),
              1000 * s / std::max<size_t>(1, t.lines));
  if (other)
    std::printf("  both agree %.2f %%, of these wrong %.2f %%, either right %.2f %%", 100.0 * t.agree / t.lines,
                100.0 * t.agree_wrong / std::max<size_t>(1, t.agree), 100.0 * t.either / t.lines);
  std::printf("\n");
  pixaDestroy(&pages);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: eval_lines TESSDATA MODEL BATCH [--second MODEL2] [--show N]\n";
    return 2;
  }
  try {
    setMsgSeverity(L_SEVERITY_ERROR);
    run(argc, argv);
  } catch (const std::exception& e) {
    std::cerr << e.what() << '\n';
    return 1;
  }
  return 0;
}
