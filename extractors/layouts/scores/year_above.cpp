#include "extractors/layouts/scores/year_above.hpp"

#include <algorithm>

#include "extractors/layouts/heading_lines.hpp"
#include "extractors/layouts/scores/assessed_years.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/dates.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr std::size_t kFarthestYear = 400;  // lines and tables above
// Paragraphs that a document begins with, and lines of each, that may be its title.
constexpr std::size_t kTitles = 4;
constexpr std::size_t kTitleLinesAbove = 2;

// "ปี 2567 ได้ 92.61 ส่วนปี 2566 ได้ 85.40": the report goes on with the later one.
int latest_of(std::string_view words, const AssessedYear& last) {
  const std::vector<int> years = years_told_in(words);
  return last.spent && !years.empty() ? std::ranges::max(years) : last.year;
}

// "ผลการประเมิน…" and on the next line "ปีงบประมาณ พ.ศ. 2568": one heading.
bool is_heading_of_a_year(const CaptionSources& sources, std::size_t item, std::string_view words) {
  if (item == 0 || !is_heading_at(sources, item - 1)) return false;
  const std::string above = tight(sources.document.paragraphs[sources.flow[item - 1].index].text);
  return is_nothing_but_a_year(words, sources.reader.words()) &&
         contains_any(above, sources.reader.table().assessed_cues);
}

// "มาตรการส่งเสริม…" / "มหาวิทยาลัย… ประจำปีงบประมาณ พ.ศ. 2567": the first line tells what the year of the last is of.
const Title* plan_title_at(const CaptionSources& sources, std::size_t item) {
  const auto title = std::ranges::find_if(sources.titles, [item](const Title& one) {
    const bool plans = one.kind == Title::Kind::measures || one.kind == Title::Kind::analysis;
    return plans && one.begin < item && item < one.end;
  });
  return title == sources.titles.end() ? nullptr : &*title;
}

}  // namespace

bool is_nothing_but_a_year(std::string_view words, const ScoreWords& known) {
  const auto years = text::find_years(words);
  return years.size() == 1 && known.without_year_words(tight(words.substr(0, years.front().begin))).empty() &&
         tight(words.substr(years.front().end)).empty();
}

bool is_heading_at(const CaptionSources& sources, std::size_t item) {
  const FlowItem& line = sources.flow[item];
  if (line.is_table()) return false;
  const Paragraph& paragraph = sources.document.paragraphs[line.index];
  return is_heading_line(paragraph) || (line.index < kTitles && paragraph.lines.size() <= kTitleLinesAbove);
}

std::vector<int> years_told_in(std::string_view words) {
  using Kind = text::YearMention::Kind;
  std::vector<int> years;
  for (const auto& mention : text::find_years(words)) {
    if (mention.kind == Kind::fiscal || mention.kind == Kind::calendar) years.push_back(mention.year);
  }
  return years;
}

std::string with_line_above(const CaptionSources& sources, std::size_t item, const std::string& words) {
  const auto years = text::find_years(words);
  if (years.empty()) return words;
  if (const Title* title = plan_title_at(sources, item)) return title->text;
  const std::string before = tight(words.substr(0, years.front().begin));
  if (!sources.reader.words().without_year_words(before).empty()) return words;
  if (item == 0 || sources.flow[item - 1].is_table()) return words;
  const std::string above(sources.flow[item - 1].text);
  // "การนำผลการประเมิน ITA ไปสู่การปฏิบัติ" and on the next line "ปีงบประมาณ พ.ศ. 2569": the line above tells what the year is
  // of.
  const bool of_plans = is_nothing_but_a_year(words, sources.reader.words()) &&
                        contains_any(tight(above), sources.reader.table().plan_cues);
  return of_plans || sources.reader.words().ends_with_year_words(above) ? above + " " + words : words;
}

std::optional<int> year_above(const CaptionSources& sources, std::size_t item) {
  const std::size_t farthest = item > kFarthestYear ? item - kFarthestYear : 0;
  bool other_section = false;  // a heading stands between
  while (item > farthest) {
    const FlowItem& line = sources.flow[--item];
    if (line.is_table()) continue;
    const Paragraph& paragraph = sources.document.paragraphs[line.index];
    item -= std::min(item, line.line);  // to the paragraph's first line
    const bool heading = is_heading_at(sources, item);
    other_section = other_section || heading;
    if (other_section && !heading) continue;
    const std::string words =
        with_line_above(sources, item, sources.labels.as_spelt(paragraph.text, paragraph.at.source));
    const auto year = assessed_year_before(words, words.size(), sources.reader.table(), sources.reader.words());
    if (!year) continue;
    if (year->cued) return latest_of(words, *year);
    if (heading && is_heading_of_a_year(sources, item, words)) return year->year;
  }
  return std::nullopt;
}

}  // namespace prongsai::layouts::scores
