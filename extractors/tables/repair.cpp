#include "extractors/tables/repair.hpp"

#include <string>
#include <utility>
#include <vector>

#include "extractors/tables/report_lines.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/thai/scan_spelling.hpp"
#include "extractors/text/thai/swapped_ring.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::tables {
namespace {

// Code points of the line of which the page tells that they are that letter.
std::vector<std::size_t> told(const Line& line, Sara LetterPlace::*by, Sara which) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < line.letters.size(); ++i) {
    if (line.letters[i].*by == which) places.push_back(i);
  }
  return places;
}

// The line as the page shows it where the text layer gave ำ for า. What was read stays in raw_text.
std::string with_plain_aa(const Line& line) {
  const auto plain = told(line, &LetterPlace::shown, Sara::aa);
  if (plain.empty()) return line.out.raw_text;
  std::u32string codes = text::to_utf32(line.out.raw_text);
  for (const std::size_t at : plain) codes[at] = text::kSaraAa;
  return text::to_utf8(codes);
}

void repair(Line& line, const text::Vocabulary& vocabulary) {
  const auto shown_am = told(line, &LetterPlace::shown, Sara::am);
  const auto seen_am = told(line, &LetterPlace::seen, Sara::am);
  const auto seen_aa = told(line, &LetterPlace::seen, Sara::aa);
  const bool scanned = line.out.at.source == TextSource::ocr;
  const text::RepairHints hints{shown_am, &vocabulary, false, {}, seen_am, seen_aa, scanned};
  auto repaired = text::repair_thai(with_plain_aa(line), hints);
  line.out.text = scanned ? text::mend_scanned(repaired.text) : std::move(repaired.text);
  line.guessed = repaired.doubtful;
  line.doubts = std::move(repaired.doubts);
}

bool is_of_layer(const Line& line) {
  return line.out.at.source == TextSource::text;
}

// A layer that gives the ring of ำ as a tone mark has lost other marks, too.
bool mend_swapped_layer(std::vector<PageContent>& pages) {
  constexpr int kEnough = 3;  // words
  int swapped = 0;
  for (const PageContent& page : pages) {
    for_each_line(page, [&](const Line& line) {
      if (is_of_layer(line)) swapped += text::swapped_rings(line.out.text);
    });
  }
  if (swapped < kEnough) return false;
  for (PageContent& page : pages) {
    for_each_line(page, [&](Line& line) {
      if (is_of_layer(line))
        line.out.text = text::mend_scanned(text::mend_swapped_rings(line.out.text), text::Amiss::lost_marks);
    });
  }
  return true;
}

}  // namespace

bool repair_lines(std::vector<PageContent>& pages) {
  text::Vocabulary vocabulary;
  for (const PageContent& page : pages) {
    for_each_line(page, [&](const Line& line) { vocabulary.add(with_plain_aa(line)); });
  }
  for (PageContent& page : pages) {
    for_each_line(page, [&](Line& line) { repair(line, vocabulary); });
  }
  return mend_swapped_layer(pages);
}

}  // namespace prongsai::tables
