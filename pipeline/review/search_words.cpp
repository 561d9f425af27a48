#include "pipeline/review/search_words.hpp"

#include <algorithm>

#include "extractors/text/find/numbers.hpp"
#include "extractors/text/thai/repair.hpp"

namespace prongsai::review {

std::vector<std::string> search_words(const std::string& query) {
  std::vector<std::string> words;
  std::string word;
  bool quoted = false;
  const auto end = [&] {
    if (!word.empty()) words.push_back(text::ascii_digits(text::repair_thai(word).text));
    word.clear();
  };
  const bool pairs =
      std::count(query.begin(), query.end(), '"') % 2 == 0;  // a lone quotation mark is a sign like others
  for (const char c : query) {
    if (c == '"' && pairs) {
      end();
      quoted = !quoted;
    } else if (!quoted && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
      end();
    } else {
      word += c;
    }
  }
  end();
  return words;
}

}  // namespace prongsai::review
