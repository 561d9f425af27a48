#include "extractors/layouts/run_in_labels.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::size_t kFewestSections = 3;
constexpr std::size_t kShortest = 4;  // code points
constexpr std::size_t kLongestEntry = 24;

// The words of a line up to its first blank, where something follows them.
std::string_view first_words(std::string_view line) {
  const std::size_t begin = words_begin(line);
  const std::size_t end = line.find(' ', begin);
  return end == std::string_view::npos ? std::string_view() : line.substr(begin, end - begin);
}

}  // namespace

RunInLabels::RunInLabels(const std::vector<std::vector<std::string_view>>& sections) {
  std::map<std::string, std::size_t> sections_with;
  for (const auto& lines : sections) {
    std::set<std::string> begun;
    for (const std::string_view line : lines) begun.emplace(first_words(line));
    for (const std::string& words : begun) ++sections_with[words];
  }
  for (const auto& [words, count] : sections_with) {
    const std::size_t length = text::length(words);
    if (count >= kFewestSections && count * 2 > sections.size() && length >= kShortest && length <= kLongestEntry)
      words_.push_back(words);
  }
}

std::optional<LabelHit> RunInLabels::at_start(std::string_view line, const Labels& labels) const {
  const std::string_view words = first_words(line);
  if (words.empty() || std::ranges::find(words_, words) == words_.end()) return std::nullopt;
  const auto names = [&](std::string_view list) {
    const auto& known = labels.list(list);
    return std::ranges::find(known, words) != known.end();
  };
  Entry entry = Entry::another;
  if (names("timeframe") || names("timeframe_short")) entry = Entry::timeframe;
  if (names("limitation") || names("limitation_short")) entry = Entry::limitation;
  const auto begin = static_cast<std::size_t>(words.data() - line.data());
  return LabelHit{entry, begin, begin + words.size() + 1};
}

}  // namespace prongsai::layouts
