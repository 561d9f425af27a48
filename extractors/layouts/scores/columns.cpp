#include "extractors/layouts/scores/columns.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/unicode/similarity.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr double kMostOfColumn = 0.5;
constexpr double kNearlyAll = 0.6;
constexpr double kWhole = 100;
constexpr double kShareRounding = 0.1;  // of a sum of shares

// How many of a column's filled cells hold what.
struct Profile {
  int filled = 0;
  int digits = 0;  // cells that hold any
  int figures = 0;
  int whole = 0;  // figures without a point
  int levels = 0;
  int years = 0;
  int subjects = 0;
  int totals = 0;
  int ranks = 0;  // 3/24
  int offices = 0;
  int persons_or_times = 0;
  int words = 0;
  int labels = 0;         // words of headers: คะแนน, ระดับ
  bool ascending = true;  // whole numbers, each greater than the one before
  double largest = 0;
  std::set<double> values;

  [[nodiscard]] double share(int count) const { return filled == 0 ? 0 : static_cast<double>(count) / filled; }
  // Each place from the first to the last once, in whatever order.
  [[nodiscard]] bool is_ranking() const {
    constexpr int kFewest = 4;
    return figures >= kFewest && whole == figures && values.size() == static_cast<std::size_t>(figures) &&
           *values.begin() == 1 && largest == figures;
  }
};

class ColumnReader {
 public:
  ColumnReader(const Grid& grid, int header_rows, CellSenses& senses)
      : grid_(&grid), header_rows_(header_rows), senses_(&senses) {}

  std::vector<ReadColumn> read() {
    for (int column = 0; column < grid_->column_count(); ++column) {
      columns_.push_back(header_of(column));
      profiles_.push_back(profile_of(column));
    }
    restore_iit();
    for (int column = 0; column < grid_->column_count(); ++column) {
      ReadColumn& read = columns_[index(column)];
      read.role = role_of(column);
      if (read.role == ColumnRole::subject) read.sense.other = false;
    }
    find_ranks();
    drop_subjects_behind_figures();
    choose_names();
    set_shares_aside();
    set_untold_aside();
    set_response_rates_aside();
    set_persons_figures_aside();
    return std::move(columns_);
  }

 private:
  static std::size_t index(int column) { return static_cast<std::size_t>(column); }

  ReadColumn header_of(int column) {
    ReadColumn out;
    std::vector<const TableCell*> levels;
    for (int row = 0; row < header_rows_; ++row) {
      const TableCell* cell = grid_->at(row, column);
      const bool again =
          !levels.empty() && (cell == levels.back() || (cell != nullptr && cell->text == levels.back()->text));
      if (cell != nullptr && !grid_->blank(row, column) && !again) levels.push_back(cell);
    }
    for (const TableCell* cell : levels) out.header += (out.header.empty() ? "" : " › ") + cell->text;
    out.years_of_work = tells_years_of_work(out.header);
    bool told = false;  // the lowest level with words says what the column is
    for (auto cell = levels.rbegin(); cell != levels.rend(); ++cell) take_level(out, **cell, told);
    if (out.owner && named_by_others(column, *out.owner)) out.owner.reset();
    take_year_behind_owner(out);
    if (levels.size() > 1 && !out.owner && is_over_names(*levels.front()) && says_nothing(*levels.back()))
      out.owner = levels.back()->text;
    return out;
  }

  // "ท่าเรือในสังกัด": the columns below are named by what each is of.
  [[nodiscard]] bool is_over_names(const TableCell& group) const {
    return contains_any(tight(group.text), senses_->labels().table().over_names);
  }

  // "สำนักงานคลังจังหวัดตาก (2566)": the office's of that year.
  static void take_year_behind_owner(ReadColumn& column) {
    if (!column.owner || !column.owner->ends_with(')')) return;
    const std::size_t open = column.owner->rfind('(');
    if (open == std::string::npos || open == 0) return;
    const auto years = text::find_years(std::string_view(*column.owner).substr(open));
    if (years.size() != 1) return;
    if (!column.sense.year) column.sense.year = years.front().year;
    column.owner->resize(open);
    while (column.owner->ends_with(' ')) column.owner->pop_back();
  }

  // "แหล่งข้อมูล | สำนักงาน ป.ป.ช.", "ผู้ประเมิน | …": in a line of the header that begins so stand offices that own no
  // figure.
  [[nodiscard]] bool named_by_others(int column, const std::string& owner) const {
    for (int row = 0; row < header_rows_ && column > 0; ++row) {
      const TableCell* stub = grid_->at(row, 0);
      const TableCell* cell = grid_->at(row, column);
      if (stub == nullptr || cell == nullptr || cell->text != owner) continue;
      if (contains_any(tight(stub->text), senses_->labels().table().not_owners)) return true;
    }
    return false;
  }

  [[nodiscard]] bool says_nothing(const TableCell& cell) const {
    const LabelSense& level = senses_->of(&cell).label;
    return !level.subject && !level.several && !level.total && !level.value && !level.level && !level.rank &&
           !level.year && !level.no_score && !level.rest.empty();
  }

  // Of a header's levels the lowest decides; what it leaves open the one above tells.
  void take_level(ReadColumn& column, const TableCell& cell, bool& told) {
    const LabelSense& level = senses_->of(&cell).label;
    if (senses_->of(&cell).office && !level.subject && !level.total && !level.value && !level.level && !column.owner)
      column.owner = cell.text;
    LabelSense& sense = column.sense;
    if (!sense.subject && !sense.several) sense.subject = level.subject;
    if (!sense.year) sense.year = level.year;
    sense.several = sense.several || (!sense.subject && level.several);
    sense.no_score = sense.no_score || level.no_score;
    sense.percent = sense.percent || level.percent;
    sense.other = sense.other || level.other;
    if (told || level.rest.empty()) return;
    told = true;
    sense.total = level.total;
    sense.value = level.value;
    sense.weighted = level.weighted;
    sense.level = level.level;
    sense.rank = level.rank;
    sense.name = level.name;
    sense.rest = level.rest;
  }

  Profile profile_of(int column) {
    Profile profile;
    double last = 0;
    for (int row = header_rows_; row < grid_->row_count(); ++row) {
      const CellSense& cell = senses_->of(grid_->at(row, column));
      if (cell.blank) continue;
      ++profile.filled;
      if (cell.has_digits) ++profile.digits;
      if (cell.level) ++profile.levels;
      if (cell.rank) ++profile.ranks;
      if (cell.office) ++profile.offices;
      if (cell.person_or_time) ++profile.persons_or_times;
      if (!cell.words()) {
        count_figure(profile, cell, last);
      } else if (cell.label.year && cell.label.rest.empty()) {
        ++profile.years;
      } else {
        ++profile.words;
        if (!cell.office && (cell.label.value || cell.label.rank || cell.label.level)) ++profile.labels;
        if (cell.label.subject)
          ++profile.subjects;
        else if (cell.label.total && !cell.office)
          ++profile.totals;
      }
    }
    return profile;
  }

  static void count_figure(Profile& profile, const CellSense& cell, double& last) {
    if (!cell.figure) return;
    ++profile.figures;
    const double value = cell.figure->number.value;
    if (cell.figure->number.decimals == 0) ++profile.whole;
    profile.ascending = profile.ascending && cell.figure->number.decimals == 0 && value > last;
    profile.largest = std::max(profile.largest, value);
    profile.values.insert(value);
    last = value;
  }

  [[nodiscard]] ColumnRole role_of(int column) const {
    const Profile& profile = profiles_[index(column)];
    const LabelSense& sense = columns_[index(column)].sense;
    if (profile.filled == 0) return ColumnRole::none;
    if (profile.share(profile.levels) >= kMostOfColumn) return sense.other ? ColumnRole::none : ColumnRole::level;
    if (profile.share(profile.years) >= kNearlyAll)
      return columns_[index(column)].years_of_work ? ColumnRole::none : ColumnRole::year;
    if (profile.share(profile.figures) >= kMostOfColumn) return role_of_numbers(column, profile, sense);
    const bool subjects = profile.subjects > 0 && profile.share(profile.subjects + profile.totals) >= kMostOfColumn;
    if (subjects && (!sense.other || calls_indicators(column))) return ColumnRole::subject;
    // Its header asks for figures, but those that stand there cannot be read.
    const bool asks = (sense.value || sense.subject || sense.total) && !sense.other && !sense.name;
    if (asks && profile.share(profile.digits) >= kMostOfColumn) return ColumnRole::figure;
    return ColumnRole::none;
  }

  // "ปีงบประมาณที่ดำเนินการ": the year in which something is done.
  [[nodiscard]] bool tells_years_of_work(const std::string& header) const {
    const TableWords& words = senses_->labels().table();
    const std::string compact = tight(header);
    return contains_any(compact, words.plan_cues) || contains_any(compact, words.years_of_work);
  }

  // "ประเด็นการประเมิน (ตัวชี้วัด)", "ตัวชี้วัด Indicator"; not "จำนวนตัวชี้วัด".
  [[nodiscard]] bool calls_indicators(int column) const {
    const std::string header = tight(columns_[index(column)].header);
    return contains_any(header, senses_->labels().words().indicator_words) &&
           !contains_any(header, senses_->labels().table().counting);
  }

  [[nodiscard]] ColumnRole role_of_numbers(int column, const Profile& profile, const LabelSense& sense) const {
    const bool counts = profile.whole == profile.figures;
    if (counts && profile.largest <= kIndicators && calls_indicators(column)) return ColumnRole::subject;
    if (counts && !sense.subject && (sense.rank || (profile.is_ranking() && !sense.value))) return ColumnRole::rank;
    if (counts && profile.ascending && column == 0 && !sense.subject && !sense.value) return ColumnRole::rank;
    return sense.other ? ColumnRole::none : ColumnRole::figure;
  }

  [[nodiscard]] bool has(ColumnRole role) const {
    return std::ranges::any_of(columns_, [&](const ReadColumn& column) { return column.role == role; });
  }

  // Columns that rank: their cells say of how many, or their header says so.
  void find_ranks() {
    for (int column = 0; column < grid_->column_count(); ++column) {
      ReadColumn& head = columns_[index(column)];
      const Profile& profile = profiles_[index(column)];
      if (profile.ranks > 0 && profile.share(profile.ranks) >= kMostOfColumn) {
        head.role = ColumnRole::rank;
        head.ranks = true;
      } else if (head.role == ColumnRole::rank) {
        head.ranks = contains_any(head.sense.rest, senses_->labels().table().ranking);
      }
    }
  }

  // Instruments over two columns of figures: what a column behind them names (the one to mend first) tells nothing of
  // whose figures the row holds.
  void drop_subjects_behind_figures() {
    std::set<Subject> named;
    int last = -1;
    for (int column = 0; column < grid_->column_count(); ++column) {
      const ReadColumn& head = columns_[index(column)];
      if (head.role != ColumnRole::figure || !head.sense.subject) continue;
      named.insert(*head.sense.subject);
      last = column;
    }
    if (named.size() < 2) return;
    for (int column = last + 1; column < grid_->column_count(); ++column) {
      if (columns_[index(column)].role == ColumnRole::subject) columns_[index(column)].role = ColumnRole::none;
    }
  }

  // Beside figures the column of offices is the one whose header or cells say so. What else tells rows apart (quarters,
  // groups of respondents, before and after an appeal) names no office.
  void choose_names() {
    if (!has(ColumnRole::figure)) return;
    const bool subjects = has(ColumnRole::subject);
    int best = -1;
    double most = 0;
    for (int column = 0; column < grid_->column_count(); ++column) {
      const Profile& profile = profiles_[index(column)];
      const ReadColumn& candidate = columns_[index(column)];
      const bool no_names = candidate.sense.other || profile.share(profile.persons_or_times) >= kMostOfColumn ||
                            profile.share(profile.labels) >= kMostOfColumn;
      if (candidate.role != ColumnRole::none || profile.share(profile.words) < kMostOfColumn || no_names) continue;
      double fit = profile.share(profile.offices) >= kMostOfColumn ? 1 : 0;
      if (subjects && !candidate.sense.name && !candidate.header.empty()) fit = 0;
      if (candidate.sense.name) fit += 1;
      if (fit <= most) continue;
      most = fit;
      best = column;
    }
    if (best >= 0) columns_[index(best)].role = ColumnRole::name;
  }

  // Where the first words of each row name a person, the figures are marks of persons, whatever offices stand behind.
  void set_persons_figures_aside() {
    for (int column = 0; column < grid_->column_count(); ++column) {
      const Profile& profile = profiles_[index(column)];
      if (profile.share(profile.words) < kMostOfColumn) continue;
      if (profile.share(profile.persons_or_times) < kMostOfColumn) return;
      for (ReadColumn& head : columns_) {
        if (head.role == ColumnRole::figure) head.sense.no_score = true;
      }
      return;
    }
  }

  // Figures under no subject of their own that make a hundred together are shares of a whole: of answers, of weights.
  void set_shares_aside() {
    for (int column = 0; column < grid_->column_count(); ++column) {
      ReadColumn& head = columns_[index(column)];
      if (head.role != ColumnRole::figure || head.sense.subject || profiles_[index(column)].figures < 2) continue;
      double sum = 0;
      double last = 0;
      for (int row = header_rows_; row < grid_->row_count(); ++row) {
        const auto& figure = senses_->of(grid_->at(row, column)).figure;
        if (figure) sum += last = figure->number.value;
      }
      const bool with_total = std::abs(last - kWhole) <= kShareRounding && std::abs(sum - 2 * kWhole) <= kShareRounding;
      if (std::abs(sum - kWhole) <= kShareRounding || with_total) head.sense.no_score = true;
    }
  }

  // Beside figures whose headers say what they are (คะแนน, รวม, IIT, a year, an office) those whose headers speak of
  // something else are no scores: answers (มากที่สุด), what is still missing (ต้องเพิ่ม), the group's median (ค่ากลางกลุ่ม).
  void set_untold_aside() {
    const auto is_told = [](const ReadColumn& column) {
      const LabelSense& sense = column.sense;
      return sense.subject || sense.several || sense.total || sense.value || sense.year || sense.level || column.owner;
    };
    const bool any = std::ranges::any_of(columns_, [&](const ReadColumn& column) {
      return column.role == ColumnRole::figure && is_told(column) && !column.sense.no_score;
    });
    if (!any) return;
    for (ReadColumn& column : columns_) {
      if (column.role == ColumnRole::figure && !column.sense.rest.empty() && !is_told(column) && !column.sense.name)
        column.sense.no_score = true;
    }
  }

  // "กลุ่มเป้าหมาย (คน) | ผู้ตอบ (คน) | ร้อยละ": beside counts a column that is called by nothing but the per cent is a share
  // of them.
  void set_response_rates_aside() {
    bool counted = false;
    for (int column = 0; column < grid_->column_count(); ++column) {
      const Profile& profile = profiles_[index(column)];
      const LabelSense& sense = columns_[index(column)].sense;
      counted =
          counted || (profile.figures > 0 && profile.whole == profile.figures && sense.no_score && !sense.subject);
    }
    if (!counted) return;
    for (ReadColumn& column : columns_) {
      const bool bare = without_any(tight(outside_brackets(column.header)), senses_->labels().words().percent).empty();
      if (column.role == ColumnRole::figure && bare && !column.header.empty()) column.sense.no_score = true;
    }
  }

  // Scans lose an I of IIT, double its T or make one letter of the two I (IT, ITT, HT, UT). Beside EIT or OIT such a
  // column can be nothing else.
  void restore_iit() {
    const auto has_subject = [&](SubjectKind kind) {
      return std::ranges::any_of(columns_, [&](const ReadColumn& column) {
        return column.sense.subject && column.sense.subject->kind == kind;
      });
    };
    if (has_subject(SubjectKind::iit) || (!has_subject(SubjectKind::eit) && !has_subject(SubjectKind::oit))) return;
    for (ReadColumn& column : columns_) {
      const std::string& name = column.sense.rest;
      const bool latin = !name.empty() && std::ranges::all_of(name, [](unsigned char c) { return c < 0x80; });
      const bool alike =
          name == "HT" || name == "UT" || (latin && text::edit_distance(name, word_of(SubjectKind::iit), 1) <= 1);
      if (column.sense.subject || !alike) continue;
      column.sense.subject = Subject{SubjectKind::iit, ""};
      return;
    }
  }

  const Grid* grid_;
  int header_rows_;
  CellSenses* senses_;
  std::vector<ReadColumn> columns_;
  std::vector<Profile> profiles_;
};

}  // namespace

std::vector<ReadColumn> read_columns(const Grid& grid, int header_rows, CellSenses& senses) {
  return ColumnReader(grid, header_rows, senses).read();
}

}  // namespace prongsai::layouts::scores
