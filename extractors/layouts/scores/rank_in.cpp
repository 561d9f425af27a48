#include "extractors/layouts/scores/rank_in.hpp"

#include <charconv>
#include <cstddef>
#include <string>

#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr std::size_t kMostDigits = 5;  // of the offices that are ranked

// The number that a text begins with, which is taken off it.
std::optional<int> take_number(std::string_view& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const auto size = static_cast<std::size_t>(end - text.data());
  if (error != std::errc() || size > kMostDigits || value < 1) return std::nullopt;
  text.remove_prefix(size);
  return value;
}

}  // namespace

std::optional<Rank> rank_in(std::string_view cell, const ScoreWords& words) {
  const std::string compact = tight(cell);
  std::string_view rest = compact;
  rest.remove_prefix(begins_with_any(rest, words.rank_words));
  const auto place = take_number(rest);
  if (!place) return std::nullopt;
  const std::string_view behind = rest;
  if (rest.starts_with('/'))
    rest.remove_prefix(1);
  else
    while (const std::size_t word = begins_with_any(rest, words.rank_of_words)) rest.remove_prefix(word);
  if (rest.size() == behind.size()) return std::nullopt;
  const auto of = take_number(rest);
  rest.remove_prefix(begins_with_any(rest, words.counted));
  return of && rest.empty() && *place <= *of ? std::optional(Rank{*place, *of}) : std::nullopt;
}

}  // namespace prongsai::layouts::scores
