// The scores that a document's tables state, as records: what a reading of a table leaves open is inherited from named
// places only.
#include <algorithm>
#include <cstdio>

#include "extractors/layouts/scores/context.hpp"
#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/scores/handed_down.hpp"
#include "extractors/layouts/scores/office_names.hpp"
#include "extractors/layouts/scores/office_sections.hpp"
#include "extractors/layouts/scores/passage_offices.hpp"
#include "extractors/layouts/scores/records.hpp"
#include "extractors/layouts/scores/score_tables.hpp"
#include "extractors/layouts/scores/unread_signs.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

// Figures of two places on a page beside the names of the instruments: fewer are told of in passing.
constexpr int kManyFigures = 4;

using scores::ReadFigure;
using scores::ScoreBlock;

class TableScores {
 public:
  TableScores(Record& record, const Identity& identity)
      : record_(&record), identity_(&identity), offices_(record, identity), sections_(record, identity) {}

  void add(const ScoreBlock& block) {
    if (is_annexed(block)) return;
    const auto& found = block.interpretation;
    if (found.states_scores() && !found.best.names && is_about_another(block)) {
      explain(block, "several_offices");
      return;
    }
    if (found.states_scores()) {
      for (const ReadFigure& figure : found.best.figures) add(block, figure);
    }
    if (!found.unclear) {
      for (const TableCell* cell : found.best.unread) doubt(*cell);
    }
    if (found.states_scores() || found.unclear) explain(block);
  }

 private:
  [[nodiscard]] bool is_annexed(const ScoreBlock& block) const {
    const Reading& reading = identity_->reading;
    if (block.tables.empty()) return reading.annexed[block.item];
    const TableView& view = reading.tables[block.tables.front()];
    return view.annexed || view.contents;
  }

  void add(const ScoreBlock& block, const ReadFigure& figure) {
    ScoreRecord score{.subject = figure.subject.kind, .value = figure.figure.number.value};
    if (!figure.subject.no.empty()) score.subject_no = figure.subject.no;
    score.subject_from = as_printed(block, figure.subject_from);
    set_year(score, block, figure);
    if (is_target(score)) return;
    if (figure.owner && (is_cut(*figure.owner) || is_whole_of_another(*figure.owner))) return doubt(*figure.cell);
    if (figure.owner && identity_->agencies.names_only_a_kind(*figure.owner)) return;  // a mean of all of that kind
    if (figure.owner && scores::is_example_name(*figure.owner)) return;
    set_agency(score, block, figure);
    score.unit = figure.percent ? ScoreUnit::percent : ScoreUnit::points;
    score.grade = figure.grade;
    score.rank = figure.rank;
    score.rank_of = figure.rank_of;
    score.quote = figure.quote;
    score.raw_figure = figure.figure.printed;
    score.at = figure.cell->at;
    score.from_table = true;
    score.doubts = doubts_of(figure);
    if (figure.figure.guessed) doubt_score(score, Certainty::supposed);
    if (is_unread(*figure.cell)) doubt_score(score, Certainty::unread);
    record_->scores.push_back(std::move(score));
  }

  // "ภาพรวมมหาวิทยาลัย" beside the university's faculties.
  [[nodiscard]] bool is_own_whole(std::string_view name) const {
    return record_->agency && identity_->knowledge.score_tables.is_own_total(tight(name), *record_->agency);
  }
  [[nodiscard]] bool is_whole_of_another(std::string_view name) const {
    return identity_->knowledge.score_tables.kind_of_own_total(tight(name)) && !is_own_whole(name);
  }

  // A name that ran into its figures, so that it is not told which of the row's figures stands where; or the last
  // letter of a name.
  static bool is_cut(std::string_view name) {
    return text::length(name) <= 1 ||
           std::ranges::any_of(scores::find_figures(name),
                               [](const scores::FigureText& figure) { return figure.decimals > 0; });
  }

  // A reading that turned its table over took rows for columns.
  static StatedIn as_printed(const ScoreBlock& block, StatedIn from) {
    if (!block.interpretation.best.turned) return from;
    if (from == StatedIn::row) return StatedIn::column;
    return from == StatedIn::column ? StatedIn::row : from;
  }

  void set_year(ScoreRecord& score, const ScoreBlock& block, const ReadFigure& figure) const {
    score.fiscal_year = figure.year;
    if (figure.year_from) score.year_from = as_printed(block, *figure.year_from);
    if (score.fiscal_year) return;
    if (block.caption.year) {
      score.fiscal_year = block.caption.year;
      score.year_from = StatedIn::caption;
      return;
    }
    if (!assessed_) return;
    score.fiscal_year = assessed_->year;
    score.year_from = assessed_->from;
  }

  // A column or row of a year that is still to come: what is planned for it.
  [[nodiscard]] bool is_target(const ScoreRecord& score) const {
    const bool own = score.year_from == StatedIn::column || score.year_from == StatedIn::row;
    if (!own || identity_->kind == ReportKind::scores) return false;
    return score.fiscal_year && record_->fiscal_year && *score.fiscal_year > *record_->fiscal_year;
  }

  void set_agency(ScoreRecord& score, const ScoreBlock& block, const ReadFigure& figure) const {
    if (figure.owner && is_own_whole(*figure.owner)) {
      score.agency = record_->agency;
      if (figure.owner_from) score.agency_from = as_printed(block, *figure.owner_from);
      return;
    }
    if (figure.owner) {
      score.agency = scores::full_name(*figure.owner, identity_->agencies);
      if (figure.owner_from) score.agency_from = as_printed(block, *figure.owner_from);
      return;
    }
    if (block.interpretation.best.names) return;
    if (block.caption.owner) {
      const auto named = identity_->agencies.find(*block.caption.owner);
      if (std::ranges::count(named, false, &text::AgencyMention::parent) > 1) return;  // one of these
      score.agency = named_in_caption(*block.caption.owner);
      score.agency_from = StatedIn::caption;
      return;
    }
    const std::string& words = block.caption.context.words;
    const bool own = !offices_.own_in(words).empty();
    const auto other = own ? std::nullopt : offices_.whose_scores_follow(words, true);
    if (own || other) {
      score.agency = own ? record_->agency : other;
      score.agency_from = StatedIn::caption;
      return;
    }
    score.agency = record_->agency;
    if (score.agency) score.agency_from = handed_down_from(record_->agency_from);
  }

  // Without the address behind it: อบต.หนองน้ำ อำเภอ… จังหวัด….
  [[nodiscard]] std::string named_in_caption(const std::string& line) const {
    const auto alone = offices_.alone_in(line);
    if (alone && offices_.is_own(*alone)) return *record_->agency;
    return scores::full_name(alone ? alone->name : line, identity_->agencies);
  }

  // The record's cell that was made of a document's cell, or of what that is a half of.
  CellRecord* record_of(const TableCell& cell) const {
    const auto found = std::ranges::find_if(record_->cells, [&](const CellRecord& record) {
      const bool here = record.at.page_no == cell.at.page_no && record.at.box == cell.at.box;
      return here && record.text.find(cell.text) != std::string::npos;
    });
    return found == record_->cells.end() ? nullptr : &*found;
  }

  [[nodiscard]] bool is_unread(const TableCell& cell) const {
    const CellRecord* record = record_of(cell);
    return record != nullptr && worst_of(record->doubts) == Certainty::unread;
  }

  // Of a figure that was put together or taken from the other reader, the cell's are its own.
  static Doubts doubts_of(const ReadFigure& figure) {
    const TableCell& cell = *figure.cell;
    const std::string& printed = figure.figure.printed;
    const std::size_t at = cell.text.find(printed);
    if (at != std::string::npos) return doubts_of_figure(cell.doubts, at, at + printed.size());
    Doubts doubts = doubts_of_figure(cell.doubts, 0, cell.text.size());
    for (Doubt& doubt : doubts) {
      doubt.begin = 0;
      doubt.end = printed.size();
      doubt.text = printed;
    }
    return doubts;
  }

  // A score stands here that cannot be told: not silently.
  void doubt(const TableCell& cell) const {
    if (is_unread(cell)) return;
    if (CellRecord* record = record_of(cell))
      record->doubts.push_back({0, record->text.size(), Certainty::unread, record->text, "", record->at});
  }

  // Under a line that names another office, where neither the table nor its caption says whose its figures are.
  [[nodiscard]] bool is_about_another(const ScoreBlock& block) {
    const bool stated = std::ranges::any_of(block.interpretation.best.figures,
                                            [](const ReadFigure& figure) { return figure.owner.has_value(); });
    if (stated || block.caption.owner || !offices_.own_in(block.caption.context.words).empty()) return false;
    const FlowItem& item = identity_->reading.flow[block.item];
    return sections_.is_about_another(item.kind, item.index);
  }

  void explain(const ScoreBlock& block, std::optional<std::string> unclear = {}) {
    const auto& found = block.interpretation;
    ScoreReading reading;
    reading.table_no = table_no_of(block);
    reading.assignment = found.best.describe();
    char words[160];
    std::snprintf(words, sizeof words, "%.2f a cell; %zu figures, %d without a subject; sums right %d, wrong %d",
                  found.best.evidence, found.best.figures.size(), found.best.without_subject, found.best.sums_right,
                  found.best.sums_wrong);
    reading.evidence = words;
    if (found.runner_up) reading.runner_up = found.runner_up->describe();
    reading.margin = found.margin;
    reading.unclear = unclear ? unclear : found.unclear;
    reading.words = block.caption.context.words;
    reading.at = block.at;
    record_->score_readings.push_back(std::move(reading));
  }

  [[nodiscard]] int table_no_of(const ScoreBlock& block) const {
    if (block.tables.empty()) return 0;
    const Table& table = identity_->reading.document->tables[block.tables.front()];
    const auto found = std::ranges::find_if(record_->tables, [&](const TableRecord& record) {
      return record.at.page_no == table.first_page && record.at.box == table.box;
    });
    return found == record_->tables.end() ? 0 : found->table_no;
  }

  Record* record_;
  const Identity* identity_;
  std::optional<HandedDownYear> assessed_ = assessed_year(*record_, *identity_);  // what the report hands down
  scores::PassageOffices offices_;
  scores::OfficeSections sections_;
};

}  // namespace

void add_table_scores(Record& record, const Identity& identity) {
  TableScores scores(record, identity);
  for (const ScoreBlock& block : identity.reading.scores.blocks) scores.add(block);
}

void note_unread_tables(Record& record, const Identity& identity) {
  const Reading& reading = identity.reading;
  for (const Page& page : reading.document->pages) {
    const auto here = [&](const auto& one) { return one.at.page_no == page.page_no; };
    if (std::ranges::any_of(record.scores, here) || std::ranges::any_of(record.score_readings, here)) continue;
    const auto counted = scores::count_signs(*reading.document, reading.flow, reading.annexed, page.page_no);
    if (!counted.instruments || counted.figures < kManyFigures) continue;
    ScoreReading unread;
    unread.unclear = "unread_table";
    unread.at = {page.page_no, {}, TextSource::text, 1};
    record.score_readings.push_back(std::move(unread));
  }
}

}  // namespace prongsai::layouts
