#include "extractors/source/content/tokens.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace prongsai::source {

namespace {

bool is_delimiter(char c) {
  return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}

bool is_regular(char c) {
  return !is_space(c) && !is_delimiter(c);
}

// -1 for what is no hexadecimal digit.
int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool starts_number(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
}

}  // namespace

// White space, comments, and brackets that open nothing.
void Tokens::skip_space() {
  const auto skipped = [](char c) { return is_space(c) || c == '%' || c == ')' || c == '{' || c == '}'; };
  std::size_t i = 0;
  while (i < rest_.size() && skipped(rest_[i])) {
    if (rest_[i] == '%') {
      while (i < rest_.size() && rest_[i] != '\n' && rest_[i] != '\r') ++i;
    } else {
      ++i;
    }
  }
  rest_.remove_prefix(i);
}

Token Tokens::next() {
  skip_space();
  if (rest_.empty()) return {};
  const char c = rest_.front();
  const bool doubled = rest_.size() > 1 && rest_[1] == c;
  const auto punctuation = [this](Token::Kind kind, std::size_t length) {
    rest_.remove_prefix(length);
    return Token{kind, 0, {}};
  };
  switch (c) {
    case '[':
      return punctuation(Token::Kind::array_begin, 1);
    case ']':
      return punctuation(Token::Kind::array_end, 1);
    case '(':
      return literal_string();
    case '/':
      return name();
    case '<':
      return doubled ? punctuation(Token::Kind::dictionary_begin, 2) : hex_string();
    case '>':
      return punctuation(Token::Kind::dictionary_end, doubled ? 2 : 1);
    default:
      return word();
  }
}

Token Tokens::hex_string() {
  buffer_.clear();
  int high = -1;
  std::size_t i = 1;
  for (; i < rest_.size() && rest_[i] != '>'; ++i) {
    const int value = hex_value(rest_[i]);
    if (value < 0) continue;
    if (high < 0) {
      high = value;
    } else {
      buffer_.push_back(static_cast<char>(high * 16 + value));
      high = -1;
    }
  }
  if (high >= 0) buffer_.push_back(static_cast<char>(high * 16));  // a missing last digit counts as 0
  rest_.remove_prefix(std::min(i + 1, rest_.size()));
  return {Token::Kind::string, 0, buffer_};
}

// rest_ stands on the character after the backslash.
char Tokens::take_escape() {
  const char c = rest_.front();
  rest_.remove_prefix(1);
  switch (c) {
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    default:
      break;
  }
  if (c < '0' || c > '7') return c;
  int value = c - '0';
  for (int digits = 1; digits < 3 && !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '7'; ++digits) {
    value = value * 8 + (rest_.front() - '0');
    rest_.remove_prefix(1);
  }
  return static_cast<char>(value);
}

Token Tokens::literal_string() {
  buffer_.clear();
  rest_.remove_prefix(1);
  for (int depth = 1; !rest_.empty();) {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (c == '\\' && !rest_.empty()) {
      const bool continues_line = rest_.front() == '\n' || rest_.front() == '\r';
      const char escaped = take_escape();
      if (!continues_line) buffer_.push_back(escaped);
      continue;
    }
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth == 0) break;
    buffer_.push_back(c);
  }
  return {Token::Kind::string, 0, buffer_};
}

// With its escapes (#20) resolved, as qpdf keeps names.
Token Tokens::name() {
  std::size_t end = 1;
  while (end < rest_.size() && is_regular(rest_[end])) ++end;
  const std::string_view text = rest_.substr(1, end - 1);
  rest_.remove_prefix(end);
  if (text.find('#') == std::string_view::npos) return {Token::Kind::name, 0, text};
  buffer_.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '#' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    buffer_.push_back(escape ? static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])) : text[i]);
    if (escape) i += 2;
  }
  return {Token::Kind::name, 0, buffer_};
}

Token Tokens::word() {
  std::size_t end = 0;
  while (end < rest_.size() && is_regular(rest_[end])) ++end;
  const std::string_view text = rest_.substr(0, end);
  rest_.remove_prefix(end);
  if (!starts_number(text.front())) return {Token::Kind::keyword, 0, text};
  const char* first = text.data() + (text.front() == '+' ? 1 : 0);
  double number = 0;
  const auto [stop, error] = std::from_chars(first, text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc() || stop == first) return {Token::Kind::number, 0, text};
  return {Token::Kind::number, number, text};
}

void Tokens::skip_inline_image() {
  for (std::size_t i = 1; i + 1 < rest_.size(); ++i) {
    const bool ends = rest_[i] == 'E' && rest_[i + 1] == 'I' && is_space(rest_[i - 1]) &&
                      (i + 2 == rest_.size() || is_space(rest_[i + 2]));
    if (ends) {
      rest_.remove_prefix(i + 2);
      return;
    }
  }
  rest_ = {};
}

}  // namespace prongsai::source
