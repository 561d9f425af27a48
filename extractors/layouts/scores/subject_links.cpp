#include "extractors/layouts/scores/subject_links.hpp"

#include <algorithm>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

// Code points of unknown words that may stand between: behind an indicator's number its name, in whatever wording.
constexpr std::size_t kSpare = 4;
constexpr std::size_t kIndicatorsName = 34;

std::string without_years(std::string text, const ScoreWords& words) {
  const auto years = text::find_years(text);
  for (auto year = years.rbegin(); year != years.rend(); ++year) text.erase(year->begin, year->end - year->begin);
  return without_any(std::move(text), words.year_words);
}

// "(ปีงบประมาณ พ.ศ. 2566)": whatever brackets that are closed again hold.
std::string without_brackets(std::string text) {
  for (std::size_t open = text.find('('); open != std::string::npos; open = text.find('(', open)) {
    const std::size_t close = text.find(')', open);
    if (close == std::string::npos) break;
    text.erase(open, close + 1 - open);
  }
  return text;
}

// "เป็นลำดับที่ 63 จาก 183 เขต".
std::string without_ranks(std::string text, const ScoreWords& words) {
  const auto digits = [&](std::size_t at) { return std::min(text.find_first_not_of("0123456789", at), text.size()); };
  for (const std::string& rank : words.rank_words) {
    for (std::size_t at = text.find(rank); at != std::string::npos; at = text.find(rank, at)) {
      std::size_t end = digits(at + rank.size());
      if (const std::size_t of = begins_with_any(std::string_view(text).substr(end), words.rank_of_words)) {
        end = digits(end + of);
        end += begins_with_any(std::string_view(text).substr(end), words.counted);
      }
      text.erase(at, end - at);
    }
  }
  return text;
}

// What is left of a text when all that may lead to a figure is taken out.
std::string unknown_words(std::string_view between, const ScoreWords& words) {
  std::string rest = without_any(without_brackets(std::string(between)), words.other_years);
  rest = without_ranks(without_years(std::move(rest), words), words);
  for (const auto* known :
       {&words.changed_from, &words.overall, &words.totals, &words.year_leads, &words.level_words, &words.levels,
        &words.links, &words.leads, &words.self_words, &words.connectors, &words.relatives, &words.instrument_kinds,
        &words.belonging, &words.list_joints, &words.percent}) {
    rest = without_any(std::move(rest), *known);
  }
  return without_any(std::move(rest), {words.points, ".", ")", "“", "”", "\""});
}

// Where the last figure ends that stands between; 0 for none.
std::size_t end_of_figures(std::string_view between) {
  std::size_t end = 0;
  for (const FigureText& figure : find_figures(between)) {
    if (figure.decimals == kScorePlaces) end = figure.end;
  }
  return end;
}

// "EIT ส่วนที่ 1": the word for a part and its number right behind the instrument.
bool is_part_of_it(std::string_view behind, const ScoreWords& words) {
  const std::size_t part = begins_with_any(behind, words.numbered_parts);
  return part > 0 && part < behind.size() && behind[part] >= '0' && behind[part] <= '9';
}

// Where the last name of an office ends; 0 for none.
std::size_t end_of_offices(std::string_view text, const std::vector<std::string>& offices) {
  std::size_t end = 0;
  for (const std::string& office : offices) {
    const std::size_t at = text.rfind(office);
    if (at != std::string_view::npos && !office.empty()) end = std::max(end, at + office.size());
  }
  return end;
}

// "โรงเรียนบ้านนาดี ได้": a name of any kind that begins with the word for an office, and what it got.
bool names_an_office(std::string_view text, const ScoreWords& words) {
  constexpr std::size_t kLongestName = 30;  // code points
  text.remove_prefix(begins_with_any(text, words.belonging));
  return begins_with_any(text, words.self_words) > 0 && text::length(text) <= kLongestName &&
         ends_with_any(text.substr(0, text.size() - ends_with_any(text, words.percent)), words.leads) > 0 &&
         !contains_any(text, words.means);
}

// Behind the subject's own figure another is its too where that is of another year or another office.
bool turns_to_another(std::string_view text, const std::vector<std::string>& offices, const ScoreWords& words) {
  return !text::find_years(text).empty() || contains_any(text, words.changed_from) ||
         contains_any(text, words.other_years) || contains_any(text, offices);
}

// "ซึ่งเป็นจุดอ่อนของหน่วยงาน ได้": more is said of what was named, and not its name.
bool is_clause(std::string_view rest, const ScoreWords& words) {
  if (begins_with_any(rest, words.percent) > 0) return false;  // "ร้อยละการเบิกจ่าย…"
  return begins_with_any(rest, words.relatives) > 0 || begins_with_any(rest, words.leads) > 0 ||
         begins_with_any(rest, words.connectors) > 0;
}

// "ข้อ O6 ได้ 0 คะแนน ส่วนข้ออื่นได้ 100 คะแนน": what the parts have that were not named.
bool names_the_others(std::string_view between, const ScoreWords& words) {
  return std::ranges::any_of(words.parts, [&](const std::string& part) {
    for (std::size_t at = between.find(part); at != std::string_view::npos; at = between.find(part, at + part.size())) {
      if (begins_with_any(between.substr(at + part.size()), words.other_parts) > 0) return true;
    }
    return false;
  });
}

// "ตัวชี้วัดที่ 2 ร้อยละของการเบิกจ่าย…", "ตัวชี้วัดที่ 3 ผลการประเมินคุณธรรมและความโปร่งใส (ITA)": a number of another report's, whose
// indicators are shares, or the assessment as a whole.
bool is_another_reports(std::string_view behind, const ScoreWords& words) {
  const std::size_t share = begins_with_any(behind, words.percent);
  if (share > 0 && begins_with_any(behind.substr(share), words.belonging) > 0) return true;
  return begins_with_any(behind, words.overall) > 0 && text::length(unknown_words(behind, words)) > kSpare;
}

bool is_named_otherwise(const SubjectMention& subject, std::string_view behind, const Assessments& assessments) {
  return !assessments.shares_a_word(behind, std::stoi(subject.subject_no));
}

}  // namespace

bool is_linked(const SubjectMention& subject, std::string_view between, const std::vector<std::string>& offices,
               const ScoreWords& words, const Assessments& assessments) {
  const std::size_t told = end_of_figures(between);
  if (is_part_of_it(between, words) || names_the_others(between, words)) return false;
  std::string_view rest = between.substr(told);
  if (told > 0 && !turns_to_another(rest, offices, words)) return false;
  if (subject.subject == SubjectKind::item) return true;
  if (subject.subject == SubjectKind::indicator && is_another_reports(between, words)) return false;
  rest.remove_prefix(end_of_offices(rest, offices));  // what leads to the name of an office tells of that
  if (const std::size_t turn = last_of(rest, words.turns_to_outcome); turn != std::string_view::npos)
    rest.remove_prefix(turn + begins_with_any(rest.substr(turn), words.turns_to_outcome));
  if (names_an_office(rest, words)) return true;
  const std::size_t unknown = text::length(unknown_words(rest, words));
  if (subject.subject != SubjectKind::indicator || told > 0 || unknown <= kSpare) return unknown <= kSpare;
  return unknown <= kIndicatorsName && (is_clause(rest, words) || !is_named_otherwise(subject, between, assessments));
}

}  // namespace prongsai::layouts::scores
