#include "extractors/layouts/annex.hpp"

#include <algorithm>
#include <set>

#include "extractors/layouts/identity/titles.hpp"
#include "extractors/layouts/set_apart.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts {
namespace {

// Sections whose numbers go up belong together; a number that comes again opens a new run.
std::vector<int> runs_of(const std::vector<IssueSection>& sections) {
  std::vector<int> runs;
  std::set<int> seen;
  int run = 0;
  int last = 0;
  for (const auto& section : sections) {
    const int no = section.heading.name.issue_no;
    if (seen.contains(no) && no != last) {
      ++run;
      seen.clear();
    }
    seen.insert(no);
    last = no;
    runs.push_back(run);
  }
  return runs;
}

bool is_filled(const Reading& reading, const IssueSection& section) {
  return std::any_of(section.tables.begin(), section.tables.end(),
                     [&](std::size_t view) { return filled_cells(reading.tables[view], *reading.document) > 0; });
}

void mark_blank_sections(Reading& reading) {
  const auto runs = runs_of(reading.sections);
  std::set<int> filled_runs;
  std::set<int> filled_issues;
  for (std::size_t i = 0; i < reading.sections.size(); ++i) {
    if (!is_filled(reading, reading.sections[i])) continue;
    filled_runs.insert(runs[i]);
    filled_issues.insert(reading.sections[i].heading.name.issue_no);
  }
  for (std::size_t i = 0; i < reading.sections.size(); ++i) {
    IssueSection& section = reading.sections[i];
    if (is_filled(reading, section)) continue;
    const bool other_run = !filled_runs.empty() && !filled_runs.contains(runs[i]);
    section.annexed = filled_issues.contains(section.heading.name.issue_no) || other_run;
  }
}

// Flow items from the beginning of an annexed form to its end.
struct Zone {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool example = false;  // filled in as an example, for an office of dots
};

bool is_example(const Title& title, const Labels& labels) {
  return has_office_placeholder(title.text, labels);
}

// The form reaches to the report's next own title or issue.
std::size_t zone_end(const Reading& reading, std::size_t begin, const Labels& labels) {
  std::size_t end = reading.flow.size();
  for (const auto& title : reading.titles) {
    const bool own = title.kind != Title::Kind::form && !is_example(title, labels);
    if (own && title.begin > begin) end = std::min(end, title.begin);
  }
  for (const auto& section : reading.sections) {
    if (!section.annexed && section.heading.begin > begin) end = std::min(end, section.heading.begin);
  }
  return end;
}

std::vector<Zone> find_zones(const Reading& reading, const Labels& labels) {
  std::vector<Zone> zones;
  for (const auto& title : reading.titles) {
    const bool example = is_example(title, labels);
    if (title.kind != Title::Kind::form && !example) continue;
    zones.push_back({title.begin, zone_end(reading, title.begin, labels), example});
  }
  return zones;
}

// Tables that a layout knows and that hold something, in a stretch of the flow.
std::size_t filled_tables(const Reading& reading, std::size_t begin, std::size_t end) {
  std::size_t filled = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (!reading.flow[i].is_table()) continue;
    const TableView& view = reading.tables[reading.flow[i].index];
    if (!view.role.empty() && filled_cells(view, *reading.document) > 0) ++filled;
  }
  return filled;
}

// A report may keep "แบบฟอร์ม" in its own title: a zone counts only beside a report of its own.
void mark_zones(Reading& reading, const Labels& labels) {
  const auto zones = find_zones(reading, labels);
  std::size_t inside = 0;
  for (const auto& zone : zones) inside += filled_tables(reading, zone.begin, zone.end);
  if (filled_tables(reading, 0, reading.flow.size()) <= inside) return;
  for (const auto& zone : zones) {
    if (zone.example || filled_tables(reading, zone.begin, zone.end) == 0) mark_annexed(reading, zone.begin, zone.end);
  }
}

bool asks_for_data(const TableView& view, const Labels& labels) {
  return std::any_of(view.headers.begin(), view.headers.end(), [&](const std::string& header) {
    return begins_with_any(tight(header), labels.tight_list("requirement_headers")) > 0;
  });
}

// Pages that print what the item asks for: the table and all beside it.
void mark_requirements(Reading& reading, const Labels& labels) {
  for (std::size_t i = 0; i < reading.flow.size(); ++i) {
    if (!reading.flow[i].is_table() || !asks_for_data(reading.tables[reading.flow[i].index], labels)) continue;
    const Table& table = reading.document->tables[reading.flow[i].index];
    for (std::size_t j = 0; j < reading.flow.size(); ++j) {
      const int page = page_of(reading.flow[j], *reading.document);
      if (page >= table.first_page && page <= table.last_page) reading.annexed[j] = true;
    }
  }
}

}  // namespace

void mark_annexes(Reading& reading, const Knowledge& knowledge) {
  reading.annexed.assign(reading.flow.size(), false);
  mark_blank_sections(reading);
  mark_zones(reading, knowledge.labels);
  mark_requirements(reading, knowledge.labels);
  set_apart(reading, knowledge.labels);
  for (auto& section : reading.sections) {
    if (section.annexed) mark_annexed(reading, section.heading.begin, section.end);
    section.annexed = section.annexed || reading.annexed[section.heading.begin];
  }
  for (auto& title : reading.titles) title.annexed = reading.annexed[title.begin];
  for (std::size_t i = 0; i < reading.flow.size(); ++i) {
    if (reading.flow[i].is_table()) reading.tables[reading.flow[i].index].annexed = reading.annexed[i];
  }
}

}  // namespace prongsai::layouts
