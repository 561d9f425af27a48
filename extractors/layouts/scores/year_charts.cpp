#include "extractors/layouts/scores/year_charts.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/text/find/dates.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr std::size_t kFewestYears = 3;
constexpr double kLevelBelow = 30;   // points between the middles of a year and the level below it
constexpr double kFigureBelow = 70;  // points between a year and the figure below it
constexpr double kColumn = 0.5;      // of the distance between two years: how far off the middle a figure may stand

class YearCharts {
 public:
  YearCharts(const Document& document, const Flow& flow, CellSenses& senses)
      : document_(&document), flow_(&flow), senses_(&senses) {}

  std::vector<LabelPairs> find() {
    for (const Page& page : document_->pages) {
      if (!has_axis(page)) continue;
      collect(page);
      for (const Pieces& line : lines_) {
        if (is_axis(line)) read(line);
      }
    }
    return std::move(out_);
  }

 private:
  // Whether a line may be an axis: pieces are cut of such pages only.
  [[nodiscard]] bool has_axis(const Page& page) const {
    return std::ranges::any_of(document_->paragraphs, [&](const Paragraph& paragraph) {
      return paragraph.at.page_no == page.page_no && std::ranges::any_of(paragraph.lines, [](const TextLine& line) {
               return text::find_years(line.text).size() >= kFewestYears;
             });
    });
  }

  void collect(const Page& page) {
    lines_.clear();
    for (std::size_t i = 0; i < document_->paragraphs.size(); ++i) {
      const Paragraph& paragraph = document_->paragraphs[i];
      if (paragraph.at.page_no != page.page_no) continue;
      for (const TextLine& line : paragraph.lines) {
        Pieces pieces = pieces_of(line, i, page);
        if (!pieces.empty()) lines_.push_back(std::move(pieces));
      }
    }
  }

  [[nodiscard]] std::optional<int> year_of(const Piece& piece) const {
    const LabelSense& label = senses_->fresh(piece.cell).label;
    return label.year && label.rest.empty() ? label.year : std::nullopt;
  }

  [[nodiscard]] bool is_axis(const Pieces& line) const {
    if (line.size() < kFewestYears) return false;
    int last = 0;
    return std::ranges::all_of(line, [&](const Piece& piece) {
      const auto year = year_of(piece);
      const bool rises = year && *year > last;
      last = year.value_or(0);
      return rises;
    });
  }

  [[nodiscard]] bool is_figure(const Piece& piece) const {
    const auto figure = senses_->fresh(piece.cell).figure;
    return figure && figure->number.decimals == kScorePlaces;
  }

  // Figures, levels, and the numbers beside a chart.
  [[nodiscard]] bool is_of_a_chart(const Piece& piece) const {
    const CellSense sense = senses_->fresh(piece.cell);
    return sense.level || sense.figure || sense.blank;
  }

  // The line of words nearest above an axis: the chart's title, or what stands over the chart; null for none.
  [[nodiscard]] const Pieces* title_over(const Pieces& axis) const {
    const Pieces* title = nullptr;
    for (const Pieces& line : lines_) {
      const bool above = line.front().centre().y < axis.front().centre().y;
      if (!above || std::ranges::all_of(line, [&](const Piece& piece) { return is_of_a_chart(piece); })) continue;
      if (title == nullptr || line.front().centre().y > title->front().centre().y) title = &line;
    }
    return title;
  }

  void read(const Pieces& axis) {
    if (!read_chart(axis)) read_steps(axis);
  }

  // Points of a line, tops of bars: above their years, below the chart's title.
  bool read_chart(const Pieces& axis) {
    const Pieces* title = title_over(axis);
    if (title == nullptr) return false;
    std::vector<PiecePair> pairs;
    for (const Piece& year : axis) {
      const auto figures = figures_between(axis, year, title->front().cell.at.box.y1, year.centre().y);
      if (figures.size() > 1) return false;  // two bars a year
      if (!figures.empty()) pairs.push_back({&year, figures.front(), level_below(axis, year), {}});
    }
    return take(pairs, title->front());
  }

  // Steps, arrows, tiles: each year over its figure, and what was measured above the years or below the figures.
  bool read_steps(const Pieces& axis) {
    std::vector<PiecePair> pairs;
    double foot = 0;
    for (const Piece& year : axis) {
      const auto figures = figures_between(axis, year, year.centre().y, year.centre().y + kFigureBelow);
      if (figures.size() != 1) return false;
      pairs.push_back({&year, figures.front(), level_below(axis, *figures.front()), {}});
      foot = std::max(foot, figures.front()->cell.at.box.y1);
    }
    for (const Pieces* title : {title_over(axis), title_under(foot)}) {
      if (title != nullptr && says_what(*title)) return take(pairs, title->front());
    }
    return false;
  }

  // In the column of one of the axis' years.
  [[nodiscard]] std::vector<const Piece*> figures_between(const Pieces& axis, const Piece& year, double from,
                                                          double to) const {
    std::vector<const Piece*> figures;
    for_column(axis, year, [&](const Piece& piece) {
      if (piece.centre().y > from && piece.centre().y < to && is_figure(piece)) figures.push_back(&piece);
    });
    return figures;
  }

  [[nodiscard]] const Piece* level_below(const Pieces& axis, const Piece& above) const {
    const Piece* level = nullptr;
    for_column(axis, above, [&](const Piece& piece) {
      const double below = piece.centre().y - above.centre().y;
      if (below > 0 && below < kLevelBelow && senses_->fresh(piece.cell).level) level = &piece;
    });
    return level;
  }

  template <typename Visit>
  void for_column(const Pieces& axis, const Piece& middle, const Visit& visit) const {
    const double reach = kColumn * (axis[1].centre().x - axis[0].centre().x);
    for (const Pieces& line : lines_) {
      for (const Piece& piece : line) {
        if (std::abs(piece.centre().x - middle.centre().x) <= reach) visit(piece);
      }
    }
  }

  // The line of words nearest below.
  [[nodiscard]] const Pieces* title_under(double y) const {
    const Pieces* title = nullptr;
    for (const Pieces& line : lines_) {
      const bool below = line.front().centre().y > y;
      if (!below || std::ranges::all_of(line, [&](const Piece& piece) { return is_of_a_chart(piece); })) continue;
      if (title == nullptr || line.front().centre().y < title->front().centre().y) title = &line;
    }
    return title;
  }

  [[nodiscard]] bool says_what(const Pieces& line) const {
    const LabelSense label = senses_->fresh(line.front().cell).label;
    return line.size() == 1 && (label.subject || label.total) && !label.no_score;
  }

  bool take(std::vector<PiecePair>& pairs, const Piece& title) {
    if (pairs.size() < kFewestYears) return false;
    for (PiecePair& pair : pairs) {
      if (pair.level != nullptr) pair.level_word = *senses_->fresh(pair.level->cell).level;
    }
    out_.push_back(table_of_pairs(pairs, *flow_));
    head_with(out_.back().table, title.cell);
    return true;
  }

  // The title is the label of the row of figures.
  static void head_with(Table& table, const TableCell& title) {
    for (TableRow& row : table.rows) {
      for (TableCell& cell : row.cells) ++cell.col;
      row.cells.insert(row.cells.begin(), title);
      row.cells.front().col = 0;
    }
    table.rows.front().cells.front().text.clear();
    table.headers.insert(table.headers.begin(), std::string());
    ++table.cols;
  }

  const Document* document_;
  const Flow* flow_;
  CellSenses* senses_;
  std::vector<Pieces> lines_;  // of the page that is looked at
  std::vector<LabelPairs> out_;
};

}  // namespace

std::vector<LabelPairs> find_year_charts(const Document& document, const Flow& flow, CellSenses& senses) {
  return YearCharts(document, flow, senses).find();
}

}  // namespace prongsai::layouts::scores
