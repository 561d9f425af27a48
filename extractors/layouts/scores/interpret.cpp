#include "extractors/layouts/scores/interpret.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "extractors/layouts/scores/differences.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr int kMostHeaderRows = 4;
// Nobody prints more offices side by side; below so few rows labels may stand under their figures.
constexpr int kMostTurned = 60;
constexpr int kMostUpsideDown = 3;
// Figures of two places that nobody is told of: fewer may be anything.
constexpr int kManyFigures = 3;

using Claim = std::tuple<Subject, std::optional<std::string>, std::optional<int>>;

Claim claim_of(const ReadFigure& figure) {
  return {figure.subject, figure.owner, figure.year};
}

// Whether both readings speak of a figure and say different things.
bool contradict(const TableReading& a, const TableReading& b) {
  std::map<const TableCell*, Claim> claims;
  for (const ReadFigure& figure : a.figures) claims.emplace(figure.cell, claim_of(figure));
  return std::ranges::any_of(b.figures, [&](const ReadFigure& figure) {
    const auto other = claims.find(figure.cell);
    return other != claims.end() && other->second != claim_of(figure);
  });
}

class Interpreter {
 public:
  Interpreter(const Grid& block, const TableContext& context, CellSenses& senses)
      : block_(&block), context_(&context), senses_(&senses) {}

  Interpretation interpret() {
    if (context_->no_results || !holds_figures() || counts_offices() || is_of_five_points()) return {};
    read_all(*block_, false, false);
    if (block_->row_count() <= kMostTurned) read_all(block_->turned(), true, false);
    if (may_be_upside_down()) read_all(block_->upside_down(), false, true);
    Interpretation out;
    if (readings_.empty()) return out;
    drop_readings_that_repeat();
    choose(out);
    if (is_of_another_assessment(out.best)) out.best.figures.clear();
    drop_differences(out.best);
    out.unclear = doubt(out);
    return out;
  }

 private:
  void read_all(const Grid& grid, bool turned, bool upside_down) {
    for (int rows = fewest_header_rows(grid); rows < std::min(kMostHeaderRows, grid.row_count()); ++rows) {
      TableReading reading = read_grid(grid, rows, *context_, *senses_);
      reading.turned = turned;
      reading.upside_down = upside_down;
      readings_.push_back(std::move(reading));
      if (has_figures(grid, rows)) break;  // no header goes beyond the first row of figures
      // A band under the header names the rows below it ("แบบวัด IIT").
      if (rows > 0 && grid.is_band(rows) && !grid.is_band(rows - 1)) break;
    }
  }

  // Figures in the first row and no header over them.
  [[nodiscard]] bool may_be_upside_down() const {
    return block_->row_count() <= kMostUpsideDown && !block_->rows.front().header && has_figures(*block_, 0);
  }

  // Figures, or short texts with digits that may be misread ones; most tables of measures hold neither.
  [[nodiscard]] bool holds_figures() const {
    constexpr std::size_t kShort = 40;  // bytes
    return std::ranges::any_of(block_->rows, [&](const GridLine& line) {
      return std::ranges::any_of(line.cells, [&](const TableCell* cell) {
        const CellSense& sense = senses_->of(cell);
        return sense.figure || (sense.has_digits && cell->text.size() <= kShort);
      });
    });
  }

  // A column that counts offices ("จำนวนโรงเรียน", "แห่ง") or names their kinds, beside rows that are none themselves:
  // these are groups of offices, and the figures their means.
  [[nodiscard]] bool counts_offices() const {
    int rows = 0;
    int offices = 0;
    bool counted = false;
    bool kinds = false;  // in a line of the header that names no offices
    const TableWords& words = senses_->labels().table();
    for (int row = 0; row < block_->row_count(); ++row) {
      bool office = false;
      bool names_kinds = false;
      bool names = false;
      for (int column = 0; column < block_->column_count(); ++column) {
        const TableCell* cell = block_->at(row, column);
        if (cell == nullptr) continue;
        office = office || senses_->of(cell).office;
        const std::string head = row < kMostHeaderRows ? tight(cell->text) : "";
        counted = counted || words.counts_offices(head);
        names_kinds = names_kinds || words.names_kinds(head);
        names = names || (words.name.match(head) && !words.names_kinds(head) && !words.counts_offices(head));
      }
      kinds = kinds || (names_kinds && !names);
      ++rows;
      offices += office ? 1 : 0;
    }
    return kinds || (counted && offices * 2 < rows);
  }

  // "ค่าเฉลี่ย 4.21 | ร้อยละ 84.20": a column of points of five beside the same as a share of a hundred: a survey's,
  // whatever its rows are called.
  [[nodiscard]] bool is_of_five_points() const {
    for (int column = 0; column + 1 < block_->column_count(); ++column) {
      for (int other = column + 1; other < block_->column_count(); ++other) {
        if (are_fifths(column, other)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool are_fifths(int column, int other) const {
    constexpr double kFull = 5;
    constexpr double kShare = 20;  // of a hundred, a point of five
    constexpr double kRounding = 0.11;
    constexpr int kFewest = 2;  // rows
    int rows = 0;
    for (int row = 0; row < block_->row_count(); ++row) {
      const auto& points = senses_->of(block_->at(row, column)).figure;
      const auto& share = senses_->of(block_->at(row, other)).figure;
      if (!points || !share) continue;
      const double value = points->number.value;
      if (value > kFull || value <= 0 || std::abs(value * kShare - share->number.value) > kRounding) return false;
      ++rows;
    }
    return rows >= kFewest;
  }

  // What the page sets apart as a header is one.
  static int fewest_header_rows(const Grid& grid) {
    const auto body = std::ranges::find_if(grid.rows, [](const GridLine& line) { return !line.header; });
    return static_cast<int>(body - grid.rows.begin());
  }

  [[nodiscard]] bool has_figures(const Grid& grid, int row) const {
    for (int column = 0; column < grid.column_count(); ++column) {
      const auto& figure = senses_->of(grid.at(row, column)).figure;
      if (figure && figure->number.decimals > 0) return true;
    }
    return false;
  }

  // Where one reading understands enough and says nothing twice, those that do say a thing twice are none.
  void drop_readings_that_repeat() {
    const auto is_whole = [&](const TableReading& reading) {
      return !reading.figures.empty() && reading.evidence >= senses_->labels().table().least_evidence &&
             !says_one_thing_twice(reading);
    };
    if (std::ranges::any_of(readings_, is_whole)) std::erase_if(readings_, says_one_thing_twice);
  }

  // Indicators with numbers, where neither the table nor its page nor the report's title names this assessment.
  [[nodiscard]] bool is_of_another_assessment(const TableReading& reading) const {
    return reading.named_indicators() > 0 && reading.named_subjects() == 0 && !context_->about &&
           !context_->report_about && !context_->page_about;
  }

  void choose(Interpretation& out) const {
    const auto better = [](const TableReading& a, const TableReading& b) {
      if (a.evidence != b.evidence) return a.evidence > b.evidence;
      return a.figures.size() > b.figures.size();
    };
    const auto best = std::ranges::min_element(readings_, better);
    out.best = *best;
    const TableReading* next = nullptr;
    for (const TableReading& reading : readings_) {
      if (&reading == &*best || !contradict(*best, reading)) continue;
      if (next == nullptr || reading.evidence > next->evidence) next = &reading;
    }
    if (next == nullptr) return;
    out.runner_up = *next;
    out.margin = out.best.evidence - next->evidence;
  }

  [[nodiscard]] std::optional<std::string> doubt(const Interpretation& found) const {
    const TableReading& best = found.best;
    const TableWords& words = senses_->labels().table();
    if (best.figures.empty()) return best.without_subject >= kManyFigures ? nothing_told() : std::nullopt;
    const bool strong = best.named_subjects() > 0 || best.named_indicators() > 0 || context_->about;
    if (!strong) return std::nullopt;
    if (best.contradicted > static_cast<int>(best.figures.size())) return "contradicted";
    if (says_one_thing_twice(best)) return "repeated";
    if (best.evidence < words.least_evidence) return "little_evidence";
    if (found.margin && *found.margin < words.least_margin) return "narrow";
    return std::nullopt;
  }

  // Instruments are named, figures to two places stand beside them, and yet no reading brings the two together.
  [[nodiscard]] std::optional<std::string> nothing_told() const {
    std::set<Subject> named;
    int figures = 0;
    for (const GridLine& line : block_->rows) {
      for (const TableCell* cell : line.cells) {
        const CellSense& sense = senses_->of(cell);
        if (sense.label.subject && sense.label.subject->rank() == 2 && !sense.label.no_score)
          named.insert(*sense.label.subject);
        if (sense.figure && sense.figure->number.decimals == 2) ++figures;
      }
    }
    if (named.size() < 2 || figures < kManyFigures || context_->other_matter) return std::nullopt;
    return "nothing_told";
  }

  // Two figures of one subject, office and year: where no name tells the rows apart, or with most of the names. A name
  // that stands twice by mistake is one among many.
  static bool says_one_thing_twice(const TableReading& reading) {
    std::map<Claim, double> values;
    std::set<std::string> owners;
    std::set<std::string> repeated;
    for (const ReadFigure& figure : reading.figures) {
      const auto [known, fresh] = values.emplace(claim_of(figure), figure.figure.number.value);
      const bool again = !fresh && known->second != figure.figure.number.value;
      if (again && !figure.owner) return true;
      if (figure.owner) owners.insert(*figure.owner);
      if (again) repeated.insert(*figure.owner);
    }
    return repeated.size() >= 2 && repeated.size() * 2 > owners.size();
  }

  const Grid* block_;
  const TableContext* context_;
  CellSenses* senses_;
  std::vector<TableReading> readings_;
};

}  // namespace

Interpretation interpret(const Grid& block, const TableContext& context, CellSenses& senses) {
  return Interpreter(block, context, senses).interpret();
}

}  // namespace prongsai::layouts::scores
