#include "extractors/text/thai/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <stdexcept>

#include "extractors/text/find/numbers.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/spans.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

// Break iterators are not thread-safe, and making one reads the dictionary: one is kept for each thread.
icu::BreakIterator& word_breaker() {
  thread_local const std::unique_ptr<icu::BreakIterator> breaker = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createWordInstance(icu::Locale("th"), error));
    if (U_FAILURE(error) != 0 || !made) {
      throw std::runtime_error(std::string("ICU has no Thai word breaking (") + u_errorName(error) +
                               "): reinstall libicu72");
    }
    return made;
  }();
  return *breaker;
}

struct TextCloser {
  void operator()(UText* text) const { utext_close(text); }
};

}  // namespace

std::vector<WordSpan> word_spans(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UText, TextCloser> source(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error));
  icu::BreakIterator& breaker = word_breaker();
  breaker.setText(source.get(), error);
  std::vector<WordSpan> spans;
  if (U_FAILURE(error) != 0) return spans;
  std::int32_t begin = breaker.first();
  for (std::int32_t end = breaker.next(); end != icu::BreakIterator::DONE; begin = end, end = breaker.next()) {
    // Status 0–99 is given to blanks and punctuation (ubrk.h, UWordBreak).
    if (breaker.getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    spans.push_back({static_cast<std::size_t>(begin), static_cast<std::size_t>(end)});
  }
  assert(are_apart_in_order(spans, text.size()));
  return spans;
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  for (const WordSpan& span : word_spans(text)) found.emplace_back(text.substr(span.begin, span.end - span.begin));
  return found;
}

std::string search_key(std::string_view text) {
  // A query is taken as typed: ำ lost by a PDF is mended before a text is stored, never guessed at here.
  std::string sound = ascii_digits(repair_thai(text, {.sara_am_known = true}).text);
  std::transform(sound.begin(), sound.end(), sound.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  std::string key;
  for (const WordSpan& span : word_spans(sound)) {
    if (!key.empty()) key.push_back(' ');
    key.append(sound, span.begin, span.end - span.begin);
  }
  return key;
}

}  // namespace prongsai::text
