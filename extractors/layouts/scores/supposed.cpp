#include "extractors/layouts/scores/supposed.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr std::size_t kWishReach = 80;  // code points from a wish to its figure

// Where the last of these begins; nothing where none stands in the text.
std::optional<std::size_t> last_begin(std::string_view text, const std::vector<std::string>& words) {
  const std::size_t at = last_of(text, words);
  return at == std::string_view::npos ? std::nullopt : std::optional(at);
}

// "หากพิจารณารายตัวชี้วัด": no condition.
bool only_considers(std::string_view condition, const SupposedWords& words) {
  const std::string_view rest = condition.substr(begins_with_any(condition, words.conditions));
  return begins_with_any(rest, words.considered) > 0;
}

// "จะได้รับค่าตอบแทนเมื่อ ITA ได้ 92": what will be, and behind it upon what. ("เมื่อเทียบกับ" is no condition.)
bool is_set_upon(std::string_view before, const SupposedWords& words) {
  const auto upon = last_begin(before, words.upon);
  if (!upon) return false;
  const std::string_view outcome = before.substr(*upon);
  if (begins_with_any(outcome.substr(begins_with_any(outcome, words.upon)), words.considered) > 0) return false;
  const auto future = last_begin(before.substr(0, *upon), words.future);
  return future && text::length(before.substr(*future, *upon - *future)) <= kWishReach;
}

}  // namespace

bool is_supposed(std::string_view tight_passage, std::size_t at, const SupposedWords& words) {
  std::string_view before = tight_passage.substr(0, at);
  if (const auto turn = last_begin(before, words.turns)) before.remove_prefix(*turn);
  if (contains_any(before, words.expected)) return true;
  if (const auto wish = last_begin(before, words.wishes)) {
    if (text::length(before.substr(*wish)) <= kWishReach) return true;
  }
  if (is_set_upon(before, words)) return true;
  const auto condition = last_begin(before, words.conditions);
  if (!condition || only_considers(before.substr(*condition), words)) return false;
  const std::size_t begin = static_cast<std::size_t>(before.data() - tight_passage.data()) + *condition;
  std::string_view sentence = tight_passage.substr(begin);
  for (const std::string& turn : words.turns) sentence = sentence.substr(0, sentence.find(turn));
  return contains_any(sentence, words.future);
}

}  // namespace prongsai::layouts::scores
