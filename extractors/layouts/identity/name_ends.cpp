#include "extractors/layouts/identity/name_ends.hpp"

#include <algorithm>
#include <string>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/month_names.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/thai/words.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

bool begins_with_month(std::string_view rest) {
  for (int month = 1; month <= 12; ++month) {
    if (rest.starts_with(text::month_name(month))) return true;
  }
  return false;
}

}  // namespace

// A number behind a blank goes on with the name in "เขต 1", "ที่ 14" and "80 พรรษา" alone.
bool NameEnds::number_goes_on(std::string_view name, std::string_view rest) const {
  std::size_t end = 0;
  while (end < rest.size() && (text::is_digit(text::code_point_at(rest, end).value) || is_blank_at(rest, end))) {
    end = text::code_point_at(rest, end).end();
  }
  if (begins_with_any(rest.substr(end), labels_->list("name_tails")) > 0) return true;
  const std::size_t digits = text::length(tight(rest.substr(0, end)));
  const bool bracket = end < rest.size() && rest[end] == '(';
  const bool series = bracket || std::ranges::find(labels_->tight_list("series_names"), tight(name)) !=
                                     labels_->tight_list("series_names").end();
  if (series && digits <= 2) return true;  // โรงเรียนเทศบาล 4 (บ้านท่าน้ำ), โรงเรียนเทศบาล 2 วัดท่าเรือน
  const bool year = digits > 3;
  return !year && ends_with_any(tight(name), labels_->tight_list("number_leads")) > 0;
}

// Whether the name goes on with the word behind a blank.
bool NameEnds::word_goes_on(std::string_view name, std::string_view rest) const {
  if (rest.empty()) return false;
  if (begins_with_any(rest, labels_->list("name_suffixes")) > 0) return true;
  if (begins_with_any(rest, labels_->list("name_goes_on")) > 0) return true;
  if (text::is_digit(text::code_point_at(rest, 0).value)) return number_goes_on(name, rest);
  if (!text::is_thai_letter(text::code_point_at(rest, 0).value) || heads_.at(rest, 0, false) > 0) return false;
  if (begins_with_month(rest)) return false;  // a newsletter's head: its issue stands behind its office
  return begins_with_any(rest, labels_->list("sentence_words")) == 0;
}

// "ได้ 97.15 คะแนน", "มีผลคะแนน 97.15": a verb, what was got, and a figure.
bool NameEnds::gets_a_figure(std::string_view rest) const {
  std::size_t at = begins_with_any(rest, labels_->list("figure_verbs"));
  if (at == 0) return false;
  while (at < rest.size()) {
    const std::size_t noun = begins_with_any(rest.substr(at), labels_->list("figure_nouns"));
    if (noun == 0 && !is_blank_at(rest, at)) break;
    at = noun > 0 ? at + noun : text::code_point_at(rest, at).end();
  }
  return at < rest.size() && text::is_digit(text::code_point_at(rest, at).value);
}

// "และองค์การ…": a word that joins, and the head of another name. (…การเกษตรและเทคโนโลยี goes on.)
bool NameEnds::joins_another(std::string_view rest) const {
  std::size_t at = begins_with_any(rest, labels_->list("name_joints"));
  if (at == 0) return false;
  while (is_blank_at(rest, at)) at = text::code_point_at(rest, at).end();
  return begins_with_any(rest.substr(at), labels_->list("office_words")) > 0 && heads_.at(rest, at, false) > 0;
}

// "โรงเรียนสตรีวิทยาคมโรงเรียนสตรีวิทยาคม": two lines of a head joined; where the name begins again, 0 where it does not.
std::size_t NameEnds::begin_of_echo(std::string_view name) {
  const std::string twice = tight(name);
  const std::size_t half = twice.size() / 2;
  if (twice.size() % 2 != 0 || half == 0 || twice.substr(0, half) != twice.substr(half)) return 0;
  const TightText text(name);
  return text.original(half);
}

std::size_t NameEnds::end_of_name(std::string_view line, std::size_t begin, std::size_t head) const {
  const std::size_t end = end_by_marks(line, begin, head);
  const std::string_view own = line.substr(begin + head, end - begin - head);
  if (begins_with_any(line.substr(end), labels_->list("figure_nouns")) > 0)
    return begin + head + without_predicate(own);
  if (const std::size_t once = begin_of_echo(line.substr(begin, end - begin))) return begin + once;
  if (!contains_any(own, labels_->list("name_stop_words"))) return end;
  for (const text::WordSpan& word : text::word_spans(own)) {
    if (word.begin > 0 && is_any(own.substr(word.begin, word.end - word.begin), labels_->list("name_stop_words")))
      return begin + head + without_predicate(own.substr(0, word.begin));
  }
  return end;
}

// The length of a name's own part without what leads from it to a word that ends it: "…มีผล" before "คะแนน".
std::size_t NameEnds::without_predicate(std::string_view own) const {
  for (std::size_t more = 1; more > 0; own.remove_suffix(more)) {
    more =
        std::max(ends_with_any(own, labels_->list("figure_verbs")), ends_with_any(own, labels_->list("figure_nouns")));
    if (more == own.size()) break;
  }
  return own.size();
}

std::size_t NameEnds::end_by_marks(std::string_view line, std::size_t begin, std::size_t head) const {
  constexpr std::u32string_view kMarks = U"()[]{}:;,/\"“”|•·…ฯ";
  std::size_t at = begin + head;
  while (at < line.size()) {
    const text::CodePoint c = text::code_point_at(line, at);
    if (const std::size_t suffix = begins_with_any(line.substr(at), labels_->list("name_suffixes"))) {
      at += suffix;
      continue;
    }
    if (kMarks.find(c.value) != kMarks.npos || line.substr(at).starts_with("..")) return at;
    if (begins_with_any(line.substr(at), labels_->list("name_ends")) > 0) return at;
    if (gets_a_figure(line.substr(at)) || joins_another(line.substr(at))) return at;
    if (!text::is_blank(c.value)) {
      at = c.end();
      continue;
    }
    std::size_t next = at;
    while (is_blank_at(line, next)) next = text::code_point_at(line, next).end();
    if (joins_another(line.substr(next))) return at;
    if (!word_goes_on(line.substr(begin, at - begin), line.substr(next))) return at;
    at = next;
  }
  return at;
}

bool NameEnds::gets_something(std::string_view rest) const {
  const std::size_t blank = rest.find_first_not_of(' ');
  return blank != 0 && blank != std::string_view::npos &&
         begins_with_any(rest.substr(blank), labels_->list("figure_verbs")) > 0;
}

bool NameEnds::goes_on_with(std::string_view rest) const {
  constexpr std::size_t kFewestLetters = 3;
  const std::string_view word = rest.substr(0, rest.find(' '));
  return text::length(word) >= kFewestLetters && text::is_thai_letter(text::code_point_at(word, 0).value) &&
         begins_with_any(word, labels_->list("sentence_words")) == 0 &&
         begins_with_any(word, labels_->list("issuing_places")) == 0;
}

}  // namespace prongsai::layouts
