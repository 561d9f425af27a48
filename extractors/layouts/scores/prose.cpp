// The scores that running text states, and cells of tables that are no tables of scores.
#include <algorithm>
#include <set>

#include "extractors/layouts/scores/context.hpp"
#include "extractors/layouts/scores/figure_tails.hpp"
#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/scores/figures.hpp"
#include "extractors/layouts/scores/label_sense.hpp"
#include "extractors/layouts/scores/office_course.hpp"
#include "extractors/layouts/scores/office_sections.hpp"
#include "extractors/layouts/scores/prose_course.hpp"
#include "extractors/layouts/scores/prose_offices.hpp"
#include "extractors/layouts/scores/records.hpp"
#include "extractors/layouts/scores/supposed.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

// A paragraph whose subject stands in the one before it, which must not be longer than a sentence or two.
constexpr std::size_t kLongestLeadIn = 600;

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

// Doubts of a text that begins at `at` of another one.
Doubts moved(const Doubts& doubts, std::size_t at) {
  Doubts out;
  append_doubts(out, doubts, at);
  return out;
}

// A text that one speaker states in one breath, and where it stands.
struct Passage {
  std::string_view text;
  std::size_t skip = 0;                  // bytes of it that stand elsewhere and were read before
  Doubts doubts;                         // of `text`
  std::optional<StatedIn> subject_from;  // where not in the sentence itself
};

class ProseScores {
 public:
  ProseScores(Record& record, const Identity& identity)
      : record_(&record),
        identity_(&identity),
        course_(record, identity),
        whose_(record, identity, course_.headings()),
        offices_(record, identity),
        sections_(record, identity) {}

  void read_paragraphs() {
    const Document& document = *identity_->reading.document;
    const std::vector<bool> annexed = annexed_paragraphs(identity_->reading);
    std::string_view before;
    for (const Block& block : document.order) {
      if (block.kind != Block::Kind::paragraph) before = {};
      if (block.kind != Block::Kind::paragraph || annexed[block.index]) continue;
      const Paragraph& paragraph = document.paragraphs[block.index];
      if (identity_->reading.scores.taken.contains(&paragraph)) continue;
      if (std::ranges::find(words().answers, tight(paragraph.text)) != words().answers.end()) continue;
      course_.enter(block.index);
      whose_.enter(block.index);
      index_ = block.index;
      const bool stated = read_paragraph(paragraph, before, figure_tail_of(block));
      course_.leave(block.index);
      before = stated ? std::string_view() : std::string_view(paragraph.text);
    }
  }

  void read_cells() {
    course_.enter_cells();
    index_.reset();
    whose_.enter_cells();
    std::vector<const CellRecord*> row;
    for (const auto& cell : record_->cells) {
      if (!row.empty() && (row.back()->table_no != cell.table_no || row.back()->row_no != cell.row_no)) {
        read_row(row);
        row.clear();
      }
      if (!cell.annexed_template && !states_scores(cell.table_no)) row.push_back(&cell);
    }
    read_row(row);
  }

 private:
  [[nodiscard]] const ScoreWords& words() const { return identity_->knowledge.scores; }

  // Cues that were read from pixels are looked for in their right spelling.
  [[nodiscard]] MendedText as_spelt(std::string_view text, TextSource source) const {
    if (source == TextSource::ocr) return words().mender.mend(text);
    MendedText same(text.size());
    same.copy(text, 0, text.size());
    return same;
  }

  // Another office whose name is all that a cell of the row holds: what the row states is that one's.
  [[nodiscard]] bool is_of_another(const std::vector<const CellRecord*>& row) const {
    return std::ranges::any_of(row, [&](const CellRecord* cell) { return offices_.is_anothers_name(cell->text); });
  }

  void read_row(const std::vector<const CellRecord*>& row) {
    row_ = &row;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const CellRecord& cell = *row[i];
      if (cell.column_key == ColumnKey::sequence) continue;
      const auto place = [&](std::size_t) { return cell.at; };
      if (read_passage({cell.text, 0, cell.doubts, {}}, cell.at.source, place) || i == 0) continue;
      // A form's line: "ผลการประเมิน ITA ปี ๒๕๖๖" beside "ร้อยละ ๘๙.๗๗".
      const bool form = row.size() == 2 && row[0]->header_text.empty() && cell.header_text.empty();
      if (form && is_label(row[0]->text)) {
        const std::string line = row[0]->text + " " + cell.text;
        const std::size_t begin = row[0]->text.size() + 1;
        read_passage({line, begin, moved(cell.doubts, begin), StatedIn::row}, cell.at.source, place);
      }
    }
  }

  [[nodiscard]] bool is_label(std::string_view text) const {
    const scores::LabelReader reader(identity_->knowledge.score_tables, words(), identity_->knowledge.assessments);
    const auto sense = reader.read(text);
    return !sense.no_score && !sense.other;
  }

  // The paragraph behind that the last figure of this one goes on with: its unit, its level.
  [[nodiscard]] std::string_view figure_tail_of(const Block& block) const {
    const Document& document = *identity_->reading.document;
    const std::size_t next = static_cast<std::size_t>(&block - document.order.data()) + 1;
    if (next >= document.order.size() || document.order[next].kind != Block::Kind::paragraph) return {};
    const std::string_view below = document.paragraphs[document.order[next].index].text;
    return scores::is_figure_tail(document.paragraphs[block.index].text, below, words()) ? below : std::string_view();
  }

  // Whether the paragraph with its figure's `tail`, or they and the paragraph before them together, state a score.
  bool read_paragraph(const Paragraph& paragraph, std::string_view before, std::string_view tail) {
    const auto place = [&](std::size_t at) { return place_in(paragraph, paragraph.text, at); };
    const std::string own = tail.empty() ? paragraph.text : paragraph.text + " " + std::string(tail);
    if (read_passage({own, 0, paragraph.doubts, {}}, paragraph.at.source, place)) return true;
    if (before.empty() || text::length(before) > kLongestLeadIn || text::leading_number(paragraph.text)) return false;
    // A page break may part a subject from its figure.
    const std::string text = std::string(before) + " " + own;
    const auto place_behind = [&](std::size_t at) {
      return place_in(paragraph, paragraph.text, at - before.size() - 1);
    };
    const std::size_t begin = before.size() + 1;
    return read_passage({text, begin, moved(paragraph.doubts, begin), {}}, paragraph.at.source, place_behind);
  }

  // Adds the scores of a passage; `place`: byte offset in it → where that stands.
  template <typename Place>
  bool read_passage(const Passage& passage, TextSource source, const Place& place) {
    const MendedText mended = as_spelt(passage.text, source);
    if (scores::find_figures(mended.text()).empty()) return false;
    const auto figures =
        find_score_figures(mended.text(), words(), identity_->knowledge.assessments, offices_.named_in(mended.text()));
    const TightText compact(mended.text());
    bool stated = false;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const std::size_t at = mended.original(figures[i].begin);
      if (at < passage.skip) continue;
      const bool joined = passage.skip > 0 && !passage.subject_from;
      if (joined && (figures[i].unnamed || is_bare_count(mended.text(), figures[i]))) continue;
      if (figures[i].unnamed && !course_.is_about(mended.text())) continue;
      if (figures[i].subject == SubjectKind::indicator && !course_.is_under_assessment(place(at).page_no)) continue;
      if (figures[i].untold && course_.is_of_a_part()) continue;
      if (course_.is_of_untold_year(mended.text(), figures[i])) continue;
      stated = true;
      if (scores::is_supposed(compact.text(), compact.tight(figures[i].begin), words().supposed)) continue;
      const auto owner = figures[i].office
                             ? offices_.owner_named_at(passage.text, mended.original(figures[i].office->begin))
                             : offices_.owner_of(passage.text, at, whose_.told());
      if (owner.of_many) continue;
      const bool handed_down = owner.from == StatedIn::title || owner.from == StatedIn::report;
      const bool of_another =
          handed_down && (index_ ? sections_.is_about_another(Block::Kind::paragraph, *index_) : is_of_another(*row_));
      if (figures[i].unled)
        add_unclear("unknown_lead", passage, mended, figures[i], place(at));
      else if (figures[i].broken)
        add_unclear("half_figure", passage, mended, figures[i], place(at));
      else if (owner.several || of_another)
        add_unclear("several_offices", passage, mended, figures[i], place(at));
      else if (figures[i].in_row)
        add_unclear("figures_in_row", passage, mended, figures[i], place(at));
      else
        add(passage, mended, figures, i, owner, place(at));
    }
    return stated;
  }

  // "100": without decimals or a unit, below a line that names a subject: the axis of a chart.
  [[nodiscard]] bool is_bare_count(std::string_view text, const ScoreFigure& figure) const {
    const std::string behind = tight(text.substr(figure.end));
    return text.substr(figure.begin, figure.end - figure.begin).find('.') == std::string_view::npos &&
           !behind.starts_with(words().points) && !figure.percent;
  }

  [[nodiscard]] bool states_scores(int table_no) const {
    if (table_no < 1) return false;
    const TableRecord& table = record_->tables[static_cast<std::size_t>(table_no - 1)];
    const Document& document = *identity_->reading.document;
    for (std::size_t i = 0; i < document.tables.size(); ++i) {
      if (document.tables[i].first_page == table.at.page_no && document.tables[i].box == table.at.box)
        return identity_->reading.scores.states_scores(i);
    }
    return false;
  }

  void add_unclear(const char* why, const Passage& passage, const MendedText& mended, const ScoreFigure& figure,
                   const Evidence& at) {
    const std::size_t begin = mended.original(figure.begin);
    const std::size_t end = begin + (figure.end - figure.begin);
    ScoreReading reading;
    reading.unclear = why;
    reading.words = quote_around(passage.text, 0, end, passage.text.size());
    reading.at = at;
    if (!is_said(reading)) record_->score_readings.push_back(std::move(reading));
  }

  // One cause a page: each line of a table without its rulings has the same.
  [[nodiscard]] bool is_said(const ScoreReading& reading) const {
    return std::ranges::any_of(record_->score_readings, [&](const ScoreReading& said) {
      return said.table_no == 0 && said.unclear == reading.unclear && said.at.page_no == reading.at.page_no &&
             reading.unclear != "half_figure";
    });
  }

  // Of the figure's words, the passage is what was read and `mended` what was looked at.
  void add(const Passage& passage, const MendedText& mended, const std::vector<ScoreFigure>& figures, std::size_t index,
           const scores::ProseOffices::Owner& owner, const Evidence& at) {
    const ScoreFigure& figure = figures[index];
    ScoreRecord score;
    score.subject = figure.subject;
    if (!figure.subject_no.empty()) score.subject_no = figure.subject_no;
    score.subject_from = passage.subject_from.value_or(StatedIn::sentence);
    score.value = figure.value;
    score.unit = figure.percent ? ScoreUnit::percent : ScoreUnit::points;
    score.grade = figure.grade;
    score.rank = figure.rank;
    score.rank_of = figure.rank_of;
    const auto [year, year_from] = figure.year ? scores::ProseCourse::Year{figure.year, StatedIn::sentence}
                                               : course_.take_year(mended.text(), figure);
    score.fiscal_year = year;
    score.year_from = year_from;
    const std::size_t begin = mended.original(figure.begin);
    score.agency = owner.agency;
    score.agency_from = owner.from;
    const std::size_t end = begin + (figure.end - figure.begin);
    const std::size_t from = index > 0 ? mended.original(std::min(figures[index - 1].end, figure.subject_begin)) : 0;
    const std::size_t to = index + 1 < figures.size() ? std::max(mended.original(figures[index + 1].subject_begin), end)
                                                      : passage.text.size();
    score.quote = quote_around(passage.text, from, end, to);
    score.raw_figure = std::string(passage.text.substr(begin, end - begin));
    score.at = at;
    score.doubts = doubts_of_figure(passage.doubts, begin, end);
    if (figure.likely) doubt_score(score, Certainty::supposed);
    record_->scores.push_back(std::move(score));
  }

  Record* record_;
  const Identity* identity_;
  scores::ProseCourse course_;
  scores::OfficeCourse whose_;
  scores::ProseOffices offices_;
  scores::OfficeSections sections_;
  std::optional<std::size_t> index_;                     // of the paragraph that is read
  const std::vector<const CellRecord*>* row_ = nullptr;  // that is read, where no paragraph is
};

}  // namespace

void add_prose_scores(Record& record, const Identity& identity) {
  ProseScores scores(record, identity);
  scores.read_paragraphs();
  scores.read_cells();
}

}  // namespace prongsai::layouts
