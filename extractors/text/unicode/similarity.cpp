#include "extractors/text/unicode/similarity.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

// A text as it is compared: folded letters, and for each the bytes that it came from.
struct Folded {
  std::u32string letters;
  std::vector<std::size_t> begin;
  std::vector<std::size_t> end;

  void put(char32_t letter, const CodePoint& from) {
    letters.push_back(letter);
    begin.push_back(from.begin);
    end.push_back(from.end());
  }
};

bool counts(char32_t c, KeyOptions options) {
  if (is_thai_mark(c)) return !options.drop_marks;
  return is_thai_letter(c) || is_digit(c) || is_latin_letter(c) ||
         (c > 0x024F && !is_blank(c) && !is_invisible(c) && !(c >= 0x2010 && c <= 0x205E) && c != 0x0E3F);
}

char32_t fold_letter(char32_t c, KeyOptions options) {
  if (is_thai_digit(c)) return U'0' + static_cast<char32_t>(digit_value(c));
  if (c >= U'A' && c <= U'Z') return c - U'A' + U'a';
  if (options.drop_marks && c == kSaraAm) return kSaraAa;
  return c;
}

// ํ then า, a tone mark between or before them, is how a font draws ำ: the key holds one ำ after the tone mark.
bool closes_sara_am(std::u32string& letters) {
  for (std::size_t back = 1; back <= 2 && back <= letters.size(); ++back) {
    const char32_t c = letters[letters.size() - back];
    if (c == kNikhahit) {
      letters.erase(letters.size() - back, 1);
      return true;
    }
    if (!is_thai_tone(c)) return false;
  }
  return false;
}

Folded fold(std::string_view text, KeyOptions options) {
  Folded folded;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at = point.end();
    if (!counts(point.value, options)) continue;
    char32_t letter = fold_letter(point.value, options);
    const std::size_t before = folded.letters.size();
    if (letter == kSaraAa && !options.drop_marks && closes_sara_am(folded.letters)) letter = kSaraAm;
    if (folded.letters.size() < before) {
      folded.begin.pop_back();
      folded.end.pop_back();
    }
    folded.put(letter, point);
  }
  return folded;
}

int distance_of(std::u32string_view a, std::u32string_view b, int max) {
  if (a.size() > b.size()) std::swap(a, b);
  const int rows = static_cast<int>(a.size());
  const int cols = static_cast<int>(b.size());
  max = std::min(max, cols);
  if (cols - rows > max) return max + 1;
  const int far = max + 1;
  std::vector<int> row(a.size() + 1, far);
  for (int i = 0; i <= std::min(rows, max); ++i) row[static_cast<std::size_t>(i)] = i;
  for (int j = 1; j <= cols; ++j) {  // only cells within `max` of the diagonal can hold an answer
    const int low = std::max(1, j - max);
    const int high = std::min(rows, j + max);
    int diagonal = row[static_cast<std::size_t>(low - 1)];
    row[static_cast<std::size_t>(low - 1)] = low == 1 ? std::min(j, far) : far;
    int best = row[static_cast<std::size_t>(low - 1)];
    for (int i = low; i <= high; ++i) {
      const auto at = static_cast<std::size_t>(i);
      const int replaced = diagonal + (a[at - 1] == b[static_cast<std::size_t>(j - 1)] ? 0 : 1);
      diagonal = row[at];
      row[at] = std::min({replaced, row[at] + 1, row[at - 1] + 1, far});
      best = std::min(best, row[at]);
    }
    if (high < rows) row[static_cast<std::size_t>(high + 1)] = far;
    if (best >= far) return far;
  }
  return row[a.size()];
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b, int max) {
  if (a == b) return 0;
  if (max <= 0) return 1;
  const std::u32string wide_a = to_utf32(a);
  const std::u32string wide_b = to_utf32(b);
  const int distance = distance_of(wide_a, wide_b, max);
  return std::min(distance, max + 1);
}

std::string fuzzy_key(std::string_view text, KeyOptions options) {
  return to_utf8(fold(text, options).letters);
}

std::optional<Match> best_match(std::string_view text, std::span<const std::string> candidates, double max_ratio,
                                KeyOptions options) {
  const std::u32string wanted = fold(text, options).letters;
  std::optional<Match> best;
  std::u32string best_key;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const std::u32string key = fold(candidates[i], options).letters;
    const auto longest = static_cast<double>(std::max(key.size(), wanted.size()));
    if (longest == 0) continue;
    const int allowed = static_cast<int>(max_ratio * longest);
    const int distance = distance_of(wanted, key, allowed);
    if (distance > allowed) continue;
    const double ratio = distance / longest;
    if (!best || ratio < best->ratio) {
      best = Match{i, distance, ratio, true};
      best_key = key;
    } else if (ratio <= best->ratio && key != best_key) {
      best->unique = false;
    }
  }
  return best;
}

std::optional<Passage> find_similar(std::string_view text, std::string_view needle, int max_distance) {
  const Folded hay = fold(text, {});
  const std::u32string wanted = fold(needle, {}).letters;
  if (wanted.empty() || hay.letters.empty()) return std::nullopt;
  // Sellers' algorithm: a column of distances whose first cell is always 0, so that a passage may begin anywhere;
  // beside each distance the letter where its passage begins.
  struct Cell {
    int distance = 0;
    std::size_t start = 0;
  };
  std::vector<Cell> column(wanted.size() + 1);
  for (std::size_t i = 0; i < column.size(); ++i) column[i] = {static_cast<int>(i), 0};
  std::optional<Passage> best;
  for (std::size_t j = 0; j < hay.letters.size(); ++j) {
    Cell diagonal = column[0];
    column[0] = {0, j + 1};
    for (std::size_t i = 1; i < column.size(); ++i) {
      const Cell replaced{diagonal.distance + (wanted[i - 1] == hay.letters[j] ? 0 : 1), diagonal.start};
      const Cell inserted{column[i].distance + 1, column[i].start};
      const Cell deleted{column[i - 1].distance + 1, column[i - 1].start};
      diagonal = column[i];
      column[i] = replaced;
      if (inserted.distance < column[i].distance) column[i] = inserted;
      if (deleted.distance < column[i].distance) column[i] = deleted;
    }
    const Cell last = column.back();
    if (last.distance <= max_distance && last.start <= j && (!best || last.distance < best->distance)) {
      best = Passage{hay.begin[last.start], hay.end[j], last.distance};
    }
  }
  return best;
}

}  // namespace prongsai::text
