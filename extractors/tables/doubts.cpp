#include "extractors/tables/doubts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "extractors/tables/repair.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::tables {
namespace {

// Code points of the line taken to each side of the letter: enough to find the place by, and little to read.
constexpr std::size_t kAround = 16;
// Sure repairs that are told: enough that one misread picture decides nothing.
constexpr std::size_t kSure = 3;

bool from_layer(const Page& page, const LetterPlace& place) {
  return place.word != LetterPlace::kNone && page.words[place.word].source == TextSource::text;
}

Box box_of(const Page& page, const LetterPlace& place) {
  const Word& word = page.words[place.word];
  return place.at < word.chars.size() ? word.chars[place.at] : word.box;
}

// Also the lowered and shifted ones of old fonts (see text/thai/glyphs.cpp).
bool is_tone(char32_t c) {
  return text::is_thai_tone(c) || (c >= 0xF705 && c <= 0xF70E) || (c >= 0xF713 && c <= 0xF717);
}

bool is_sara(char32_t c) {
  return c == text::kSaraAa || c == text::kSaraAm;
}

// Places of the า that were taken for a ำ, be it surely or not; none where the repair did more to the line.
std::vector<std::size_t> taken_for_am(const std::u32string& raw, const std::u32string& repaired) {
  std::vector<std::size_t> before;
  std::u32string after;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (is_sara(raw[i])) before.push_back(i);
  }
  std::copy_if(repaired.begin(), repaired.end(), std::back_inserter(after), is_sara);
  std::vector<std::size_t> taken;
  for (std::size_t k = 0; k < before.size() && before.size() == after.size(); ++k) {
    if (raw[before[k]] == text::kSaraAa && after[k] == text::kSaraAm) taken.push_back(before[k]);
  }
  return taken;
}

class Stretcher {
 public:
  Stretcher(const std::vector<Page>& pages, SaraDoubts& out) : pages_(pages), out_(out) {}

  void add(std::size_t page, const Line& line) {
    const bool wants_sure = out_.sure.size() < kSure && line.out.raw_text != line.out.text;
    if (line.doubts.empty() && !wants_sure) return;
    const std::u32string codes = text::to_utf32(line.out.raw_text);
    for (const text::SaraDoubt& doubt : line.doubts) put(page, line, codes, doubt, out_.open);
    if (wants_sure) add_sure(page, line, codes);
  }

 private:
  void add_sure(std::size_t page, const Line& line, const std::u32string& codes) {
    for (const std::size_t at : taken_for_am(codes, text::to_utf32(line.out.text))) {
      const bool in_doubt =
          std::any_of(line.doubts.begin(), line.doubts.end(), [&](const auto& d) { return d.at == at; });
      const bool shown = line.letters[at].shown == Sara::am || line.letters[at].seen == Sara::am;
      if (!in_doubt && !shown && out_.sure.size() < kSure) put(page, line, codes, {at, true}, out_.sure);
    }
  }

  void put(std::size_t page, const Line& line, const std::u32string& codes, const text::SaraDoubt& doubt,
           std::vector<SaraStretch>& out) const {
    const LetterPlace place = line.letters[doubt.at];
    if (!is_sara(codes[doubt.at]) || !from_layer(pages_[page], place)) return;
    SaraStretch stretch = stretch_of(page, line, codes, doubt.at);
    stretch.word = place.word;
    stretch.at = place.at;
    stretch.taken_am = doubt.taken_am;
    out.push_back(std::move(stretch));
  }

  // A mark belongs to the letter before it, so the stretch begins with a letter and takes the last one's marks.
  SaraStretch stretch_of(std::size_t page, const Line& line, const std::u32string& codes, std::size_t at) const {
    std::size_t begin = at > kAround ? at - kAround : 0;
    std::size_t end = std::min(at + kAround + 1, codes.size());
    while (begin > 0 && text::is_thai_mark(codes[begin])) --begin;
    while (end < codes.size() && text::is_thai_mark(codes[end])) ++end;
    SaraStretch out;
    out.page = page;
    out.text = text::to_utf8(std::u32string_view(codes).substr(begin, end - begin));
    out.place = at - begin;
    out.baseline = line.baseline;
    out.advance = line.advance;
    for (std::size_t i = begin; i < end; ++i) {
      if (line.letters[i].word == LetterPlace::kNone || text::is_thai_mark(codes[i])) continue;
      out.box = unite(out.box, box_of(pages_[page], line.letters[i]));
    }
    std::size_t consonant = at;
    while (consonant > begin && !text::is_thai_consonant(codes[consonant])) --consonant;
    for (std::size_t i = consonant; i < at; ++i) out.tone = out.tone || is_tone(codes[i]);
    for (const std::size_t i : {consonant, at}) {
      out.syllable = unite(out.syllable, box_of(pages_[page], line.letters[i]));
    }
    out.box.y0 = line.box().y0;
    out.box.y1 = line.box().y1;
    return out;
  }

  const std::vector<Page>& pages_;
  SaraDoubts& out_;
};

}  // namespace

SaraDoubts find_doubts(const ReportLines& lines) {
  SaraDoubts found;
  Stretcher stretcher(lines.pages, found);
  for (const PageContent& content : lines.contents) {
    for_each_line(content, [&](const Line& line) { stretcher.add(content.sheet, line); });
  }
  return found;
}

void note_seen(ReportLines& lines, const SaraStretch& stretch, Sara seen) {
  for (PageContent& content : lines.contents) {
    if (content.sheet != stretch.page) continue;
    for_each_line(content, [&](Line& line) {
      for (LetterPlace& letter : line.letters) {
        if (letter.word == stretch.word && letter.at == stretch.at) letter.seen = seen;
      }
    });
  }
}

}  // namespace prongsai::tables
