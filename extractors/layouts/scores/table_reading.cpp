// What a reading of a table says of itself; extractors/layouts/scores/grid_reader.cpp makes them.
#include "extractors/layouts/scores/table_reading.hpp"

#include <set>

namespace prongsai::layouts::scores {
namespace {

std::string subject_name(const Subject& subject) {
  const std::string kind(word_of(subject.kind));
  return subject.no.empty() ? kind : kind + " " + subject.no;
}

std::string column_words(const ReadColumn& column) {
  switch (column.role) {
    case ColumnRole::rank:
      return "rank";
    case ColumnRole::name:
      return "names of offices";
    case ColumnRole::subject:
      return "what was assessed";
    case ColumnRole::year:
      return "years";
    case ColumnRole::level:
      return "levels";
    case ColumnRole::figure:
      break;
    case ColumnRole::none:
      return "-";
  }
  if (column.sense.no_score) return "figures that are no scores";
  std::string words =
      column.sense.subject ? "figures of " + subject_name(*column.sense.subject) : std::string("figures");
  if (column.sense.total && !column.sense.subject) words += " (total)";
  if (column.owner) words += " of " + *column.owner;
  if (column.sense.year) words += " in " + std::to_string(*column.sense.year);
  return words;
}

template <typename Kinds>
std::size_t count_named(const std::vector<ReadFigure>& figures, const Kinds& is_meant) {
  std::set<Subject> named;
  for (const ReadFigure& figure : figures) {
    if (!figure.weak && is_meant(figure.subject.kind)) named.insert(figure.subject);
  }
  return named.size();
}

}  // namespace

std::size_t TableReading::named_subjects() const {
  return count_named(figures,
                     [](SubjectKind kind) { return kind != SubjectKind::ita && kind != SubjectKind::indicator; });
}

std::size_t TableReading::named_indicators() const {
  return count_named(figures, [](SubjectKind kind) { return kind == SubjectKind::indicator; });
}

std::string TableReading::describe() const {
  std::string out = turned ? "turned over (columns are records), " : "rows are records, ";
  if (upside_down) out += "labels below figures, ";
  out += std::to_string(header_rows) + (header_rows == 1 ? " line of header; " : " lines of header; ");
  bool first = true;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].role == ColumnRole::none) continue;
    out += (first ? "" : ", ") + std::to_string(i + 1) + " " + column_words(columns[i]);
    first = false;
  }
  return out;
}

}  // namespace prongsai::layouts::scores
