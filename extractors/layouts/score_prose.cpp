#include <algorithm>
#include <map>

#include "extractors/layouts/score_context.hpp"
#include "extractors/layouts/score_figures.hpp"
#include "extractors/layouts/score_records.hpp"
#include "extractors/text/list_numbers.hpp"
#include "extractors/text/utf8.hpp"

namespace prongsai::layouts {
namespace {

// A paragraph whose subject stands in the one before it, which must not be longer than a sentence or two.
constexpr std::size_t kLongestLeadIn = 600;

// Words that make "ผลการประเมิน" the integrity assessment's and not some other one's.
constexpr std::string_view kIntegrity = "คุณธรรม";

// The line of a paragraph on which a place in its joined text stands: joining adds and drops blanks only.
Evidence place_in(const Paragraph& paragraph, std::string_view text, std::size_t at) {
  std::size_t left = TightText(text.substr(0, at)).text().size();
  for (const auto& line : paragraph.lines) {
    const std::size_t size = tight(line.text).size();
    if (left < size) return line.at;
    left -= size;
  }
  return paragraph.at;
}

class ProseScores {
 public:
  ProseScores(Record& record, const Identity& identity) : record_(&record), identity_(&identity) {}

  void read_paragraphs() {
    const Document& document = *identity_->reading.document;
    std::vector<bool> annexed(document.paragraphs.size(), false);
    for (std::size_t i = 0; i < identity_->reading.flow.size(); ++i) {
      const FlowItem& item = identity_->reading.flow[i];
      if (!item.is_table() && identity_->reading.annexed[i]) annexed[item.index] = true;
    }
    std::string_view before;
    for (const Block& block : document.order) {
      if (block.kind != Block::Kind::paragraph) before = {};
      if (block.kind != Block::Kind::paragraph || annexed[block.index]) continue;
      const Paragraph& paragraph = document.paragraphs[block.index];
      const bool stated = read_paragraph(paragraph, before);
      before = stated ? std::string_view() : std::string_view(paragraph.text);
      if (const auto year = year_before(paragraph.text, paragraph.text.size())) last_year_ = year;
    }
  }

  void read_cells() {
    for (const auto& cell : record_->cells) {
      if (cell.annexed_template || cell.column_key == "sequence" || is_score_table(cell.table_no)) continue;
      const MendedText mended = as_spelt(cell.text, cell.at.source);
      const auto figures = find_score_figures(mended.text(), identity_->knowledge.scores);
      for (std::size_t i = 0; i < figures.size(); ++i) {
        add(cell.text, mended, figures, i, cell.at, cell.doubtful);
      }
    }
  }

 private:
  // Cues that were read from pixels are looked for in their right spelling.
  [[nodiscard]] MendedText as_spelt(std::string_view text, TextSource source) const {
    if (source == TextSource::ocr) return identity_->knowledge.scores.mender.mend(text);
    MendedText same(text.size());
    same.copy(text, 0, text.size());
    return same;
  }

  // Whether the paragraph, or it and the one before it together, state a score.
  bool read_paragraph(const Paragraph& paragraph, std::string_view before) {
    const MendedText mended = as_spelt(paragraph.text, paragraph.at.source);
    const auto figures = find_score_figures(mended.text(), identity_->knowledge.scores);
    for (std::size_t i = 0; i < figures.size(); ++i) {
      add(paragraph.text, mended, figures, i, place_in(paragraph, paragraph.text, mended.original(figures[i].begin)));
    }
    if (!figures.empty()) return true;
    if (before.empty() || text::length(before) > kLongestLeadIn || text::leading_number(paragraph.text)) return false;
    // A page break may part a subject from its figure.
    const std::string text = std::string(before) + " " + paragraph.text;
    const MendedText both = as_spelt(text, paragraph.at.source);
    const auto joined = find_score_figures(both.text(), identity_->knowledge.scores);
    for (std::size_t i = 0; i < joined.size(); ++i) {
      const std::size_t at = both.original(joined[i].begin);
      if (at <= before.size() || joined[i].overall) continue;
      add(text, both, joined, i, place_in(paragraph, paragraph.text, at - before.size() - 1));
    }
    return !joined.empty();
  }

  [[nodiscard]] bool is_score_table(int table_no) const {
    return table_no >= 1 && record_->tables[static_cast<std::size_t>(table_no - 1)].role == "announcement";
  }

  // Of the figure's words, `text` is what was read and `mended` what was looked at.
  void add(std::string_view text, const MendedText& mended, const std::vector<ScoreFigure>& figures, std::size_t index,
           const Evidence& at, bool doubtful = false) {
    const ScoreFigure& figure = figures[index];
    if (figure.overall && !figure.grade && !speaks_of_integrity(mended.text())) return;
    ScoreRecord score;
    score.subject = figure.subject;
    if (!figure.subject_no.empty()) score.subject_no = figure.subject_no;
    score.value = figure.value;
    score.unit = figure.percent ? "percent" : "points";
    score.grade = figure.grade;
    score.rank = figure.rank;
    score.rank_of = figure.rank_of;
    score.fiscal_year = year_before(mended.text(), figure.begin);
    if (!score.fiscal_year) score.fiscal_year = last_year_ ? last_year_ : assessed_year(*record_, identity_->kind);
    score.agency = office_before(mended.text(), figure.begin, identity_->agencies);
    if (!score.agency) score.agency = record_->agency;
    const std::size_t begin = mended.original(figure.begin);
    const std::size_t end = begin + (figure.end - figure.begin);
    const std::size_t from = index > 0 ? mended.original(std::min(figures[index - 1].end, figure.subject_begin)) : 0;
    const std::size_t to =
        index + 1 < figures.size() ? std::max(mended.original(figures[index + 1].subject_begin), end) : text.size();
    score.quote = quote_around(text, from, end, to);
    score.raw_figure = std::string(text.substr(begin, end - begin));
    score.at = at;
    score.doubtful = doubtful;
    record_->scores.push_back(std::move(score));
  }

  static bool speaks_of_integrity(std::string_view text) {
    return text.find(kIntegrity) != std::string_view::npos || text.find("ITA") != std::string_view::npos;
  }

  Record* record_;
  const Identity* identity_;
  std::optional<int> last_year_;
};

}  // namespace

void add_prose_scores(Record& record, const Identity& identity) {
  ProseScores scores(record, identity);
  scores.read_paragraphs();
  scores.read_cells();
}

}  // namespace prongsai::layouts
