#include "extractors/layouts/reading.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "extractors/layouts/annex.hpp"
#include "extractors/layouts/identity/titles.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts {
namespace {

// A title printed again on a later page is a running head.
bool is_repeated(const Reading& reading, const Title& title) {
  return std::any_of(reading.titles.begin(), reading.titles.end(), [&](const Title& other) {
    return other.begin < title.begin && tight(other.text) == tight(title.text);
  });
}

// An issue's section reaches to the next issue, or to the next part or chapter.
std::size_t section_end(const Reading& reading, const std::vector<IssueHeading>& headings, std::size_t which) {
  std::size_t end = which + 1 < headings.size() ? headings[which + 1].begin : reading.flow.size();
  for (const auto& division : reading.divisions) {
    if (division.item >= headings[which].end) end = std::min(end, division.item);
  }
  for (const auto& title : reading.titles) {
    // The report's title between two issues: a form's last issue ended there.
    if (title.kind == Title::Kind::analysis || title.begin < headings[which].end) continue;
    if (!is_repeated(reading, title)) end = std::min(end, title.begin);
  }
  return end;
}

IssueSection section_at(Reading& reading, const std::vector<IssueHeading>& headings, std::size_t which) {
  IssueSection section{headings[which], section_end(reading, headings, which), {}, false, false};
  section.has_content = section.end > section.heading.end || !section.heading.name.tail.empty();
  for (std::size_t i = section.heading.end; i < section.end; ++i) {
    if (!reading.flow[i].is_table()) continue;
    const std::size_t view = reading.flow[i].index;
    if (reading.tables[view].issue_from == IssueOfTable::heading) section.tables.push_back(view);
  }
  return section;
}

// A heading printed again above the rest of its table ("… (ต่อ)") opens no new section.
void join_repeated(std::vector<IssueSection>& sections, const Reading& reading) {
  std::vector<IssueSection> joined;
  for (auto& section : sections) {
    const bool again = !joined.empty() && joined.back().heading.name.issue_no == section.heading.name.issue_no &&
                       joined.back().end == section.heading.begin;
    const bool whole_before = again && !joined.back().tables.empty() && !section.tables.empty() &&
                              filled_cells(reading.tables[joined.back().tables.front()], *reading.document) > 0;
    if (again && (whole_before || joined.back().tables.empty())) {
      joined.back().end = section.end;
      joined.back().tables.insert(joined.back().tables.end(), section.tables.begin(), section.tables.end());
      joined.back().has_content = joined.back().has_content || section.has_content;
    } else {
      joined.push_back(std::move(section));
    }
  }
  sections = std::move(joined);
}

RunInLabels run_in_labels(const Reading& reading) {
  std::vector<std::vector<std::string_view>> sections;
  for (const auto& section : reading.sections) {
    auto& lines = sections.emplace_back();
    for (std::size_t i = section.heading.end; i < section.end; ++i) {
      if (!reading.flow[i].is_table()) lines.push_back(reading.flow[i].text);
    }
  }
  return RunInLabels(sections);
}

}  // namespace

Knowledge::Knowledge(const std::filesystem::path& data_folder)
    : assessments(data_folder / "assessment"),
      labels(data_folder / "layouts" / "common" / "labels.yaml"),
      columns(data_folder / "layouts" / "common" / "columns.yaml"),
      scores(data_folder / "layouts" / "common" / "scores.yaml"),
      score_tables(data_folder / "layouts" / "common" / "score_tables.yaml"),
      layouts(read_layouts(data_folder / "layouts")) {
  labels.extend("timeframe_short", columns.sure_heads(ColumnKey::timeframe));
  labels.extend("limitation_short", columns.sure_heads(ColumnKey::limitation));
  for (const auto& layout : layouts) {
    for (const auto& sign : layout.signs) {
      if (sign.kind == Sign::Kind::title && !labels.has_list(sign.word_list)) {
        throw std::runtime_error((data_folder / "layouts" / (layout.key + ".yaml")).string() +
                                 ": common/labels.yaml has no list \"" + sign.word_list + "\"");
      }
    }
  }
}

Reading read_structure(const Document& document, const Knowledge& knowledge) {
  Reading reading;
  reading.document = &document;
  reading.flow = flow_of(document);
  const IssueNames issues(knowledge.assessments, knowledge.labels);
  const scores::LabelReader labels(knowledge.score_tables, knowledge.scores, knowledge.assessments);
  reading.titles = find_titles(document, reading.flow, knowledge.labels);
  reading.scores = scores::read_score_tables({document, reading.flow, reading.titles, knowledge.labels, labels});
  reading.tables = view_tables(
      document, reading.flow,
      {knowledge.columns, knowledge.assessments, knowledge.labels, reading.scores, issues, knowledge.layouts});
  reading.divisions = find_divisions(reading.flow, knowledge.labels);
  const auto headings = issues.find(reading.flow);
  for (std::size_t i = 0; i < headings.size(); ++i) reading.sections.push_back(section_at(reading, headings, i));
  join_repeated(reading.sections, reading);
  reading.run_in = run_in_labels(reading);
  mark_annexes(reading, knowledge);
  return reading;
}

void mark_annexed(Reading& reading, std::size_t begin, std::size_t end) {
  std::fill(reading.annexed.begin() + static_cast<std::ptrdiff_t>(begin),
            reading.annexed.begin() + static_cast<std::ptrdiff_t>(end), true);
}

std::vector<bool> annexed_paragraphs(const Reading& reading) {
  std::vector<bool> annexed(reading.document->paragraphs.size(), false);
  for (std::size_t i = 0; i < reading.flow.size(); ++i) {
    const FlowItem& item = reading.flow[i];
    if (!item.is_table() && reading.annexed[i]) annexed[item.index] = true;
  }
  return annexed;
}

}  // namespace prongsai::layouts
