#include "extractors/text/find/person_names.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <stdexcept>
#include <utility>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/title_words.hpp"
#include "extractors/text/unicode/spans.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

constexpr std::string_view kMask = "[ชื่อบุคคล]";
constexpr std::size_t kShortest = 2;  // letters of a given name or surname
constexpr std::size_t kLongest = 30;
constexpr std::size_t kLongestAbbreviation = 4;  // letters before a point
constexpr const char* kLatinWord = "[A-Z][A-Za-z'-]+";
constexpr const char* kGap = R"([ \t\x{A0}\x{200B}]*(?:\r?\n)?[ \t\x{A0}\x{200B}]*)";

// Any of these words as they are; a point in them may be followed by a blank.
std::string any_of(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    std::string one;
    for (std::size_t i = 0; i < word.size(); ++i) {
      one += RE2::QuoteMeta({&word[i], 1});
      if (word[i] == '.' && i + 1 < word.size()) one += R"(\s?)";
    }
    all += (all.empty() ? "" : "|") + one;
  }
  return all;
}

// Letters that a name is spelt with: no digits, no ฯ, no ๆ.
bool is_name_letter(char32_t c) {
  return is_thai_letter(c) && c != kPaiyannoi && c != kMaiYamok;
}

bool begins_syllable(char32_t c) {
  return is_thai_consonant(c) || is_thai_leading_vowel(c);
}

bool has_names_length(std::string_view word) {
  const std::size_t letters = length(word);
  return letters >= kShortest && letters <= kLongest;
}

// The word of name letters that begins at `at`: its end, or `at` where none does. It may be longer than a name: Thai
// writes on without a blank.
std::size_t word_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::size_t letters = 0;
  while (end < text.size()) {
    const CodePoint point = code_point_at(text, end);
    if (!is_name_letter(point.value) || (letters == 0 && !begins_syllable(point.value))) break;
    end = point.end();
    ++letters;
  }
  if (letters < kShortest) return at;
  const bool is_abbreviation = letters <= kLongestAbbreviation && end < text.size() && text[end] == '.';
  return is_abbreviation ? at : end;
}

bool ends_with_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.ends_with(word); });
}

// The last code point; 0 of nothing.
char32_t last_of(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t begin = text.size() - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  return code_point_at(text, begin).value;
}

// Whether an abbreviation's first part stands at the end: one letter and its point, as พ. of พ.ศ.
bool ends_in_abbreviation(std::string_view left) {
  while (left.ends_with(' ')) left.remove_suffix(1);
  if (!left.ends_with('.')) return false;
  left.remove_suffix(1);
  constexpr std::size_t kThaiLetter = 3;  // bytes
  if (left.size() < kThaiLetter || !is_thai_letter(last_of(left))) return false;
  return !is_thai_letter(last_of(left.substr(0, left.size() - kThaiLetter)));
}

enum class Kind { plain, learned, abbreviated };

struct Title {
  std::size_t begin = 0;
  std::size_t end = 0;
  Kind kind = Kind::plain;
};

}  // namespace

struct PersonNames::Words : TitleWords {
  explicit Words(TitleWords words)
      : TitleWords(std::move(words)),
        title("(?:" + any_of({lexicon().names.acting.text}) + R"(\s?)?(?:(?:()" + any_of(learned) + ")|(" +
              any_of(abbreviated) + R"())(?:\s?)" + any_of({lexicon().names.woman.text}) + ")?|(" + any_of(plain) +
              R"())(?:\s?\()" + any_of({lexicon().names.woman.text}) + R"(\))?)"),
        gap(kGap),
        latin_name("\\b(?:(?:" + any_of(latin) + R"()\.?\s+)*(?:)" + any_of(latin) + R"()(?:\.\s+()" + kLatinWord +
                   R"((?:\s+)" + kLatinWord + R"(){0,2})|\s+()" + kLatinWord + R"((?:\s+)" + kLatinWord + "){1,2}))") {}

  RE2 title;
  RE2 gap;
  RE2 latin_name;

  [[nodiscard]] std::optional<Title> title_from(std::string_view text, std::size_t at, RE2::Anchor anchor) const {
    std::array<re2::StringPiece, 4> groups;
    if (!title.Match({text.data(), text.size()}, at, text.size(), anchor, groups.data(), 4)) return std::nullopt;
    const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
    const Kind kind = !groups[1].empty() ? Kind::learned : !groups[2].empty() ? Kind::abbreviated : Kind::plain;
    return Title{begin, begin + groups[0].size(), kind};
  }

  [[nodiscard]] std::size_t after_gap(std::string_view text, std::size_t at) const {
    re2::StringPiece blank;
    (void)gap.Match({text.data(), text.size()}, at, text.size(), RE2::ANCHOR_START, &blank, 1);
    return at + blank.size();
  }

  // Whether a title may begin where this one does.
  [[nodiscard]] bool stands_free(std::string_view text, const Title& found) const {
    const std::string_view left = text.substr(0, found.begin);
    if (found.kind != Kind::abbreviated) return !ends_with_any(left, not_after);
    const char32_t last = last_of(left);
    if (last == U'.' || is_digit(last) || is_latin_letter(last) || ends_in_abbreviation(left)) return false;
    return !is_thai_letter(last) || ends_with_any(left, before);
  }

  // A word as a name: without what a word of the list makes of its end.
  [[nodiscard]] std::size_t trimmed(std::string_view text, std::size_t begin, std::size_t end) const {
    return begin + no_surname.first_inside(text.substr(begin, end - begin));
  }

  [[nodiscard]] bool is_surname(std::string_view text, std::size_t begin, std::size_t end) const {
    if (end == begin || no_surname.holds(text.substr(begin, end - begin))) return false;
    const auto another = title_from(text, begin, RE2::ANCHOR_START);
    return !another || another->kind == Kind::abbreviated;
  }

  // The end of the surname after a given name that ends at `end`; `end` where none follows.
  [[nodiscard]] std::size_t surname_end(std::string_view text, std::size_t end) const {
    std::size_t begin = after_gap(text, end);
    if (begin == end) return end;
    const std::string of_place = lexicon().names.of_place.text + ' ';
    if (text.substr(begin).starts_with(of_place)) begin += of_place.size();
    const std::size_t last = word_end(text, begin);
    if (!is_surname(text, begin, last)) return end;
    const std::size_t name = trimmed(text, begin, last);
    return has_names_length(text.substr(begin, name - begin)) ? name : end;
  }

  // Where the name after a title begins. Under a signature a rank stands before the brackets of the name.
  [[nodiscard]] std::size_t name_begin(std::string_view text, const Title& found) const {
    const std::size_t begin = after_gap(text, found.end);
    const bool is_in_brackets = found.kind != Kind::plain && text.substr(begin).starts_with('(');
    return is_in_brackets ? after_gap(text, begin + 1) : begin;
  }

  // The name after a title; nothing where none stands.
  [[nodiscard]] std::optional<NameSpan> name_after(std::string_view text, const Title& found) const {
    const std::size_t begin = name_begin(text, found);
    const bool needs_both = found.kind == Kind::learned || begin != after_gap(text, found.end);
    const std::size_t end = word_end(text, begin);
    if (end == begin || no_given.holds(text.substr(begin, end - begin))) return std::nullopt;
    const std::size_t given = trimmed(text, begin, end);
    if (!has_names_length(text.substr(begin, given - begin))) return std::nullopt;
    const std::size_t surname = given == end ? surname_end(text, end) : end;
    if (given != end) return needs_both ? std::nullopt : std::optional(NameSpan{begin, given});
    if (surname == end && needs_both) return std::nullopt;
    return NameSpan{begin, surname};
  }

  [[nodiscard]] bool is_ordinary(std::string_view text, const Title& found) const {
    if (found.kind == Kind::abbreviated) return false;
    std::size_t end = found.end;
    while (end < text.size() && is_name_letter(code_point_at(text, end).value)) end = code_point_at(text, end).end();
    return ordinary.holds(text.substr(found.begin, end - found.begin));
  }

  // The title and those that follow it at once: ผศ.ดร.
  [[nodiscard]] Title whole_title(std::string_view text, Title found) const {
    while (const auto more = title_from(text, after_gap(text, found.end), RE2::ANCHOR_START)) {
      if (is_ordinary(text, *more)) break;
      found.end = more->end;
      if (more->kind != Kind::learned) found.kind = more->kind;
    }
    return found;
  }

  void find_latin(std::string_view text, std::vector<NameSpan>& spans) const {
    std::array<re2::StringPiece, 3> groups;
    for (std::size_t at = 0;
         latin_name.Match({text.data(), text.size()}, at, text.size(), RE2::UNANCHORED, groups.data(), 3);) {
      const re2::StringPiece& name = groups[groups[1].empty() ? 2 : 1];
      const auto begin = static_cast<std::size_t>(name.data() - text.data());
      at = begin + name.size();
      spans.push_back({begin, at});
    }
  }
};

PersonNames::PersonNames(const std::filesystem::path& file) : words_(std::make_unique<Words>(load_title_words(file))) {
  for (const RE2* pattern : {&words_->title, &words_->gap, &words_->latin_name}) {
    if (!pattern->ok()) throw std::runtime_error(file.string() + ": its words make no pattern: " + pattern->error());
  }
}
PersonNames::~PersonNames() = default;
PersonNames::PersonNames(PersonNames&&) noexcept = default;
PersonNames& PersonNames::operator=(PersonNames&&) noexcept = default;

std::vector<NameSpan> PersonNames::find(std::string_view text) const {
  std::vector<NameSpan> spans;
  std::size_t at = 0;
  while (const auto found = words_->title_from(text, at, RE2::UNANCHORED)) {
    at = found->end;
    if (!words_->stands_free(text, *found) || words_->is_ordinary(text, *found)) continue;
    const Title whole = words_->whole_title(text, *found);
    const auto name = words_->name_after(text, whole);
    at = name ? name->end : whole.end;
    if (name) spans.push_back(*name);
  }
  words_->find_latin(text, spans);
  std::sort(spans.begin(), spans.end(), [](const NameSpan& a, const NameSpan& b) { return a.begin < b.begin; });
  assert(are_apart_in_order(spans, text.size()));
  return spans;
}

std::string PersonNames::mask(std::string_view text) const {
  std::string out;
  std::size_t at = 0;
  for (const NameSpan& span : find(text)) {
    out += text.substr(at, span.begin - at);
    out += kMask;
    at = span.end;
  }
  return out.append(text.substr(at));
}

}  // namespace prongsai::text
