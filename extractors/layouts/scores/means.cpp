#include "extractors/layouts/scores/means.hpp"

#include <algorithm>
#include <cctype>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {

namespace {

// What a tight text says behind its last figure.
std::string_view behind_last_figure(std::string_view text) {
  std::size_t end = 0;
  for (const FigureText& figure : find_figures(text)) {
    if (figure.decimals == kScorePlaces) end = figure.end;
  }
  return text.substr(end);
}

}  // namespace

bool is_mean_of_many(std::string_view before, const ScoreWords& words) {
  if (!contains_any(before, words.means)) return false;
  const std::string_view clause = behind_last_figure(before);
  const std::size_t mean = last_of(clause, words.means);
  if (mean == std::string_view::npos) return false;
  const std::size_t end = mean + begins_with_any(clause.substr(mean), words.means);
  const std::string_view who = clause.substr(0, end - ends_with_any(clause.substr(0, end), words.means));
  if (ends_with_any(who, words.means_had) > 0 && contains_any(who, words.sets)) return true;
  const std::string_view rest = clause.substr(end);
  if (begins_with_any(rest, words.means_of) == 0) return false;
  // "สูงกว่าค่าเฉลี่ยของ สพป. … ซึ่งได้": what the own figure is compared with is the mean of those below that office.
  return contains_any(rest, words.sets) || ends_with_any(who, words.compared_with) > 0;
}

// "8,325 แห่ง ได้": more than one, counted, and what they have.
std::size_t last_count_of_offices(std::string_view before, const ScoreWords& words) {
  std::size_t last = std::string_view::npos;
  for (std::size_t at = before.find(words.places); at != std::string_view::npos;
       at = before.find(words.places, at + 1)) {
    std::size_t digits = at;
    while (digits > 0 &&
           (std::isdigit(static_cast<unsigned char>(before[digits - 1])) != 0 || before[digits - 1] == ','))
      --digits;
    const std::string_view count = before.substr(digits, at - digits);
    if (count.empty() || count == "1") continue;
    if (begins_with_any(before.substr(at + words.places.size()), words.crowd_verbs) > 0) last = digits;
  }
  return last;
}

std::size_t last_crowd(std::string_view before, const ScoreWords& words) {
  const std::size_t counted = last_count_of_offices(before, words);
  const std::size_t crowd = last_of(before, words.crowds);
  if (counted != std::string_view::npos && (crowd == std::string_view::npos || counted > crowd)) return counted;
  if (crowd == std::string_view::npos) return crowd;
  std::string_view behind = before.substr(crowd + begins_with_any(before.substr(crowd), words.crowds));
  const std::size_t count = std::min(behind.find_first_not_of("0123456789,"), behind.size());
  behind.remove_prefix(count + (count > 0 ? begins_with_any(behind.substr(count), words.counted) : 0));
  const bool has = begins_with_any(behind, words.crowd_verbs) > 0 ||
                   std::ranges::any_of(words.instruments, [&](const auto& instrument) {
                     return begins_with_any(behind, instrument.shorts) > 0;
                   });
  return has ? crowd : std::string_view::npos;
}

bool is_set_as_goal(std::string_view before, const ScoreWords& words) {
  if (!contains_any(before, words.goals)) return false;
  const std::string_view clause = behind_last_figure(before);
  const std::size_t goal = last_of(clause, words.goals);
  return goal != std::string_view::npos && contains_any(clause.substr(goal), words.goals_for);
}

}  // namespace prongsai::layouts::scores
