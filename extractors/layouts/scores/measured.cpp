#include "extractors/layouts/scores/measured.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/scores/lead.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

// Code points between an indicator and its figure that its name may take.
constexpr std::size_t kLongestMeasured = 80;
// Code points of a clause that name what is measured.
constexpr std::size_t kShortestSubject = 6;

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0;
}

// Where the clause before a place of the text begins: behind the last blank between two Thai letters, blanks right
// before the place aside. Blanks around Latin words part nothing.
std::size_t clause_begin(std::string_view text, std::size_t place) {
  const auto letters = text::code_points(text.substr(0, place));
  std::size_t i = letters.size();
  while (i > 0 && text::is_blank(letters[i - 1].value)) --i;
  for (; i > 1; --i) {
    if (!text::is_blank(letters[i - 1].value)) continue;
    std::size_t left = i - 1;
    while (left > 0 && text::is_blank(letters[left - 1].value)) --left;
    const bool thai =
        left > 0 && i < letters.size() && text::is_thai(letters[left - 1].value) && text::is_thai(letters[i].value);
    if (thai) return letters[i].begin;
  }
  return 0;
}

// "๔๘,๒๕๐ บาท คิดเป็นร้อยละ": a share of what was counted right before.
bool ends_with_a_count(std::string_view before, const ScoreWords& words) {
  const std::size_t unit = ends_with_any(before, words.counted);
  return unit > 0 && is_digit_at(before, before.size() - unit - 1);
}

// Whether a percentage has come away from the indicator that was named: another figure stands between, or many words.
bool left_behind(std::string_view tight, const SubjectMention& mention, std::size_t clause) {
  if (mention.end >= clause) return false;
  const std::string_view between = tight.substr(mention.end, clause - mention.end);
  return text::length(between) > kLongestMeasured ||
         std::ranges::any_of(between, [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
}

// "ข้อ e12 มีผู้ตอบว่าเคยใช้ร้อยละ 11.05": how many answered so, told behind the figure before.
bool is_share_of_answers(std::string_view before, const ScoreWords& words) {
  std::size_t from = 0;
  for (const FigureText& figure : find_figures(before)) {
    if (figure.decimals == kScorePlaces) from = figure.end;
  }
  return contains_any(before.substr(from), words.answered);
}

}  // namespace

bool measures_something_else(std::string_view text, const TightText& tight, const SubjectMention& mention,
                             std::size_t begin, const std::vector<std::string>& offices, const ScoreWords& words) {
  const std::string_view whole = tight.text();
  const std::size_t chain = chain_begin(whole.substr(0, begin), words);
  if (contains_any(whole.substr(chain, begin - chain), words.scoring)) return false;
  if (is_share_of_answers(whole.substr(0, begin), words)) return true;
  if (mention.end >= chain && mention.begin < begin) return false;  // named right before it
  if (ends_with_a_count(whole.substr(0, chain), words)) return true;
  const std::size_t clause = tight.tight(clause_begin(text, tight.original(chain)));
  const bool of_part = mention.subject == SubjectKind::indicator || mention.subject == SubjectKind::item;
  if (of_part && !left_behind(whole, mention, clause)) return false;
  const auto not_of_the_assessment = [&](std::string said) {
    said = without_any(std::move(said), offices);
    for (const auto* own : {&words.overall, &words.totals, &words.scoring}) said = without_any(std::move(said), *own);
    for (const auto& instrument : words.instruments) said = without_any(std::move(said), instrument.names);
    return said;
  };
  if (contains_any(not_of_the_assessment(std::string(whole.substr(clause, begin - clause))), words.measured))
    return true;
  // "… EIT ต่ำกว่า 85 คะแนน ทั้งนี้ คดีอาญาจับกุมได้ร้อยละ …": a clause with a subject of its own.
  const std::string own = not_of_the_assessment(std::string(whole.substr(clause, chain - clause)));
  return left_behind(whole, mention, clause) && text::length(own) >= kShortestSubject;
}

}  // namespace prongsai::layouts::scores
