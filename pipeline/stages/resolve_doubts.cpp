#include "pipeline/stages/resolve_doubts.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "extractors/source/ocr/verify_line.hpp"
#include "extractors/tables/doubts.hpp"
#include "extractors/tables/repair.hpp"
#include "extractors/text/thai/seen_sara.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::stages {

namespace {

using tables::SaraStretch;

constexpr double kDoubtDpi = 250;       // fine enough for the ring of a ำ in small print
constexpr std::size_t kMostSpans = 48;  // pictures read a page
// … and a report: some twenty seconds at worst, well within what a worker may take for one step.
constexpr std::size_t kMostSpansInAll = 200;
// Height of the ink over a syllable, in heights of a letter, from which the ring of a ำ is among it.
constexpr double kRingAlone = 0.12;
constexpr double kRingAndTone = 0.55;

// Pages are painted when a letter on them is first verified; the last one is kept.
class Painter {
 public:
  Painter(const source::Pdf& pdf, const Omissions& omit) : pdf_(pdf), omit_(omit) {}

  // Null when the page cannot be painted.
  const source::Raster* paint(const Page& page) {
    if (page.page_no != painted_) raster_ = is_unpainted(omit_, page.page_no) ? source::Raster() : painted(page);
    painted_ = page.page_no;
    return raster_.empty() ? nullptr : &raster_;
  }

 private:
  [[nodiscard]] source::Raster painted(const Page& page) const {
    const auto upright = page.rotation != 0 ? pdf_.turned(page.page_no, page.rotation) : std::nullopt;
    if (page.rotation != 0 && !upright) return {};
    auto raster = upright ? upright->render_grey(1, kDoubtDpi) : pdf_.render_grey(page.page_no, kDoubtDpi);
    return raster ? std::move(raster).value() : source::Raster();
  }

  const source::Pdf& pdf_;
  const Omissions& omit_;
  source::Raster raster_;
  int painted_ = 0;  // page number
};

class Verifier {
 public:
  Verifier(const source::Pdf& pdf, const std::vector<Page>& pages, source::Recogniser& recogniser,
           const Omissions& omit)
      : painter_(pdf, omit), pages_(pages), recogniser_(recogniser) {}

  // า or ำ; nothing where the picture does not tell. Pictures of one wording in one font are read once.
  std::optional<char32_t> verify(const SaraStretch& at) {
    const Word& word = pages_[at.page].words[at.word];
    const auto [known, is_new] = verdicts_.try_emplace({word.font, at.text, at.place});
    if (is_new && spans_[at.page]++ < kMostSpans && all_spans_++ < kMostSpansInAll) known->second = read(at);
    return known->second;
  }

 private:
  // Only where what was read and the ink agree.
  std::optional<char32_t> read(const SaraStretch& at) {
    const source::Raster* page = painter_.paint(pages_[at.page]);
    if (page == nullptr) return std::nullopt;
    const source::Stretch stretch{at.box, at.baseline, at.advance, at.syllable.x0, at.syllable.x1};
    const source::StretchReading reading = source::read_stretch(*page, stretch, recogniser_);
    const bool ring = reading.marks > (at.tone ? kRingAndTone : kRingAlone);
    const auto seen = text::seen_sara(at.text, at.place, reading.text);
    return seen && (*seen == text::kSaraAm) == ring ? seen : std::nullopt;
  }

  Painter painter_;
  const std::vector<Page>& pages_;
  source::Recogniser& recogniser_;
  std::map<std::tuple<std::string, std::string, std::size_t>, std::optional<char32_t>> verdicts_;
  std::map<std::size_t, std::size_t> spans_;  // by page
  std::size_t all_spans_ = 0;
};

// Some converters drop the ring from the page as well as from its text. There a missing ring tells nothing.
bool paints_rings(const std::vector<SaraStretch>& sure, Verifier& verifier) {
  return std::none_of(sure.begin(), sure.end(),
                      [&](const SaraStretch& at) { return verifier.verify(at) == text::kSaraAa; });
}

}  // namespace

void resolve_doubts(const source::Pdf& pdf, tables::ReportLines& lines, source::Recogniser& recogniser,
                    const Omissions& omit) {
  const tables::SaraDoubts doubts = tables::find_doubts(lines);
  Verifier verifier(pdf, lines.pages, recogniser, omit);
  std::optional<bool> rings;
  bool resolved = false;
  for (const SaraStretch& at : doubts.open) {
    const std::optional<char32_t> seen = verifier.verify(at);
    if (!seen) continue;
    const bool is_am = *seen == text::kSaraAm;
    if (!is_am && !rings) rings = paints_rings(doubts.sure, verifier);
    if (!is_am && !*rings) continue;
    tables::note_seen(lines, at, is_am ? tables::Sara::am : tables::Sara::aa);
    resolved = true;
  }
  if (resolved) tables::repair_lines(lines.contents);
}

}  // namespace prongsai::stages
