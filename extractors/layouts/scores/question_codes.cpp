#include "extractors/layouts/scores/question_codes.hpp"

#include <cctype>

#include "extractors/text/data/lexicon.hpp"

namespace prongsai::layouts::scores {

std::optional<QuestionCode> leading_question(std::string_view tight_text, const text::ItemRanges& ranges) {
  std::string_view rest = tight_text;
  for (const std::string& word : text::lexicon().items.questions.texts()) {
    if (!rest.starts_with(word)) continue;
    rest.remove_prefix(word.size());
    break;
  }
  if (rest.empty() || std::string_view("iIeEoO").find(rest.front()) == std::string_view::npos) return std::nullopt;
  std::size_t end = 1;
  while (end < rest.size() && std::isdigit(static_cast<unsigned char>(rest[end])) != 0) ++end;
  if (end == 1 || end > 3) return std::nullopt;
  const auto code = text::parse_item_code(rest.substr(0, end), ranges, false);
  if (!code) return std::nullopt;
  return QuestionCode{*code, tight_text.size() - rest.size() + end};
}

}  // namespace prongsai::layouts::scores
