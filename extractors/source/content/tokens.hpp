// The lexical level of content streams and CMaps (ISO 32000-1, 7.2 and 7.8.2): one token at a time, nothing built.
//
// qpdf's own tokenizer makes an object of each token, which costs more than Poppler's text extraction of the same
// page; this one only points into the stream. It never fails: what makes no sense is skipped.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::source {

// White space of PDF (ISO 32000-1, table 1).
[[nodiscard]] constexpr bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

struct Token {
  enum class Kind { end, number, name, string, array_begin, array_end, dictionary_begin, dictionary_end, keyword };
  Kind kind = Kind::end;
  double number = 0;
  std::string_view text;  // a name without its slash, a keyword, or a string's bytes; valid until the next call
};

class Tokens {
 public:
  explicit Tokens(std::string_view stream) : rest_(stream) {}

  [[nodiscard]] Token next();

  // After the keyword ID: passes over the image's bytes and its EI.
  void skip_inline_image();

  // What has not been read yet.
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  void skip_space();
  Token hex_string();
  Token literal_string();
  Token name();
  Token word();
  char take_escape();

  std::string_view rest_;
  std::string buffer_;
};

}  // namespace prongsai::source
