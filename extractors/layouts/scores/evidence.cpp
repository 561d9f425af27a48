#include "extractors/layouts/scores/evidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace prongsai::layouts::scores {
namespace {

// Figures are printed to two places, parts and total rounded each.
constexpr double kMeanRounding = 0.06;
constexpr double kFull = 100;

// The instruments and the total of one office in one year.
struct Parts {
  std::array<const ReadFigure*, kInstruments.size()> instruments{};
  const ReadFigure* overall = nullptr;

  // The place of a subject's figure; null for a subject that is no part.
  [[nodiscard]] const ReadFigure** slot(const Subject& subject) {
    if (subject.kind == SubjectKind::ita) return &overall;
    return is_instrument(subject.kind) ? &instruments[instrument_index(subject.kind)] : nullptr;
  }

  [[nodiscard]] bool complete() const {
    return overall != nullptr && std::ranges::find(instruments, nullptr) == instruments.end();
  }

  // The total is the sum of weighted parts, or of parts of a hundred by their weights.
  [[nodiscard]] bool add_up(const Assessment& assessment) const {
    double sum = 0;
    double weighted = 0;
    for (std::size_t i = 0; i < instruments.size(); ++i) {
      const double value = instruments[i]->figure.number.value;
      sum += value;
      weighted += value * assessment.instruments[i].weight;
    }
    const double total = overall->figure.number.value;
    return std::abs(sum - total) <= kMeanRounding || (sum > kFull && std::abs(weighted - total) <= kMeanRounding);
  }
};

void count_sums(TableReading& reading, const Assessments& assessments) {
  // Rows without names are told apart by their words.
  std::map<std::tuple<std::string, int>, Parts> groups;
  for (const ReadFigure& figure : reading.figures) {
    if (figure.subject.kind != SubjectKind::ita && !is_instrument(figure.subject.kind)) continue;
    const ReadFigure** place = groups[{figure.owner.value_or(""), figure.year.value_or(0)}].slot(figure.subject);
    if (*place == nullptr) *place = &figure;
  }
  for (const auto& group : groups) {
    const Parts& parts = group.second;
    if (!parts.complete()) continue;
    const int stated = std::get<int>(group.first);
    const auto year = stated == 0 ? std::nullopt : std::optional(stated);
    const bool right = std::ranges::any_of(assessments.may_hold(year),
                                           [&](const Assessment& assessment) { return parts.add_up(assessment); });
    ++(right ? reading.sums_right : reading.sums_wrong);
  }
}

class Scales {
 public:
  Scales(const TableReading& reading, const Grid& grid, CellSenses& senses)
      : reading_(&reading), grid_(&grid), senses_(&senses), weights_(&senses.labels().table().weights) {}

  [[nodiscard]] double weigh() {
    for (int row = 0; row < grid_->row_count(); ++row) {
      const bool marked = grid_->rows[static_cast<std::size_t>(row)].header;
      for (int column = 0; column < grid_->column_count(); ++column) {
        const CellSense& cell = senses_->of(grid_->at(row, column));
        const ReadColumn& head = reading_->columns[static_cast<std::size_t>(column)];
        // Columns of measures and persons speak neither for nor against a reading of the others.
        if (cell.blank || (head.role == ColumnRole::none && head.sense.other)) continue;
        ++cells_;
        sum_ += row < reading_->header_rows ? header(cell, head, marked) : body(cell, head);
        if (marked && row >= reading_->header_rows) sum_ -= weights_->header_marked;
      }
    }
    if (cells_ == 0) return 0;
    return (sum_ + figures()) / cells_ + sums();
  }

 private:
  [[nodiscard]] double header(const CellSense& cell, const ReadColumn& head, bool marked) const {
    if (cell.figure && cell.figure->number.decimals > 0) return weights_->figure_in_header;
    const double own = marked ? weights_->header_marked : 0;
    const LabelSense& sense = cell.label;
    switch (head.role) {
      case ColumnRole::figure:
        return own + (sense.subject || sense.total || sense.value || sense.year || sense.no_score || cell.office
                          ? weights_->header_fits
                          : 0);
      case ColumnRole::level:
        return own + (sense.level ? weights_->header_fits : 0);
      case ColumnRole::rank:
        return own + (sense.rank ? weights_->header_fits : 0);
      case ColumnRole::name:
        return own + (sense.name && !cell.figure ? weights_->header_fits : 0);
      case ColumnRole::subject:
      case ColumnRole::year:
        return own + (sense.subject ? 0 : weights_->header_fits);
      case ColumnRole::none:
        return own;
    }
    return own;
  }

  [[nodiscard]] double body(const CellSense& cell, const ReadColumn& head) const {
    switch (head.role) {
      case ColumnRole::figure:
        // Figures are counted by what was made of them.
        if (cell.figure) return head.sense.no_score ? weights_->rank : 0;
        return weights_->no_figure;
      case ColumnRole::level:
        return cell.level ? weights_->level : weights_->no_level;
      case ColumnRole::rank:
        return cell.figure ? weights_->rank : 0;
      case ColumnRole::year:
        return cell.label.year ? weights_->year : 0;
      case ColumnRole::subject:
        return cell.label.subject || cell.label.total || cell.figure ? weights_->subject : weights_->no_subject;
      case ColumnRole::name:
        return !cell.words() ? weights_->no_name : cell.office ? weights_->office_name : weights_->other_name;
      case ColumnRole::none:
        return 0;
    }
    return 0;
  }

  [[nodiscard]] double figures() const {
    double sum = 0;
    for (const ReadFigure& figure : reading_->figures)
      sum += figure.weak ? weights_->figure_with_total : weights_->figure_with_subject;
    sum += reading_->without_subject * weights_->figure_without_subject;
    return sum + reading_->contradicted * weights_->figure_contradicted;
  }

  [[nodiscard]] double sums() const {
    const int all = reading_->sums_right + reading_->sums_wrong;
    if (all == 0) return 0;
    // One sum that fails may be the office's own mistake.
    const double failed = reading_->sums_wrong * weights_->sums_fail / std::max(all, 2);
    return reading_->sums_right * weights_->sums_hold / all + failed;
  }

  const TableReading* reading_;
  const Grid* grid_;
  CellSenses* senses_;
  const Weights* weights_;
  int cells_ = 0;
  double sum_ = 0;
};

}  // namespace

void weigh(TableReading& reading, const Grid& grid, const TableContext& context, CellSenses& senses) {
  count_sums(reading, senses.labels().assessments());
  reading.evidence = Scales(reading, grid, senses).weigh();
  // A table under another matter's title has to name instruments itself.
  if (context.other_matter && reading.named_subjects() == 0) reading.figures.clear();
}

}  // namespace prongsai::layouts::scores
