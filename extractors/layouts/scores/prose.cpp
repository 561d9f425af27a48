#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "extractors/layouts/identity/office_name.hpp"
#include "extractors/layouts/scores/assessed_years.hpp"
#include "extractors/layouts/scores/cell_figure.hpp"
#include "extractors/layouts/scores/context.hpp"
#include "extractors/layouts/scores/figure_tails.hpp"
#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/scores/figures.hpp"
#include "extractors/layouts/scores/label_sense.hpp"
#include "extractors/layouts/scores/list_number.hpp"
#include "extractors/layouts/scores/records.hpp"
#include "extractors/layouts/scores/untold_totals.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/find/numbers.hpp"
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

// A text that one speaker states in one breath, and where it stands.
struct Passage {
  std::string_view text;
  std::size_t skip = 0;  // bytes of it that stand elsewhere and were read before
  bool doubtful = false;
  std::optional<StatedIn> subject_from;  // where not in the sentence itself
};

class ProseScores {
 public:
  ProseScores(Record& record, const Identity& identity)
      : record_(&record),
        identity_(&identity),
        names_(identity.knowledge.labels, identity.agencies),
        addressee_(addressee_of(record, identity)) {}

  void read_paragraphs() {
    const Document& document = *identity_->reading.document;
    const std::vector<bool> annexed = annexed_paragraphs(identity_->reading);
    std::string_view before;
    std::string_view before_any;  // whether it stated a score or not
    const std::set<std::size_t> headings = headings_among(document);
    for (const Block& block : document.order) {
      if (block.kind != Block::Kind::paragraph) before = {};
      if (block.kind != Block::Kind::paragraph || annexed[block.index]) continue;
      const Paragraph& paragraph = document.paragraphs[block.index];
      if (identity_->reading.scores.taken.contains(&paragraph)) continue;
      if (std::ranges::find(words().answers, tight(paragraph.text)) != words().answers.end()) continue;
      if (headings.contains(block.index)) {
        section_about_ = section_of_part_ = false;
        heading_about_ = identity_->knowledge.score_tables.names_assessment(paragraph.text);
      }
      section_about_ = section_about_ || identity_->knowledge.score_tables.names_assessment(paragraph.text);
      year_goes_on_ = words().ends_with_year_words(before_any);
      led_by_ = before_any;
      before_any = paragraph.text;
      const bool stated = read_paragraph(paragraph, before, figure_tail_of(block));
      section_of_part_ = section_of_part_ || (headings.contains(block.index) && names_a_part(paragraph.text));
      before = stated ? std::string_view() : std::string_view(paragraph.text);
      const auto year = year_before(paragraph.text, paragraph.text.size());
      compared_year_.reset();
      if (year && year->compared)
        compared_year_ = year->year;
      else if (year && (year->cued || !last_year_))
        last_year_ = goes_on_with(year->year, paragraph.text);
    }
  }

  void read_cells() {
    year_goes_on_ = false;
    section_about_ = section_of_part_ = heading_about_ = false;
    led_by_ = {};
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

  [[nodiscard]] std::optional<scores::AssessedYear> year_before(std::string_view text, std::size_t at) const {
    return scores::assessed_year_before(text, at, identity_->knowledge.score_tables, words());
  }

  // Cues that were read from pixels are looked for in their right spelling.
  [[nodiscard]] MendedText as_spelt(std::string_view text, TextSource source) const {
    if (source == TextSource::ocr) return words().mender.mend(text);
    MendedText same(text.size());
    same.copy(text, 0, text.size());
    return same;
  }

  // Offices of any kind; no parts of one and none that stands above.
  [[nodiscard]] std::vector<OfficeName> whole_offices_in(std::string_view text) const {
    std::vector<OfficeName> offices = names_.in_place(text, false);
    std::erase_if(offices, [&](const OfficeName& name) {
      const bool sentence = !name.vouched && is_a_sentence(name.name, identity_->knowledge.labels);
      return name.unit || name.parent || sentence;
    });
    return offices;
  }

  // Where names of offices stand, the reporting one's among them whether lists know it or not.
  [[nodiscard]] std::vector<TextSpan> offices_in(std::string_view text) const {
    std::vector<TextSpan> offices;
    for (const auto& mention : identity_->agencies.find(text)) {
      if (!mention.parent) offices.push_back({mention.begin, mention.end});
    }
    for (const OfficeName& name : whole_offices_in(text)) offices.push_back({name.begin, name.end});
    if (!record_->agency) return offices;
    const TightText compact(text);
    const std::string own = tight(*record_->agency);
    for (std::size_t at = compact.text().find(own); at != std::string::npos; at = compact.text().find(own, at + 1))
      offices.push_back({compact.original(at), compact.original(at + own.size())});
    return offices;
  }

  void read_row(const std::vector<const CellRecord*>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const CellRecord& cell = *row[i];
      if (cell.column_key == "sequence") continue;
      const auto place = [&](std::size_t) { return cell.at; };
      if (read_passage({cell.text, 0, cell.doubtful, {}}, cell.at.source, place) || i == 0) continue;
      // A form's line: "ผลการประเมิน ITA ปี ๒๕๖๖" beside "ร้อยละ ๘๙.๗๗".
      const bool form = row.size() == 2 && row[0]->header_text.empty() && cell.header_text.empty();
      if (form && is_label(row[0]->text)) {
        const std::string line = row[0]->text + " " + cell.text;
        read_passage({line, row[0]->text.size() + 1, cell.doubtful, StatedIn::row}, cell.at.source, place);
      }
    }
  }

  // The paragraph before names a part of the assessment and has no figure for it.
  [[nodiscard]] bool is_led_by_part() const {
    return !states_a_figure(scores::without_list_number(led_by_)) && names_a_part(led_by_);
  }

  // An instrument, an indicator, an item.
  [[nodiscard]] bool names_a_part(std::string_view text) const {
    const TightText compact(text);
    const auto subjects = find_subjects(text, compact, words(), identity_->knowledge.assessments);
    return std::ranges::any_of(subjects,
                               [](const SubjectMention& mention) { return mention.subject != SubjectKind::ita; });
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
    if (read_passage({own, 0, false, {}}, paragraph.at.source, place)) return true;
    if (before.empty() || text::length(before) > kLongestLeadIn || text::leading_number(paragraph.text)) return false;
    // A page break may part a subject from its figure.
    const std::string text = std::string(before) + " " + own;
    const auto place_behind = [&](std::size_t at) {
      return place_in(paragraph, paragraph.text, at - before.size() - 1);
    };
    return read_passage({text, before.size() + 1, false, {}}, paragraph.at.source, place_behind);
  }

  // Adds the scores of a passage; `place`: byte offset in it → where that stands.
  template <typename Place>
  bool read_passage(const Passage& passage, TextSource source, const Place& place) {
    const MendedText mended = as_spelt(passage.text, source);
    if (scores::find_figures(mended.text()).empty()) return false;
    const auto figures =
        find_score_figures(mended.text(), words(), identity_->knowledge.assessments, offices_in(mended.text()));
    bool stated = false;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const std::size_t at = mended.original(figures[i].begin);
      if (at < passage.skip) continue;
      if (passage.skip > 0 && !passage.subject_from && figures[i].unnamed) continue;
      if (figures[i].unnamed && !is_about(mended.text())) continue;
      if (figures[i].subject == SubjectKind::indicator && !is_under_assessment(place(at).page_no)) continue;
      if (figures[i].untold && (section_of_part_ || is_led_by_part())) continue;
      if (is_of_untold_year(mended.text(), figures[i])) continue;
      stated = true;
      if (figures[i].broken)
        add_unclear(passage, mended, figures[i], place(at));
      else
        add(passage, mended, figures, i, place(at));
    }
    return stated;
  }

  // Paragraphs that begin a part of the report: parts, chapters, numbered headings.
  [[nodiscard]] std::set<std::size_t> headings_among(const Document& document) const {
    constexpr std::size_t kLongestHeading = 100;  // code points
    std::set<std::size_t> headings;
    for (const Division& division : identity_->reading.divisions)
      headings.insert(identity_->reading.flow[division.item].index);
    for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
      const Paragraph& paragraph = document.paragraphs[i];
      const bool line = paragraph.lines.size() == 1 && text::length(paragraph.text) <= kLongestHeading &&
                        !states_a_figure(paragraph.text);
      if (line && (paragraph.lines.front().bold || paragraph.centred)) headings.insert(i);
    }
    return headings;
  }

  static bool states_a_figure(std::string_view text) {
    return std::ranges::any_of(text::find_numbers(text), [](const auto& number) { return number.decimals > 0; });
  }

  // Other assessments have indicators with numbers, too: the heading, the page or the report's title names this one.
  [[nodiscard]] bool is_under_assessment(int page) const {
    const scores::Relevance& relevance = identity_->reading.scores.relevance;
    return relevance.about || heading_about_ || relevance.pages.contains(page);
  }

  // Whether a passage that names no assessment speaks of this one: it does so itself, or its report does, or the part
  // of a report on other things in which it stands; and it speaks of no other survey.
  [[nodiscard]] bool is_about(std::string_view text) const {
    if (identity_->knowledge.score_tables.names_assessment(text)) return true;
    const bool other = contains_any(tight(text), words().other_surveys);
    return !other && (identity_->reading.scores.relevance.about || section_about_);
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

  void add_unclear(const Passage& passage, const MendedText& mended, const ScoreFigure& figure, const Evidence& at) {
    const std::size_t begin = mended.original(figure.begin);
    const std::size_t end = begin + (figure.end - figure.begin);
    ScoreReading reading;
    reading.unclear = "half_figure";
    reading.words = quote_around(passage.text, 0, end, passage.text.size());
    reading.at = at;
    record_->score_readings.push_back(std::move(reading));
  }

  // Of the figure's words, the passage is what was read and `mended` what was looked at.
  void add(const Passage& passage, const MendedText& mended, const std::vector<ScoreFigure>& figures, std::size_t index,
           const Evidence& at) {
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
    set_year(score, mended.text(), figure);
    const std::size_t begin = mended.original(figure.begin);
    set_agency(score, passage.text, begin);
    const std::size_t end = begin + (figure.end - figure.begin);
    const std::size_t from = index > 0 ? mended.original(std::min(figures[index - 1].end, figure.subject_begin)) : 0;
    const std::size_t to = index + 1 < figures.size() ? std::max(mended.original(figures[index + 1].subject_begin), end)
                                                      : passage.text.size();
    score.quote = quote_around(passage.text, from, end, to);
    score.raw_figure = std::string(passage.text.substr(begin, end - begin));
    score.at = at;
    score.doubtful = passage.doubtful || figure.likely;
    record_->scores.push_back(std::move(score));
  }

  // The year that a paragraph begins with where the one before it ended in the words for a year: a line broken there.
  [[nodiscard]] std::optional<int> year_carried_over(std::string_view text) const {
    if (!year_goes_on_) return std::nullopt;
    const auto years = text::find_years(text);
    const bool first = !years.empty() && is_blank_text(text.substr(0, years.front().begin));
    return first ? std::optional(years.front().year) : std::nullopt;
  }

  [[nodiscard]] std::optional<int> year_behind(std::string_view text, const ScoreFigure& figure) const {
    return scores::assessed_year_behind(text, figure.begin, figure.end, identity_->knowledge.score_tables, words());
  }

  // What the report's own figure is compared with is of another year: without that year it is nobody's.
  [[nodiscard]] bool is_of_untold_year(std::string_view text, const ScoreFigure& figure) const {
    return scores::is_compared_with(text, figure.begin, identity_->knowledge.score_tables, words()) &&
           !year_behind(text, figure);
  }

  void set_year(ScoreRecord& score, std::string_view text, const ScoreFigure& figure) {
    if (const auto behind = year_behind(text, figure)) {
      score.fiscal_year = behind;
      score.year_from = StatedIn::sentence;
      return;
    }
    if (const auto carried = year_carried_over(text)) {
      score.fiscal_year = carried;
      score.year_from = StatedIn::sentence;
    } else if (const auto year = year_before(text, figure.begin)) {
      score.fiscal_year = year->year;
      score.year_from = StatedIn::sentence;
    } else if (compared_year_) {
      score.fiscal_year = std::exchange(compared_year_, std::nullopt);
      score.year_from = StatedIn::caption;
    } else {
      score.fiscal_year = last_year_ ? last_year_ : assessed_year(*record_, identity_->kind);
      if (score.fiscal_year) score.year_from = last_year_ ? StatedIn::caption : StatedIn::title;
    }
    if (!score.fiscal_year || !scores::is_of_year_before(text, figure.begin, identity_->knowledge.score_tables)) return;
    --*score.fiscal_year;
    score.year_from = StatedIn::sentence;
  }

  // Names are taken from what was read: a phrase set right may have swallowed a letter of one.
  void set_agency(ScoreRecord& score, std::string_view text, std::size_t at) const {
    score.agency = office_that_got(text, at);
    if (!score.agency) score.agency = office_before(text, at, identity_->agencies, identity_->knowledge.labels);
    score.agency_from = StatedIn::sentence;
    if (score.agency) return;
    score.agency = is_told_its_scores(addressee_) ? addressee_ : record_->agency;
    score.agency_from.reset();
    if (score.agency) score.agency_from = record_->agency_at ? StatedIn::title : StatedIn::report;
  }

  // "สำนักงานผู้ไต่สวนอิสระได้คะแนน": an office of any kind, right before what it got.
  [[nodiscard]] std::optional<std::string> office_that_got(std::string_view text, std::size_t at) const {
    const TightText compact(text);
    const std::string_view before = std::string_view(compact.text()).substr(0, compact.tight(at));
    std::optional<std::string> got;
    for (const OfficeName& name : whole_offices_in(text)) {
      if (name.end <= at && scores::got_it(before, compact.tight(name.end), words())) got = name.name;
    }
    return got;
  }

  // The year of the sentences behind a paragraph: not an earlier one that it only looks back to.
  [[nodiscard]] int goes_on_with(int last, std::string_view text) const {
    const auto own = assessed_year(*record_, identity_->kind);
    if (!own || last >= *own) return last;
    const auto years = scores::assessed_years_before(text, text.size(), identity_->knowledge.score_tables, words());
    return std::ranges::find(years, *own, &scores::AssessedYear::year) != years.end() ? *own : last;
  }

  // A letter that tells the office which it is written to what it scored goes on to speak of that office.
  [[nodiscard]] bool is_told_its_scores(const std::optional<std::string>& office) const {
    return office && std::ranges::any_of(record_->scores, [&](const ScoreRecord& score) {
             return score.agency == office && score.agency_from == StatedIn::sentence;
           });
  }

  Record* record_;
  const Identity* identity_;
  OfficeNames names_;
  std::optional<std::string> addressee_;
  std::optional<int> last_year_;
  std::optional<int> compared_year_;  // where the paragraph before ended in one, for the next figure
  bool section_about_ = false;        // the part of the report that is read names the assessment
  bool heading_about_ = false;        // … its heading does
  bool section_of_part_ = false;      // … and its heading a part of it: an instrument, an indicator
  std::string_view led_by_;           // the paragraph before
  bool year_goes_on_ = false;         // the paragraph before ended in the words for a year
};

}  // namespace

void add_prose_scores(Record& record, const Identity& identity) {
  ProseScores scores(record, identity);
  scores.read_paragraphs();
  scores.read_cells();
}

}  // namespace prongsai::layouts
