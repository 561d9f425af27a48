#include "pipeline/cli/parts/terminal.hpp"

#include <locale.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "extractors/text/thai/words.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::cli {
namespace {

// Bidirectional overrides, line separators and the byte order mark: invisible, and misleading in a listing.
bool is_steering(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

int columns_of(char32_t c) {
  // The C library's table for UTF-8, whatever the user's locale.
  static const locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  const locale_t before = uselocale(utf8);
  const int columns = wcwidth(static_cast<wchar_t>(c));
  uselocale(before);
  return columns < 0 ? 1 : columns;
}

// Pieces between which a line may break: words with the blanks and signs that follow them.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (const text::WordSpan& word : text::word_spans(text)) {
    if (word.begin > begin) pieces.push_back(text.substr(begin, word.begin - begin));
    begin = word.begin;
  }
  if (begin < text.size()) pieces.push_back(text.substr(begin));
  return pieces;
}

std::string without_end_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string shown;
  for (const text::CodePoint& point : text::code_points(text)) {
    if (point.value == '\n') {
      shown += "⏎";
    } else if (is_steering(point.value)) {
      shown += "�";
    } else {
      text::append_utf8(shown, point.value);
    }
  }
  return shown;
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (const text::CodePoint& point : text::code_points(text))
    width += static_cast<std::size_t>(columns_of(point.value));
  return width;
}

std::string fit(std::string_view text, std::size_t width) {
  if (const std::size_t needed = width_of(text); needed <= width)
    return std::string(text) + std::string(width - needed, ' ');
  std::string cut;
  std::size_t used = 0;
  for (const text::CodePoint& point : text::code_points(text)) {
    const auto columns = static_cast<std::size_t>(columns_of(point.value));
    if (used + columns + 1 > width) break;
    cut.append(text.substr(point.begin, point.size));
    used += columns;
  }
  return cut + "…" + std::string(width - used - 1, ' ');
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  for (const std::string_view piece : pieces_of(text)) {
    if (!line.empty() && width_of(line) + width_of(without_end_blanks(std::string(piece))) > width) {
      lines.push_back(without_end_blanks(std::move(line)));
      line.clear();
    }
    line += piece;
  }
  if (!line.empty() || lines.empty()) lines.push_back(without_end_blanks(std::move(line)));
  return lines;
}

void write_beside(std::string_view label, std::string_view text, std::size_t label_width, std::size_t indent) {
  if (text.empty()) return;
  constexpr std::size_t kLeastText = 30;  // columns
  const std::size_t left = indent + label_width;
  std::string first = std::string(indent, ' ') + fit(label, label_width);
  for (const std::string& line : wrap(printable(text), std::max(terminal_width(), left + kLeastText) - left)) {
    std::cout << first << line << '\n';
    first = std::string(left, ' ');
  }
}

std::size_t terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 100;
}

}  // namespace prongsai::cli
